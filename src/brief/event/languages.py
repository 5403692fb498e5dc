"""The languages of texts, and what a text says in one without a translation of its own in the data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from brief.place import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.place import Place

_CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee "
    "el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is "
    "it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms "
    "mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk "
    "sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi "
    "yo za zh zu"
)
LANGUAGES = tuple(_CODES.split())
"""Languages a text may be given in, by their codes of ISO 639-1. A text without a language is English."""

_OF_COUNTRIES = {
    "cn": "zh", "cz": "cs", "dk": "da", "gb": "en", "gr": "el", "jp": "ja", "kr": "ko", "ua": "uk", "us": "en",
    "vn": "vi",
}  # fmt: skip
"""Languages by the codes of countries that are often taken for theirs, and are no language much written."""


def language_meant(code: str) -> str:
    """A hint for a code that no text is given in: that of a country, or a language with its region."""
    plain = code.casefold().replace("_", "-").partition("-")[0]
    meant = _OF_COUNTRIES.get(plain) or (plain if plain != code and plain in LANGUAGES else "")
    return f"did you mean '{meant}'?" if meant else ""


_PARAGRAPHS = re.compile(r"paragraphs? ([0-9]+(?:(?:, | and | to )[0-9]+)*)")
_BETWEEN = {", ": "·", " and ": "·", " to ": "~"}


def paragraphs(place: str) -> str:
    """The numbers of the paragraphs that an English text is about: `3, 4 and 7` of `paragraphs 3, 4 and 7`; else ""."""
    found = _PARAGRAPHS.fullmatch(place)
    return found[1] if found else ""


def in_language(language: str, english: Words, untranslated: set[Place]) -> Words:
    """What an English text says: `paragraphs 3 and 4` are `제3·4문단`. Any other stays, and is `untranslated`."""
    found = _PARAGRAPHS.fullmatch(english) if language == "ko" else None
    if not found:
        untranslated.add(english.place)
        return english
    numbers = found[1]
    for word, sign in _BETWEEN.items():
        numbers = numbers.replace(word, sign)
    return Words(f"제{numbers}문단", english.place)


def own_words(kind: type, fields: Mapping[str, Any], language: str, untranslated: set[Place]) -> dict[str, Any]:
    """The fields of a record, with the words of this language that it holds beside those of English.

    A person has a name in Korean; an area one of its own, beside which it keeps that in English; a source a title in
    its original language. What a source is called by its publisher is no text of the house: it stands as it was
    published, and is not among `untranslated`.
    """
    own = dict(fields)
    name = getattr(kind, "said_in_korean", "")
    if language == "ko" and own.get("korean") and own[name].place in untranslated:
        untranslated.discard(own[name].place)
        if kept := getattr(kind, "kept_in_english", ""):
            own.setdefault(kept, own[name])
        own[name] = own["korean"]
    published = getattr(kind, "as_published", ())
    untranslated.difference_update(own[each].place for each in published if own.get(each))
    if published and own.get("title_original") and own.get("language") == language:
        own["title"] = own["title_original"]
    return own
