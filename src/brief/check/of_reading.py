"""What the codes mean that are no rule's but told where data are read, laid out or ignored."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.problem import Severity

OF_READING: tuple[tuple[str, Severity, str], ...] = (
    (
        "no-source",
        "error",
        """A claim has at least one source.
What nobody is known to have said or written does not go into a brief.
Cite a source of sources.yaml, or take the claim out. A draft is made without such a claim.""",
    ),
    (
        "missing",
        "error",
        """A record has every field that it needs.
The message names the field; a quotation, for one, needs a `lead` that says whose wording it is.
Write the field, or take the record out.""",
    ),
    (
        "empty",
        "error",
        """A file, a field or a list that is needed is not empty.
An empty text counts as none, and so do `~` and `null`. Fill it in, or leave it out where that is allowed.""",
    ),
    (
        "unknown-key",
        "error",
        """A field has a name that is known there.
A name that is misspelt would be read by nobody. Mend it: the hint gives the nearest, or those that are known.""",
    ),
    (
        "blank",
        "error",
        """What `brief new` leaves to be filled in is filled in.
`TODO` without quotation marks is a blank: the hint says what belongs there. Write it, or take the field out.""",
    ),
    (
        "form",
        "error",
        """A text that has a form of its own is written in it: an Admiralty grade as B2, a hash as 64 digits.
The message names the form, the hint says how it is written.""",
    ),
    (
        "reference",
        "error",
        """An id names something that exists.
Sources, people and organisations stand in their registers, topics in the event, events are folders.
Mend the id, or enter what it names.""",
    ),
    (
        "duplicate",
        "error",
        """An id or a field is given once.
Of two, nobody could tell which is meant. Ids of claims are unique in an event and the ledger together.
Give each its own, or keep one of the two fields.""",
    ),
    (
        "shape",
        "error",
        """A value has the form that its field needs: one value, a list, or fields.
A list is written [a, b], or each item on its own line after '- '; fields are written 'name: value'.""",
    ),
    (
        "choice",
        "error",
        """A value is one of those that its field allows.
The message lists them, and briefs/README.md says what they mean. Take one of them.""",
    ),
    (
        "number",
        "error",
        """A number is written in digits alone.
Write 11, not eleven and not 11.0.""",
    ),
    (
        "date",
        "error",
        """A date is one of the calendar, written 2023-07-11, 2023-07 or 2023.
It is as exact as it is known, and never guessed to be more so.""",
    ),
    (
        "order",
        "error",
        """The updates of a follow-up stand in order of time.
A follow-up stands as its last update says. Put the updates in order, the oldest first, or mend the date.""",
    ),
    (
        "character",
        "error",
        """A text holds only characters that can be printed.
Some editors and web pages put in characters that nobody sees. Delete it where the message points.""",
    ),
    (
        "yaml",
        "error",
        """A file of data is YAML.
The message says which of the usual slips it is: a text with a colon that lacks quotation marks, or a line too far left
or right.""",
    ),
    (
        "alias",
        "error",
        """A file of data repeats nothing by `&` and `*`.
Each claim stands for itself. A text that begins with such a sign goes into quotation marks.""",
    ),
    (
        "tag",
        "error",
        """A file of data names no types by `!`.
The field decides what a value is. A text that begins with such a sign goes into quotation marks.""",
    ),
    (
        "second-document",
        "error",
        """A file of data holds one document.
Delete the line '---'.""",
    ),
    (
        "too-deep",
        "error",
        """Lists and fields of a file stand no more than 50 deep in one another.
No brief needs that; something has been indented by mistake.""",
    ),
    (
        "too-large",
        "error",
        """A file is no larger than a file of data or of a template can be.
Split it, or take out what does not belong there.""",
    ),
    (
        "encoding",
        "error",
        """A file is UTF-8.
Save it as UTF-8 in your editor.""",
    ),
    (
        "unreadable",
        "error",
        """A file can be read.
The message gives the reason of the machine: no permission, or a folder where a file should be.""",
    ),
    (
        "missing-file",
        "error",
        """A folder of briefs has its registers.
These are sources.yaml, people.yaml, glossary.yaml and follow-ups.yaml. `brief init` shows a whole folder of them.""",
    ),
    (
        "wall",
        "error",
        """What every brief needs rests on nothing later than the as-of date.
The date and the place of the meeting cannot be left out, and behind the wall they cannot be printed.
Cite a source of that date or earlier, or take a later as-of date.""",
    ),
    (
        "glyph",
        "error",
        """Every character of a text is in one of the faces of the style.
The PDF would show a question mark for it. Write it otherwise, or add a fallback face to style.toml.""",
    ),
    (
        "marking",
        "error",
        """A marking is one of the template's scheme, and shown as that asks.
A misspelt marking is none. Mend it, or enter it in markings.toml of the template.""",
    ),
    (
        "low-marking",
        "error",
        """The document is marked as high as the highest of its portions.
Whoever receives it goes by the marking of the page. Mark the document higher, leave its marking out, so that it bears
the highest, or take the portion out. It is never ignored, and no draft is made meanwhile.""",
    ),
    (
        "ignore",
        "error",
        """An entry under `ignore` names a rule that may be ignored, and something of its own file.
`code` is one that `brief check --list` shows: warnings and notes of rules, and some errors. A claim without source,
a wrong marking and data that cannot be read are never ignored. `at` is the id of a claim or another record, or a
data path such as `meeting.when.text`. Mend the word, or take the entry out.""",
    ),
    (
        "unused-ignore",
        "warning",
        """An entry under `ignore` hides something.
Where the finding is gone, the entry would hide the next one unseen. Take it out.""",
    ),
    (
        "long-bottom-line",
        "warning",
        """The bottom line takes as many lines of the PDF as the template allows, four in the house's.
It is what the reader must know if nothing else is read. Say less, or leave it to the key points.
The limit is `bottom_line_lines` in template.toml.""",
    ),
    (
        "long-page-one",
        "warning",
        """Header block, bottom line and key points end on page 1 of the PDF.
Page 1 stands alone: it is copied and passed on without the rest. Shorten the bottom line or the key points.
The limit is `front_pages` in template.toml.""",
    ),
    (
        "long-brief",
        "warning",
        """The brief has as many pages in the PDF as its template allows.
A minister's page is one page, a readout half of one. Say less where it says most: with as many lines cut as the message
counts, it fits. The limit is `pages` in template.toml.""",
    ),
    (
        "comment",
        "warning",
        """What follows ' #' is a comment and is not read.
If it belongs to the text, put the whole text in quotation marks; else write '# '.""",
    ),
    (
        "quotation-marks",
        "warning",
        """Quotation marks about a reference, a version, an id or exact words are straight ones, or none.
Word processors write others, which are letters to YAML and printed. Where they belong to the text, put it with them
into straight ones.""",
    ),
    (
        "event-name",
        "warning",
        """The folder of an event is named in lower-case letters, digits and hyphens.
Under another name it is no event. Rename it.""",
    ),
    (
        "no-event",
        "warning",
        """A folder that holds YAML is an event, with an event.yaml.
Under another name the file is not read. Rename it, or keep it elsewhere.""",
    ),
)
"""Code, severity, and what it means: one sentence, then why and what to do."""
