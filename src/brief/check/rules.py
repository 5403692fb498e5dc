"""The list of the rules, in the order in which `brief check --list` prints them."""

from __future__ import annotations

from brief.check import dates, limits, quotations, verification
from brief.check.rule import Rule

RULES = (
    Rule("long-quotation", "error", quotations.quotations_are_short),
    Rule("quotation-source", "error", quotations.quotations_stand_on_their_claim),
    Rule("misquotation", "error", verification.quotations_are_in_their_source),
    Rule("altered-text", "warning", verification.archived_texts_are_intact),
    Rule("unverified-quotation", "note", verification.quotations_are_verified),
    Rule("count", "error", limits.stated_counts_hold),
    Rule("key-points", "error", limits.a_page_holds_five_key_points),
    Rule("milestones", "error", limits.a_timeline_holds_eight_milestones),
    Rule("long-label", "error", limits.labels_of_a_timeline_are_short),
    Rule("as-of", "error", dates.the_as_of_date_is_not_before_the_meeting),
)
