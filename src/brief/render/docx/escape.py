"""Words as XML: every character of the data stays a character, and none that XML 1.0 refuses reaches the file."""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]")  # XML 1.0, production 2
_BLANK = str.maketrans(dict.fromkeys("\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f", " "))  # white space to Python, not to XML
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_OFFICE = "http://schemas.openxmlformats.org"
W = f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main"'
R = f'xmlns:r="{_OFFICE}/officeDocument/2006/relationships"'
A = f'xmlns:a="{_OFFICE}/drawingml/2006/main"'
MC = f'xmlns:mc="{_OFFICE}/markup-compatibility/2006"'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
DRAWING = (
    f'xmlns:wp="{_OFFICE}/drawingml/2006/wordprocessingDrawing" {A} {MC} '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"'
)


def clean(words: str) -> str:
    """`words` without characters that no XML file may hold; odd white space is a space."""
    return _ILLEGAL.sub("", words.translate(_BLANK))


def escape(words: str) -> str:
    """`words` as they stand in an element or, between double quotes, in an attribute."""
    return clean(words).translate(_MARKUP)
