from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings

from brief.tree import Callout, Document, Emphasis, Heading, Item, List, PageBreak, Paragraph, Quote, Strong, Text
from brief.walk import altered, inlines, phrases, rewrite, transform, transform_inlines
from trees import documents, every_node

if TYPE_CHECKING:
    from brief.tree import Block, Inline
    from brief.walk import Phrase

P = Paragraph((Text("p"),))


@settings(max_examples=30)
@given(documents())
def test_rewriting_meets_the_phrases_in_reading_order_and_changes_nothing_by_itself(document: Document) -> None:
    met: list[Phrase] = []

    def meet(phrase: Phrase) -> Phrase:
        met.append(phrase)
        return phrase

    assert rewrite(document, meet) is document
    assert met == list(phrases(document))


def test_rewriting_reaches_every_text() -> None:
    def shout(node: Inline) -> Phrase:
        return (replace(node, text=node.text.upper()),) if isinstance(node, Text) else (node,)

    document = rewrite(every_node(), lambda phrase: transform_inlines(phrase, shout))
    said = [node.text for phrase in phrases(document) for node in inlines(phrase) if isinstance(node, Text)]
    before = [node.text for phrase in phrases(every_node()) for node in inlines(phrase) if isinstance(node, Text)]
    assert said == [text.upper() for text in before]
    assert said != before


def test_a_quotation_is_read_before_its_attribution() -> None:
    quote = Quote((Paragraph((Text("a"),)),), (Text("b"),))
    said = [phrase for phrase in phrases(Document((), (quote,))) if phrase]
    assert said == [(Text("a"),), (Text("b"),)]


def test_blocks_are_transformed_inner_first_and_may_become_none_or_several() -> None:
    def change(block: Block) -> tuple[Block, ...]:
        match block:
            case PageBreak():
                return ()
            case Paragraph():
                return (block, Heading(3, block.children))
            case Callout(children=(Paragraph(), Heading())):
                return (block.children[1],)
            case _:
                return (block,)

    heading = Heading(3, P.children)
    blocks = (Callout("note", (), (PageBreak(), P)), List("bullet", (Item((P,), "i"),)), Quote((PageBreak(),)))
    assert transform(blocks, change) == (heading, List("bullet", (Item((P, heading), "i"),)), Quote(()))


def test_inlines_are_transformed_inner_first_and_may_become_none_or_several() -> None:
    def change(node: Inline) -> Phrase:
        match node:
            case Strong():
                return node.children
            case Text(text=""):
                return ()
            case _:
                return (node,)

    phrase = (Strong((Text(""), Emphasis((Strong((Text("a"), Text("b"))),)))), Text(""))
    assert transform_inlines(phrase, change) == (Emphasis((Text("a"), Text("b"))),)


def test_a_node_that_is_not_altered_stays_the_same_object() -> None:
    assert altered(P, children=P.children, role="body") is P
    assert altered(P, role="small") == Paragraph(P.children, "small")
