"""What a text says in another language than English without a translation of its own in the data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from brief.place import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.place import Place

_PARAGRAPHS = re.compile(r"paragraphs? ([0-9]+(?:(?:, | and | to )[0-9]+)*)")
_BETWEEN = {", ": "·", " and ": "·", " to ": "~"}


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

    A person has a name in Korean, an area one of its own, a source a title in its original language. What a source is
    called by its publisher is no text of the house: it stands as it was published, and is not among `untranslated`.
    """
    own = dict(fields)
    name = getattr(kind, "said_in_korean", "")
    if language == "ko" and own.get("korean") and own[name].place in untranslated:
        untranslated.discard(own[name].place)
        own[name] = own["korean"]
    published = getattr(kind, "as_published", ())
    untranslated.difference_update(own[each].place for each in published if own.get(each))
    if published and own.get("title_original") and own.get("language") == language:
        own["title"] = own["title_original"]
    return own
