"""What each field of the data means, said once: to editors in the schemas, in new events, and where a field is blank.

A field that a record has from another (every claim has an `id`) is explained there; a record may say it more closely.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.event.model import (
    Account,
    Agreement,
    Area,
    Citation,
    Claim,
    Discrepancy,
    Event,
    Extra,
    FollowUp,
    Header,
    Ignore,
    KeyPoint,
    Line,
    Meeting,
    Milestone,
    Participation,
    Quotation,
    Reaction,
    Statement,
    Topic,
    Update,
)
from brief.event.registers import Party, Source, Term

if TYPE_CHECKING:
    from collections.abc import Mapping

_REGISTER_ID = "its id, by which the other files name it; no other in this file has it"
_PORTION = "a marking of its own, for all that it holds, where it is not that of the document"

NOTES: Mapping[type, Mapping[str, str]] = {
    Party: {
        "id": _REGISTER_ID,
        "name": "the full name, in its one spelling; for lists and the first mention",
        "short": "what it is called after the first mention and in tables",
        "title": "the office a person holds",
        "organisation": "whom a person acts for",
        "korean": "the name in Korean",
    },
    Source: {
        "id": _REGISTER_ID,
        "title": "the title; in square brackets where it is a description, because the title is not known",
        "publisher": "who published it",
        "date": "the date of publication, as exact as it shows: 2023-07-11, 2023-07 or 2023; left out, it is undated",
        "language": "the language of the text that was read; without the key, English",
        "title_original": "the title in the original language",
        "author": "who wrote it",
        "carried_by": "who holds the copy that was read, where it is not the publisher",
        "address": "where it is found, such as its web address",
        "text": "what was read: the original, or which kind of translation",
        "read_on": "the day on which it was read",
        "sha256": "the hash of its archived text; 'brief source add' writes it",
        "grade": "the Admiralty grade: reliability of the source A to F, credibility of the item 1 to 6; as B2",
        "note": "a sentence for the list of sources",
    },
    Term: {
        "id": "the abbreviation itself",
        "full": "what it stands for",
        "note": "what there is to add, printed in brackets",
    },
    Citation: {
        "source": "the id of a source in sources.yaml",
        "at": "the place in it: a paragraph or a page",
    },
    Quotation: {
        "text": "the exact words, 25 at most; the template puts the quotation marks",
        "source": "the id of the source that holds the words; it stands under the claim as well",
        "lead": "whose wording it is, such as: As delivered",
    },
    Account: {
        "text": "what these sources say",
        "sources": "who says so: at least one source",
        "stands": "true where this account is the one that holds; two may",
    },
    Claim: {
        "id": "a name for the claim; no other in the file, or in the ledger, has it",
        "text": "what the brief says, in plain words",
        "sources": "at least one: the id of a source, or {source: P20, at: paragraph 5}",
        "quote": "somebody's exact words: text, source and lead",
        "kind": "fact, or assessment where it is a judgement; without the key, a fact",
        "marking": _PORTION,
    },
    KeyPoint: {"lead": "a word or two, printed strong before the text"},
    Line: {
        "text": "the answer, as it is said aloud",
        "question": "what may be asked",
    },
    Participation: {
        "text": "in what capacity: President, Republic of Korea",
        "party": "the id of a person or an organisation in people.yaml",
    },
    Statement: {
        "text": "a whole sentence that names the speaker",
        "topic": "the id of one of the topics above",
        "speakers": "who spoke: ids of people.yaml, in a list",
        "addressees": "to whom: ids of people.yaml, in a list",
        "act": "what the speaker did",
    },
    Area: {
        "text": "the name of the area",
        "number": "its number in the document",
        "korean": "its name in Korean",
        "english": "its name in English, where 'text' is in another language",
        "content": "what is known of it: a claim",
    },
    Agreement: {
        "text": "a sentence on the document and how it came about",
        "name": "what the document is called",
        "parties": "who agreed: ids of people.yaml, in a list",
        "date": "when it was agreed",
        "points": "what it says: claims",
        "areas_count": "the number of areas that the sources state",
        "areas": "the areas of cooperation, in their order",
        "areas_notes": "what is to be said of the list of areas: claims",
    },
    Discrepancy: {
        "text": "what stands, and why",
        "title": "the point on which sources differ, in a few words",
        "nature": "how they differ; a clarification only looks like a difference",
        "print": "true where a reader of this brief needs it; without the key it is kept for the record",
        "accounts": "what each source says",
        "unsettled": "true where the sources do not let anybody say which account stands",
    },
    Reaction: {
        "id": "a name for it; no other reaction has it",
        "role": "a reaction to the meeting, its background, or context that is no reaction",
        "title": "what it is called in the annex",
        "date": "when it was published or done",
        "claims": "what it said or did: at least one claim",
        "by": "whose it is: an id of people.yaml",
        "marking": _PORTION,
    },
    Milestone: {
        "text": "a whole sentence on the step",
        "date": "when it was; it places the step on the timeline",
        "label": "what the timeline says of it, in a few words",
    },
    Topic: {
        "id": "a name for the topic, which statements give",
        "title": "its heading",
    },
    Header: {
        "reference": "the office's own reference of the brief",
        "version": "the version of the brief",
        "date": "the date of the brief",
        "marking": "the marking of the document, such as TLP:CLEAR; left out, it bears the highest of its portions",
        "to": "for whom it is",
        "sender": "which office it comes from",
        "drafter": "who drafted it",
    },
    Meeting: {
        "date": "the day of the meeting, for reckoning; it is not printed",
        "when": "the date and time as printed: a claim",
        "where": "the place as printed: a claim",
        "participants": "who took part, and in what capacity",
        "previous": "when and where they met before: a claim",
        "facts": "whole sentences on the meeting: claims",
    },
    Event: {
        "id": "the name of the event's folder; it is not written in the file",
        "title": "the title of the brief: what came of the meeting, in one line",
        "subtitle": "who met, where and when",
        "occasion": "place and date, short, for the running head",
        "as_of": "the day up to which the brief knows anything: nothing dated later enters it",
        "header": "the header block of the brief",
        "meeting": "when, where and who",
        "bottom_line": "one to three claims, at most four lines together: what to know if nothing else is read",
        "key_points": "at most five claims for page 1",
        "topics": "the subjects of the talks, in the order of the summary",
        "statements": "who said what to whom",
        "previous": "the folder of the event before this one, where it is entered",
        "milestones": "what led to the meeting, for the timeline: at most eight",
        "outcomes": "what was agreed, or that nothing was: claims",
        "agreements": "the documents that were agreed",
        "discrepancies": "the points on which sources differ, err or are silent",
        "reactions_finding": "that no reaction is on record: a claim",
        "reactions": "texts and acts of third parties",
        "points_to_make": "what is to be said in a conversation: claims, in words for saying aloud",
        "lines_to_take": "what is said if asked: claims, each with a question",
        "extra": "fields of your own, which a template of yours prints",
        "ignore": "the findings of 'brief check' that stand, each with a reason",
    },
    Extra: {
        "name": "what the field is called, as it is printed",
        "text": "what it says",
    },
    Ignore: {
        "code": "the code that 'brief check' tells",
        "at": "where: the id of a claim or another record of this file, or a data path such as meeting.when.text",
        "reason": "why it stands",
    },
    Update: {
        "text": "where the matter stands, to be read alone",
        "date": "when it happened",
        "status": "open: nothing has happened since it was raised; moving: something has, something remains; closed: "
        "done; lapsed: no longer pursued",
        "event": "the folder of the event at which it happened",
        "review": "true where somebody looked and found nothing new: no change, and no step",
    },
    FollowUp: {
        "id": _REGISTER_ID,
        "what": "what remains to be done, as a heading",
        "kind": "what was undertaken is told apart from what was hoped for",
        "actors": "who undertook it or asked for it: ids of people.yaml, in a list",
        "counterparts": "to whom, or with whom: ids of people.yaml, in a list",
        "updates": "what happened, oldest first; the status at a date is that of the last one up to it",
        "due": "when it is due, as exact as it is known",
        "marking": _PORTION,
    },
}


def note(record: type, name: str) -> str:
    """What a field of a record means; nothing where nobody has said."""
    return next((NOTES[kind][name] for kind in record.__mro__ if name in NOTES.get(kind, ())), "")
