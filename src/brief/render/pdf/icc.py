"""The colour profile of the output intent: sRGB (IEC 61966-2-1) as an ICC profile of version 2.1, from its numbers.

PDF/A wants every colour tied to a profile (ISO 19005-2, 6.2.4.3). Making it here needs no imaging library, and carries
no date of its making.
"""

from __future__ import annotations

import struct

_ENTRIES = 1024
_WHITE = (0.9642, 1.0, 0.8249)  # D50, the white of the profile connection space
_RED = (0.43607, 0.22249, 0.01392)  # the primaries, adapted from D65 to D50 (Bradford)
_GREEN = (0.38515, 0.71687, 0.09708)
_BLUE = (0.14307, 0.06061, 0.71410)
_ADAPTATION = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)


def srgb() -> bytes:
    """The profile, about 2.6 KB."""
    curve = _curve()
    tags = (
        (b"desc", _description("sRGB IEC61966-2.1")),
        (b"cprt", b"text\0\0\0\0No copyright, use freely\0"),
        (b"wtpt", _numbers(b"XYZ ", _WHITE)),
        (b"chad", _numbers(b"sf32", _ADAPTATION)),
        (b"rXYZ", _numbers(b"XYZ ", _RED)),
        (b"gXYZ", _numbers(b"XYZ ", _GREEN)),
        (b"bXYZ", _numbers(b"XYZ ", _BLUE)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    )
    table, body, places = [struct.pack(">I", len(tags))], b"", dict[bytes, int]()
    start = 128 + 4 + 12 * len(tags)
    for tag, content in tags:
        if content not in places:
            places[content] = start + len(body)
            body += content + b"\0" * (-len(content) % 4)
        table.append(struct.pack(">4sII", tag, places[content], len(content)))
    return _header(start + len(body)) + b"".join(table) + body


def _header(size: int) -> bytes:
    made = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    identity = struct.pack(">I4s4s4s4s", size, b"\0\0\0\0", b"\x02\x10\0\0", b"mntr", b"RGB ")
    white = struct.pack(">3i", *map(_fixed, _WHITE))
    return (identity + b"XYZ " + made + b"acsp" + b"\0" * 28 + white).ljust(128, b"\0")


def _fixed(value: float) -> int:
    return round(value * 65536)


def _numbers(kind: bytes, values: tuple[float, ...]) -> bytes:
    return kind + b"\0\0\0\0" + struct.pack(f">{len(values)}i", *map(_fixed, values))


def _description(name: str) -> bytes:
    text = name.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + b"\0" * (4 + 4 + 2 + 1 + 67)


def _curve() -> bytes:
    """From encoded value to light, by IEC 61966-2-1, 5.2."""
    steps = (index / (_ENTRIES - 1) for index in range(_ENTRIES))
    light = (step / 12.92 if step <= 0.04045 else ((step + 0.055) / 1.055) ** 2.4 for step in steps)
    return b"curv\0\0\0\0" + struct.pack(f">I{_ENTRIES}H", _ENTRIES, *(round(value * 65535) for value in light))
