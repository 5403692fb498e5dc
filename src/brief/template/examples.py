"""What every function, filter and test of a template does, in a sentence, with an example that a test runs.

The examples are filled in with the event `vilnius-2023`. What prints a node of the tree gives its kind: `a Note`.
"""

from __future__ import annotations

from typing import NamedTuple


class Example(NamedTuple):
    """`says` is a plain sentence; `template` is what an author writes, `result` what is printed."""

    says: str
    template: str
    result: str


FUNCTIONS = {
    "badge": Example(
        "A word of status with its dot: open, moving, closed or lapsed.", "{{ badge('open', label.open) }}", "a Badge"
    ),
    "cite": Example("A note with the sources of a claim, or of several.", "{{ cite(event.bottom_line) }}", "a Note"),
    "contents": Example(
        "The list of contents under a title, down to headings of a level.",
        "{{ contents(label.contents, 1) }}",
        "a Contents",
    ),
    "namespace": Example(
        "A place for a value that a loop changes.",
        "{% set at = namespace(n=0) %}{% for t in event.topics %}{% set at.n = loop.index %}{% endfor %}{{ at.n }}",
        "7",
    ),
    "range": Example(
        "Numbers to loop over, the last one left out.", "{% for n in range(1, 4) %}{{ n }} {% endfor %}", "1 2 3"
    ),
    "status_bar": Example(
        "A bar of the follow-ups by status, under a title, with the words for open, moving and closed.",
        "{{ status_bar(label.by_status, label.open, label.moving, label.shut) }}",
        "a Figure",
    ),
    "timeline": Example(
        "What led to the meeting, and the last step on what came of it, by the words for both.",
        "{{ timeline(label.timeline, label.latest_step) }}",
        "a Figure",
    ),
}

READY = {
    "abbreviation_list": Example(
        "The abbreviations that the brief uses, spelt out.", "{{ abbreviation_list }}", "a Facts"
    ),
    "br": Example("The next line of the same paragraph or cell.", "{{ br }}", "a Break"),
    "page_break": Example("The next page begins here.", "{{ page_break }}", "a PageBreak"),
    "source_list": Example("The sources that the brief cites, by their numbers.", "{{ source_list }}", "a List"),
}

FILTERS = {
    "capitalize": Example("The text with a capital at its beginning.", "{{ 'not yet'|capitalize }}", "Not yet"),
    "date": Example(
        "The date in a style: 'long', which it has without the filter, 'short' or 'iso'.",
        "{{ as_of|date('short') }}",
        "14 Jul 2023",
    ),
    "default": Example(
        "Another value where this one is empty.", "{{ follow_ups.open[0].follow_up.due|default('no date') }}", "no date"
    ),
    "fill": Example(
        "A text with what it leaves open in braces: a text, a number or a date.",
        "{{ 'Met on {date}'|fill(date=event.meeting.date) }}",
        "Met on 11 July 2023",
    ),
    "first": Example(
        "The first item of a list; empty where it has none.",
        "{% set topic = event.topics|first %}{% if topic %}{{ topic.title }}{% endif %}",
        "Opening remarks",
    ),
    "groupby": Example(
        "The items of a list in groups of the same value.",
        "{% for group in follow_ups.all|groupby('is_open') %}{{ group.list|length }} {% endfor %}",
        "2 10",
    ),
    "join": Example(
        "Texts as one, with a text between them.", "{{ ['Seoul', 'Vilnius']|join(' and ') }}", "Seoul and Vilnius"
    ),
    "last": Example(
        "The last item of a list; empty where it has none.",
        "{% set topic = event.topics|last %}{% if topic %}{{ topic.title }}{% endif %}",
        "DPRK",
    ),
    "length": Example("How many items a list has.", "{{ event.topics|length }}", "7"),
    "list": Example(
        "The list as it is: needed nowhere, for those who are used to it. For a sentence: listed.",
        "{{ event.topics|list|length }}",
        "7",
    ),
    "listed": Example(
        "Texts as a sentence lists them.", "{{ ['Seoul', 'Madrid', 'Vilnius']|listed }}", "Seoul, Madrid and Vilnius"
    ),
    "lower": Example("The text in small letters.", "{{ 'Due'|lower }}", "due"),
    "map": Example(
        "A field of each item, as a list.",
        "{{ event.meeting.participants|map(attribute='party.name')|listed }}",
        "Yoon Suk Yeol and Jens Stoltenberg",
    ),
    "people": Example(
        "Persons or organisations by their short names, as a sentence lists them.",
        "{{ event.agreements[0].parties|people }}",
        "ROK and NATO",
    ),
    "prose": Example(
        "The paragraphs of a text that blank lines part in the data, printed as such; on a line of its own.",
        "{{ event.bottom_line[0].text|prose }}",
        "a Paragraph",
    ),
    "rejectattr": Example(
        "The items of a list that do not have a value.",
        "{{ follow_ups.all|rejectattr('is_open')|length }}",
        "2",
    ),
    "reverse": Example("The list from its end.", "{{ ['Seoul', 'Vilnius']|reverse|join(', ') }}", "Vilnius, Seoul"),
    "selectattr": Example(
        "The items of a list that have a value.",
        "{{ event.statements|selectattr('topic', 'eq', 'cyber')|length }}",
        "4",
    ),
    "sort": Example("The list in order.", "{{ ['Vilnius', 'Seoul']|sort|join(', ') }}", "Seoul, Vilnius"),
    "unique": Example(
        "The list without what is in it already.",
        "{{ ['Seoul', 'Vilnius', 'Seoul']|unique|join(', ') }}",
        "Seoul, Vilnius",
    ),
    "upper": Example("The text in capitals.", "{{ 'open'|upper }}", "OPEN"),
}


def _test(says: str, condition: str) -> Example:
    return Example(says, f"{{% if {condition} %}}yes{{% endif %}}", "yes")


_SAME = "Whether both are the same."
_OTHER = "Whether they differ."
_MORE = "Whether the first is larger."
_LEAST = "Whether the first is at least as large."
_LESS = "Whether the first is smaller."
_MOST = "Whether the first is at most as large."

TESTS = {
    "defined": _test("Whether there is such a name.", "event is defined"),
    "undefined": _test("Whether there is no such name.", "not (event is undefined)"),
    "none": _test("Whether a value is empty.", "follow_ups.open[0].follow_up.due is none"),
    "odd": _test("Whether a number is odd.", "3 is odd"),
    "even": _test("Whether a number is even.", "4 is even"),
    "divisibleby": _test("Whether a number can be divided by another.", "9 is divisibleby(3)"),
    "true": _test("Whether a yes or no is yes.", "follow_ups.open[0].is_open is true"),
    "false": _test("Whether a yes or no is no.", "not (follow_ups.open[0].is_open is false)"),
    "string": _test("Whether a value is a text.", "event.title is string"),
    "number": _test("Whether a value is a number.", "event.topics|length is number"),
    "sentence": _test("Whether a text ends as a sentence does.", "'It is so.' is sentence"),
    "in": _test("Whether a list holds the value.", "'cyber' is in ['cyber', 'dprk']"),
    "==": _test(_SAME, "'a' == 'a'"),
    "eq": _test(_SAME, "'a' is eq('a')"),
    "equalto": _test(_SAME, "'a' is equalto('a')"),
    "!=": _test(_OTHER, "'a' != 'b'"),
    "ne": _test(_OTHER, "'a' is ne('b')"),
    ">": _test(_MORE, "2 > 1"),
    "gt": _test(_MORE, "2 is gt(1)"),
    "greaterthan": _test(_MORE, "2 is greaterthan(1)"),
    ">=": _test(_LEAST, "2 >= 2"),
    "ge": _test(_LEAST, "2 is ge(2)"),
    "<": _test(_LESS, "1 < 2"),
    "lt": _test(_LESS, "1 is lt(2)"),
    "lessthan": _test(_LESS, "1 is lessthan(2)"),
    "<=": _test(_MOST, "2 <= 2"),
    "le": _test(_MOST, "2 is le(2)"),
}

SECTIONS = (
    ("functions", "{}(…)", FUNCTIONS),
    ("ready to print", "{}", READY),
    ("filters", "|{}", FILTERS),
    ("tests", "is {}", TESTS),
)
"""The title of each table, how its names are written, and the table."""
