"""What the codes mean that are told of what is asked for: an event, a draft, a language, a place to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.problem import Severity

OF_ASKING: tuple[tuple[str, Severity, str], ...] = (
    (
        "archive",
        "error",
        """The text of an article can be archived, and its record in sources.yaml written.
`brief source add` takes text and web pages with words in them, for an id that is free or has no other text.""",
    ),
    (
        "unknown-actor",
        "error",
        """The actor of `brief follow-ups --actor` is somebody in people.yaml.
Give the id, or the name as it stands there; the hint gives the nearest.""",
    ),
    (
        "fault",
        "error",
        """The live preview makes the brief whatever is written.
It is brief's own fault where it cannot: the terminal tells where. Take back the last change, and report it.""",
    ),
    (
        "no-draft",
        "error",
        """A draft can be made of the data.
It needs an event with title, dates, header and meeting, and markings that are known and high enough: nobody could say
who may read it otherwise. Mend what the message names; a draft is made beside all other problems.""",
    ),
    (
        "unknown-event",
        "error",
        """An event that is asked for is a folder with an event.yaml.
Mend the name: `brief list` shows those that there are.""",
    ),
    (
        "no-briefs",
        "error",
        """There is a folder of briefs: one called `briefs` that holds a sources.yaml, here or above.
Go to a folder that has one, name it with --briefs, or make one with `brief init DIR`.""",
    ),
    (
        "missing-extra",
        "error",
        """What a command needs beside the program itself is installed.
The live preview is an extra, so that those who do without it need not install it. The hint says how it is added.""",
    ),
    (
        "exists",
        "error",
        """What begins something (`brief init`, `new`, `template new`, `template import`) writes over nothing.
Choose another name, or move what is there away.""",
    ),
    (
        "language",
        "error",
        """The language of a brief is one in which texts can be given, and of which the template has the words.
It is written in two letters, as ISO 639-1 has them: `--lang fr`.""",
    ),
    (
        "translation",
        "error",
        """A text that a brief prints is given in the language of the brief.
Write it as {en: …, ko: …}. A text without a language is English; what no brief prints needs no translation.""",
    ),
)
"""Code, severity, and what it means: one sentence, then why and what to do."""
