"""The list of the rules, in the order in which `brief check --list` prints them."""

from __future__ import annotations

from brief.check import abbreviations, dates, likelihood, limits, names, quotations
from brief.check.rule import Rule

RULES = (
    Rule("long-quotation", "error", quotations.quotations_are_short),
    Rule("quotation-source", "error", quotations.quotations_stand_on_their_claim),
    Rule("count", "error", limits.stated_counts_hold),
    Rule("key-points", "error", limits.a_page_holds_five_key_points),
    Rule("milestones", "error", limits.a_timeline_holds_eight_milestones),
    Rule("long-label", "error", limits.labels_of_a_timeline_are_short),
    Rule("as-of", "error", dates.the_as_of_date_is_not_before_the_meeting),
    Rule("name", "warning", names.names_are_spelt_as_registered),
    Rule("abbreviation", "warning", abbreviations.abbreviations_are_in_the_glossary),
    Rule("first-use", "warning", abbreviations.abbreviations_are_spelt_out_at_first_use),
    Rule("likelihood-confidence", "warning", likelihood.likelihood_and_confidence_stand_apart),
    Rule("yardstick", "warning", likelihood.likelihood_takes_the_words_of_the_yardstick),
)
