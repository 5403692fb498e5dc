"""Letters that stand apart are read as words by those who go by gaps, as programs that search and copy do."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from pypdf import PdfReader

from brief.render.pdf import render
from brief.tree import Running
from styles import sample_style
from trees import every_node

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brief.style import Style

TRACKING = 0.12  # of the size: some take a gap of a tenth for a space


def tracked() -> Style:
    """The sample style, every kind of text letter-spaced."""
    style = sample_style()
    kinds = {field.name: getattr(style.texts, field.name) for field in fields(style.texts)}
    apart = {name: replace(text, tracking=TRACKING * text.size) for name, text in kinds.items()}
    return replace(style, texts=replace(style.texts, **apart))


def by_poppler(path: Path) -> str:
    program = shutil.which("pdftotext")
    if not program:
        pytest.skip("needs pdftotext")
    return subprocess.run([program, path, "-"], check=True, capture_output=True, text=True, encoding="utf-8").stdout


def by_pdfium(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def by_pypdf(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


@pytest.mark.parametrize("read", [by_poppler, by_pdfium, by_pypdf])
def test_letters_set_apart_are_read_as_the_words_that_they_are(read: Callable[[Path], str], tmp_path: Path) -> None:
    document = replace(every_node(), running=Running(), marking="")
    found = []
    for name, style in (("usual", sample_style()), ("tracked", tracked())):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(render(document, style).content)
        found.append(Counter(re.findall(r"[^\W\d_]+", read(path))))
    usual, apart = found
    assert usual == apart
