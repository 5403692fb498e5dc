"""How wide words are: enough to set labels apart, whatever face a format draws them in."""

from __future__ import annotations

WIDTH = 425.0
"""Width of a figure in points where no other is asked for: 150 mm. For less, words stand too close together."""

BOLD = 1.06
"""How much wider bold words are."""

_CLASSES = {
    0.25: " ',.:;Iijl|’‘·\u00a0",  # noqa: RUF001 - the quotation marks that briefs use
    0.3: "!()-[]f{}",
    0.35: "/\\rt",
    0.45: '"*?szcvxy“”',
    0.6: "ABCDEGKPRSTZ&",
    0.65: "HNOQU",
    0.7: "wM",
    0.85: "%W—@m",
    0.95: "…",
}
"""Advances of Source Sans in ems, rounded up to classes."""

_ADVANCES = {letter: width for width, letters in _CLASSES.items() for letter in letters}
_OTHER, _WIDE = 0.53, 0.95  # of any other letter, and of Hangul and Hanja


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """The width of `words` in points, in letters of `size`."""
    ems = sum(_ADVANCES.get(letter, _WIDE if letter >= "\u1100" else _OTHER) for letter in words)
    return ems * size * (BOLD if bold else 1)


def lines_of(words: str, size: float, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """`words` in as few lines as fit into `room`, of much the same width; a word that is wider is cut."""
    lines = _filled(words, size, room, bold=bold)
    while True:
        widest = max(width_of(line, size, bold=bold) for line in lines)
        narrower = _filled(words, size, widest - 1, bold=bold)
        if len(narrower) > len(lines) or narrower == lines:
            return lines
        lines = narrower


def _filled(words: str, size: float, room: float, *, bold: bool) -> tuple[str, ...]:
    """Each line filled before the next."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if width_of(longer, size, bold=bold) <= room:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            if lines[-1] and width_of(lines[-1] + letter, size, bold=bold) > room:
                lines.append("")
            lines[-1] += letter
    return tuple(lines)
