"""The list of the rules, in the order in which `brief check --list` prints them."""

from __future__ import annotations

from brief.check import (
    abbreviations,
    accounts,
    dates,
    likelihood,
    limits,
    names,
    quotations,
    sources,
    threads,
    verification,
)
from brief.check.rule import FolderRule, Rule

PAGE_ONE = ("event.bottom_line", "event.key_points")
WORDS = ("event", "follow-ups", "glossary")
"""Parts of the data that a rule needs whole: what page 1 says, and all that a brief says."""

RULES = (
    Rule("long-quotation", "error", quotations.quotations_are_short),
    Rule("quotation-source", "error", quotations.quotations_stand_on_their_claim),
    Rule("misquotation", "error", verification.quotations_are_in_their_source),
    Rule("altered-text", "warning", verification.archived_texts_are_intact),
    Rule("unverified-quotation", "note", verification.quotations_are_verified),
    Rule("count", "error", limits.stated_counts_hold, ignorable=True, needs=("event.agreements",)),
    Rule("key-points", "error", limits.a_page_holds_five_key_points),
    Rule("milestones", "error", limits.a_timeline_holds_eight_milestones),
    Rule("long-label", "error", limits.labels_of_a_timeline_are_short),
    Rule("as-of", "error", dates.the_as_of_date_is_not_before_the_meeting),
    Rule("brief-date", "error", dates.the_brief_is_not_dated_before_what_it_knows),
    Rule("meeting-date", "error", dates.the_date_of_the_meeting_is_the_one_in_words, ignorable=True),
    Rule("previous-event", "error", dates.the_event_before_was_earlier),
    Rule("milestone-order", "error", dates.milestones_lead_to_the_meeting),
    Rule("after-as-of", "error", dates.nothing_of_the_event_is_later_than_its_date, ignorable=True),
    Rule("unsettled", "error", accounts.differences_are_settled, needs=("event.discrepancies",)),
    Rule("no-actor", "error", threads.somebody_acts),
    Rule("update-date", "error", threads.updates_are_not_before_the_meeting_they_name, ignorable=True),
    Rule("due-date", "error", threads.follow_ups_fall_due_after_they_are_opened, needs=("follow-ups",)),
    Rule("no-evidence", "error", threads.what_is_closed_is_shown_to_be, ignorable=True, needs=("follow-ups",)),
    Rule("read-date", "error", sources.sources_are_read_after_they_are_published),
    Rule("update-evidence", "warning", threads.what_moves_is_shown_to, needs=("follow-ups",)),
    Rule("agreement-date", "warning", dates.agreements_are_of_the_meeting),
    Rule("overdue", "warning", threads.nothing_is_overdue, needs=("follow-ups",)),
    Rule("early-reaction", "warning", dates.reactions_come_after_what_they_react_to),
    Rule("weak-source", "warning", sources.page_one_does_not_stand_on_a_source_nobody_can_judge, needs=PAGE_ONE),
    Rule("undated-source", "note", sources.sources_have_a_date),
    Rule("name", "warning", names.names_are_spelt_as_registered),
    Rule("abbreviation", "warning", abbreviations.abbreviations_are_in_the_glossary, needs=("glossary", "people")),
    Rule("first-use", "warning", abbreviations.abbreviations_are_spelt_out_at_first_use, needs=WORDS),
    Rule("likelihood-confidence", "warning", likelihood.likelihood_and_confidence_stand_apart),
    Rule("yardstick", "warning", likelihood.likelihood_takes_the_words_of_the_yardstick),
)
"""Rules over one event and the ledger."""

FOLDER_RULES = (
    FolderRule("unused-source", "warning", sources.every_source_is_used),
    FolderRule("past-due", "warning", threads.nothing_is_past_due),
)
"""Rules over all events of a folder."""

ENGLISH_CODES = (
    "meeting-date", "name", "abbreviation", "first-use", "likelihood-confidence", "yardstick",
)  # fmt: skip
"""What looks at English words, and says nothing of a brief in another language."""

LAYOUT_CODES = ("long-bottom-line", "long-brief", "long-page-one")
"""Warnings that only a document that has been laid out can tell."""
