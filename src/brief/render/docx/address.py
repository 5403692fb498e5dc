"""Addresses outside the document, as a relationship may hold them: a wrong one makes Word call the file corrupt."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from brief.render.docx.escape import clean

_SCHEMES = ("http", "https", "mailto")
_KEPT = "%/:?#@!$&()*+,;=-._~"  # what RFC 3986 lets stand; all else is written as %XX


def address(target: str) -> str | None:
    """`target` with every character that an address may not hold encoded, or nothing where it is no address."""
    try:
        parts = urlsplit(clean(target).strip())
        host, _ = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES or not (parts.path if parts.scheme == "mailto" else host):
        return None
    whole = parts._replace(netloc=parts.netloc.lower().replace(parts.hostname or "", host)) if host else parts
    return quote(whole.geturl(), safe=_KEPT)
