"""Judgements in the words of ICD 203.

Intelligence Community Directive 203, "Analytic Standards", of 2 January 2015, section D.6.e.(2), asks that
likelihood be expressed in one of seven bands, each with two names, and that a likelihood and a level of confidence do
not stand in one sentence. Its words are for judgements alone: only claims of kind `assessment` are looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.check.prose import is_english, sentences, spot, unquoted
from brief.check.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.check.rule import Subject

YARDSTICK = (
    "almost no chance|remote(?! (?:area|region|place|sens|access|control|work))",
    "very unlikely|highly improbable",
    "unlikely|improbabl[ey]",
    "roughly even (?:chances?|odds)",
    "likely|probabl[ey]",
    "very likely|highly probabl[ey]",
    "almost certain(?:ly)?|nearly certain",
)
"""The seven bands, 01-05 to 95-99 per cent, each under its two names, as expressions of `re`."""

_UNSAID = "say how likely: 'unlikely', 'roughly even chance', 'likely' or another band"

OUTSIDE = (
    ("impossible|(?:virtually )?no chance|out of the question", "write 'almost no chance'"),
    ("extremely (?:unlikely|improbable)", "write 'almost no chance' or 'very unlikely'"),
    (
        "(?:highly|quite|rather) unlikely|(?:little|slight|slim|small|poor) chance",
        "write 'very unlikely' or 'unlikely'",
    ),
    ("doubtful|hardly (?:likely|probable)", "write 'unlikely'"),
    (
        "even (?:chances?|odds)|(?:fifty[- ]fifty|50[-/]50)(?: chance)?|realistic possibility",
        "write 'roughly even chance'",
    ),
    ("(?:may|might|could) (?:very )?well", "write 'likely'"),
    ("presumably|in all (?:likelihood|probability)|(?:good|fair) chance", "write 'likely'"),
    ("(?:highly|extremely|quite|rather) likely|(?:very|extremely) probabl[ey]|strong chance", "write 'very likely'"),
    ("(?:virtually|practically|all but) certain(?:ly)?|bound to|no doubt|undoubtedly", "write 'almost certain'"),
    ("(?:is|are|seems?|looks?|appears?) certain to|certainly|surely", "write 'almost certain'"),
    ("(?:real|serious|strong|distinct) possibility|possibility", _UNSAID),
    ("possibl[ey]|perhaps|maybe|conceivabl[ey]", _UNSAID),
    ("might|may|could", _UNSAID),
)
"""Expressions that one reader takes for one band and another for the next, and what to write for them."""

_SAID = re.compile(
    rf"\b(?:(?P<band>{'|'.join(YARDSTICK)})|" + "|".join(f"({words})" for words, _ in OUTSIDE) + r")\b", re.IGNORECASE
)
_CONFIDENCE = re.compile(
    r"\b(?:(?P<level>\w+) (?:degree of |level of )?confidence(?! of| building|-building)|confiden(?:t|ce level))\b",
    re.IGNORECASE,
)
_LEVELS = ("high", "moderate", "low")
_OTHER_LEVELS = ("medium", "great", "considerable", "strong", "reasonable", "fair", "some", "limited", "little")
_NOT_LIKELIHOOD = re.compile(  # what stands before a word and makes it another: aim, ability, manner, strength
    r"(?:\bso that\b.*|\bas|\bif|\bwhere|\bwhen|\bwherever|\bwhenever|\bma(?:ke|kes|de|king)(?: it)?"
    r"|\b(?:military|nuclear|economic|its|their|the)) $",
    re.IGNORECASE,
)


def likelihood_and_confidence_stand_apart(subject: Subject) -> Iterator[Finding]:
    """In a judgement, a likelihood and a level of confidence do not stand in one sentence.

    How likely something is, and how well founded that judgement is, are two things: "very likely, with low confidence"
    leaves the reader to guess which of them counts. ICD 203 of 2 January 2015, section D.6.e.(2), forbids it. Only
    claims of kind `assessment` are looked at.

    Make two sentences: one that says how likely it is, one that says how sure you are, and why.
    """
    for text, start, sentence in _judged(subject):
        likelihood = next(_likelihoods(sentence), None)
        confidence = next(_confidences(sentence), None)
        if likelihood and confidence:
            message = f"a likelihood ('{likelihood[0]}') and a confidence ('{confidence[0]}') stand in one sentence"
            place = spot(text, start + max(likelihood.start(), confidence.start()))
            yield Finding(message, place, "make two sentences: how likely it is; how sure you are, and why")


def likelihood_takes_the_words_of_the_yardstick(subject: Subject) -> Iterator[Finding]:
    """In a judgement, likelihood is said in the words of the yardstick of ICD 203.

    Almost no chance or remote; very unlikely or highly improbable; unlikely or improbable; roughly even chance or odds;
    likely or probable; very likely or highly probable; almost certain or nearly certain. Of "possibly" or "may well" no
    two readers have the same idea; each of these has its band in ICD 203 of 2 January 2015, section D.6.e.(2). A level
    of confidence is high, moderate or low. Only claims of kind `assessment` are looked at. Aim and ability are no
    likelihood: "so that it could be concluded" and "could not" pass.

    Write the expression that fits; the hint names one where the word leaves no choice.
    """
    for text, start, sentence in _judged(subject):
        for found in _likelihoods(sentence):
            if not found["band"]:
                message = f"'{found[0]}' is no expression of the yardstick of likelihood"
                yield Finding(message, spot(text, start + found.start()), _hint(found))
        for found in _confidences(sentence):
            if found["level"] and found["level"].lower() in _OTHER_LEVELS:
                message = f"'{found[0]}' is no level of confidence"
                yield Finding(message, spot(text, start + found.start()), f"write one of: {', '.join(_LEVELS)}")


def _judged(subject: Subject) -> Iterator[tuple[str, int, str]]:
    """The sentences of judgements: the text, where the sentence begins in it, and the sentence without quotations."""
    for claim in subject.claims:
        if claim.kind == "assessment" and is_english(claim.text):
            for start, sentence in sentences(unquoted(claim.text)):
                yield claim.text, start, sentence


def _likelihoods(sentence: str) -> Iterator[re.Match[str]]:
    """What a sentence says of likelihood, in words of the yardstick or others."""
    for found in _SAID.finditer(sentence):
        before, after = sentence[: found.start()], sentence[found.end() :]
        word = found[0].lower()
        is_month = found[0] == "May"
        is_ability = word == "could" and after.startswith(" not")
        is_other = word in ("could", "might", "may", "possible") and _NOT_LIKELIHOOD.search(before)
        if not (is_month or is_ability or is_other):
            yield found


def _confidences(sentence: str) -> Iterator[re.Match[str]]:
    """What a sentence says of confidence as a level or a state of mind."""
    for found in _CONFIDENCE.finditer(sentence):
        if not found["level"] or found["level"].lower() in (*_LEVELS, *_OTHER_LEVELS):
            yield found


def _hint(found: re.Match[str]) -> str:
    """What to write for an expression outside the yardstick, whose group in `_SAID` follows the one of the bands."""
    return OUTSIDE[(found.lastindex or 0) - 2][1]
