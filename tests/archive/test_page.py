from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.archive.page import words_of


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>One <b>two</b>\n  three</p><p>four", "One two three\n\nfour"),
        ("<h1>Head</h1>Text<br>next", "Head\n\nText\n\nnext"),
        ("<ul><li>a<li>b</ul>", "a\n\nb"),
        ("<table><tr><td>a<td>b</tr><tr><th>c</th><td>d</table>", "a b\n\nc d"),
        ("AT&amp;T &ldquo;so&rdquo; &#8217;", "AT&T “so” \u2019"),
        ("He said <q>yes</q>", "He said “yes”"),
        ("word<i>s</i> and <span>more</span>", "words and more"),
        ("<script>if (a < b) { '<p>no</p>' }</script>yes<style>p { }</style>", "yes"),
        ("<noscript><p>no</p></noscript>yes<template>no</template>", "yes"),
        ("<svg><svg><text>no</text></svg>no</svg>yes<svg/>yes", "yesyes"),
        ("a<!-- no -->b<!DOCTYPE html>", "ab"),
        ("<title>Title</title><body>Text", "Title\n\nText"),
        ("a&nbsp;b", "a\u00a0b"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<pre>a\nb</pre>", "a b"),
        ("<p>a</p><![foo[x]]><p>b</p>", "a\n\nb"),
        ("<p>a</p><![CDATA[x]]>", "a"),
        ("", ""),
    ],
)
def test_a_page_becomes_its_paragraphs(page: str, words: str) -> None:
    assert words_of(page) == words


@given(st.text(alphabet="<>/pbtdqscrivg!-[]&; \"'=a\n", max_size=80))
def test_any_page_is_read(page: str) -> None:
    assert "\n\n\n" not in words_of(page)


@given(st.lists(st.text(alphabet="abcé한<&”", min_size=1, max_size=9), min_size=1, max_size=5))
def test_no_word_of_a_paragraph_is_lost(paragraphs: list[str]) -> None:
    page = "".join(f"<p>{text.replace('&', '&amp;').replace('<', '&lt;')}</p>" for text in paragraphs)
    assert words_of(f"<html><body>{page}</body></html>") == "\n\n".join(paragraphs)


def test_elements_without_end_take_linear_time() -> None:
    begun = time.process_time()
    assert words_of("<div>" * 200_000 + "x") == "x"
    assert time.process_time() - begun < 20
