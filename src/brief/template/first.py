"""The first files of a template of one's own: it extends another, and its comments say what can be changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.files import DEVICES
from brief.template.labels import languages

if TYPE_CHECKING:
    from brief.template.folder import Template

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class BadNameError(ValueError):
    """A text cannot be the name of a template; the message says why."""


class BadBaseError(ValueError):
    """A template cannot be extended by one in the folder `templates`; the message says why."""


def first_files(name: str, base: Template) -> dict[str, str]:
    """The files of a new template by their path in its folder.

    Raises BadNameError where it cannot be called so, BadBaseError where it would not find what it extends.
    """
    if not _NAME.fullmatch(name):
        message = f"'{name}' cannot be the name of a template: lower-case letters, digits and hyphens"
        raise BadNameError(message)
    if re.fullmatch(DEVICES, name):
        message = f"'{name}' cannot be the name of a template: Windows keeps it for itself"
        raise BadNameError(message)
    if name in {one.folder.resolve().name for one in base.chain}:
        message = f"'{name}' is the name of what it extends: choose another"
        raise BadNameError(message)
    extended = base.extended_as
    if not extended:
        message = (
            f"a template in the folder templates would not find '{base.shown}' to extend it: move it there as well"
        )
        raise BadBaseError(message)
    spoken = languages(base)
    language = spoken[0] if len(spoken) == 1 else "en"
    return {
        "template.toml": _MANIFEST.format(name=name.replace("-", " ").capitalize(), base=extended),
        "style.toml": _STYLE.format(base=extended),
        f"labels/{language}.toml": _LABELS.format(base=extended),
    }


_MANIFEST = """\
# What this template is. All that it does not say itself, it takes from the one that it extends.
name = "{name}"
purpose = "The {base} with changes of our own"
extends = "{base}"

# An option may be set for one run: brief generate … --set copies=3. A part asks for it as {{{{ option.copies }}}}.
# [options.copies]
# type = "number"            # or "text", or "flag"
# default = 1
# purpose = "how many numbered copies there are"
"""

_STYLE = """\
# How this template looks. Take the # from a line and change its value; what is not here is as in {base}.
# 'brief template show NAME' prints every value that holds, and where it comes from.

# [logo]                     # a PNG or JPEG in this folder
# file = "logo.png"
# width = 40                 # millimetres
# alt = "Ministry of …"      # what it says, for those who do not see it

# [page]                     # millimetres
# left = 30
# right = 30

# [colours]
# structure = "#1b365d"      # rules, bars, bullets

# [text.heading1]
# colour = "#1b365d"
# size = 14
"""

_LABELS = """\
# The fixed words of this template. One that stands here takes the place of that of {base}.

# bottom_line = "Bottom line"
"""
