"""What the codes mean that are told of a template: of its parts, its labels, its style and the Markdown it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.problem import Severity

_FILLED = "The words of a template are Markdown with few additions; the parts of templates/policy-brief show them all."

_NAMES = "What stands behind a name is said in briefs/README.md; the hint gives the nearest. Mend the name."

OF_TEMPLATES: tuple[tuple[str, Severity, str], ...] = (
    (
        "unknown-template",
        "error",
        (
            "A template that is asked for comes with brief, or is a folder with a brief.md.j2, or extends another.\n"
            "Mend the name: `brief list` shows those that there are."
        ),
    ),
    (
        "option",
        "error",
        (
            "An option is one that the template has, and its value one that it allows.\n"
            "Options stand in template.toml as [options.NAME]; `brief template show` lists them."
        ),
    ),
    ("unknown-language", "error", "A template has labels in the language of the brief.\nWrite labels/<language>.toml."),
    ("template-syntax", "error", "A part of a template is Jinja.\nThe message says which sign or tag does not belong."),
    (
        "template",
        "error",
        "A template can be filled with the data of this event.\nThe message says what failed, and at which line.",
    ),
    ("unknown-name", "error", f"A template uses only names that it is given or sets itself.\n{_NAMES}"),
    ("unknown-field", "error", f"A template asks a record only for fields that it has.\n{_NAMES}"),
    (
        "unknown-label",
        "error",
        "A template uses only labels that its labels file has.\nAdd the label to that file, or mend the name.",
    ),
    (
        "unused-label",
        "warning",
        (
            "A label of a template is printed by one of its parts, or by those of a template that it extends.\n"
            "One that is misspelt leaves the word in its place that was there before. Mend its name, or take it out."
        ),
    ),
    ("unknown-filter", "error", f"A template uses only filters that there are.\n{_NAMES}"),
    ("unknown-test", "error", f"A template uses only tests that there are.\n{_NAMES}"),
    ("unknown-block", "error", f"A block that a template asks for is one it has.\n{_NAMES}"),
    (
        "may-be-empty",
        "error",
        (
            "A template asks before it uses what may be missing.\n"
            "Not every event has it. Put it under {% if … %}, or take those that have it with |selectattr."
        ),
    ),
    (
        "forbidden",
        "error",
        "A template uses no name that begins with an underscore.\nSuch names belong to Python, not to the data.",
    ),
    ("arguments", "error", "A filter or a function is given what it takes.\nThe message says what that is."),
    ("cannot-print", "error", "What a template prints is a text, a number or a date.\nPrint a field of it."),
    ("cannot-loop", "error", "What a template loops over is a list.\nLoop over one of its fields."),
    (
        "joined",
        "error",
        "Texts are not joined with ~.\nWrite them beside each other, so that each keeps its place in the data.",
    ),
    ("not-callable", "error", "Only functions and macros are called.\nLeave out the brackets."),
    ("outside-block", "error", "A template that extends another writes inside blocks.\nMove it into a block."),
    ("outside-folder", "error", "A template uses only files of its own folder.\nCopy the part into it."),
    ("missing-part", "error", "A part that a template includes exists.\nMend its name, or write it."),
    (
        "stray-file",
        "warning",
        (
            "A file beside those of a template or of the data has a name by which it is looked for.\n"
            "Some editors put .txt behind it. Rename it as the hint says, or move it elsewhere."
        ),
    ),
    ("part-name", "error", "The part that is included is named in the template.\nWrite its name, not an expression."),
    ("circle", "error", "No part of a template leads back to itself.\nTake one of the includes out."),
    ("document", "error", f"The document has a title, and only fields that are known.\n{_FILLED}"),
    ("heading", "error", f"Headings have words, and three levels.\n{_FILLED}"),
    ("heading-level", "error", f"Headings leave out no level on the way down.\n{_FILLED}"),
    ("box", "error", f"A box has a known name and is closed.\n{_FILLED}"),
    ("block", "error", f"What stands on its own lines does not stand among words.\n{_FILLED}"),
    ("fact", "error", f"A list of facts holds paragraphs written `- Name: value`.\n{_FILLED}"),
    ("table", "error", f"A table has as many cells in each row as in its head.\n{_FILLED}"),
    ("list", "error", f"A numbered list begins at 1.\n{_FILLED}"),
    (
        "far-in",
        "warning",
        (
            "The mark of an item, a quotation or a table stands at the beginning of its line.\n"
            "Four columns further in than the text above, it is words. Lines may stand in by three, loops or not."
        ),
    ),
    ("figure", "error", f"A box for a figure holds one figure.\n{_FILLED}"),
    ("note", "error", f"A note holds words, and has an id of its own.\n{_FILLED}"),
    (
        "link",
        "error",
        (
            "A link leads to a heading of the document or to an address of the web, and holds words.\n"
            "Write [words](address), with http:, https: or mailto:."
        ),
    ),
    ("markup", "error", f"A template uses only the marks that a brief has.\n{_FILLED}"),
    ("nesting", "error", f"Lists, boxes and marks do not stand too deep in one another.\n{_FILLED}"),
    (
        "toml",
        "error",
        'Labels, style and template.toml are TOML.\nA line looks like: name = "words". The message says what is wrong.',
    ),
    ("type", "error", "A value of style.toml is what its key asks for.\nThe hint says how it is written."),
    ("range", "error", "A number of style.toml is one that a page can have.\nThe hint says from where to where."),
    ("colour", "error", 'A colour of style.toml is written "#rrggbb".\nSuch as "#1b365d".'),
    (
        "font",
        "error",
        (
            "A face that style.toml names is a font file of the template or comes with brief.\n"
            "TrueType and OpenType files are read. Mend the name, or put the file there."
        ),
    ),
    (
        "logo",
        "error",
        (
            "A logo is a whole PNG or JPEG picture.\n"
            "It has 4 MiB and 16 million pixels at most. Save it anew, or make it smaller."
        ),
    ),
    (
        "no-file",
        "error",
        "A file that style.toml names is in the template's folder.\nPut it there, or mend its name.",
    ),
    (
        "base",
        "error",
        (
            "The base of Word documents is a Word document without macros or a password.\n"
            "Open it in Word and save it anew, or import the letterhead once more."
        ),
    ),
    (
        "letterhead",
        "error",
        (
            "A letterhead is a .docx or .dotx file without macros or a password.\n"
            "Open it in Word and save it so. A warning or note tells what is not taken over, or what Word alone shows."
        ),
    ),
    (
        "missing-key",
        "error",
        (
            "A table of style.toml, markings.toml or template.toml has every key that it needs.\n"
            "A family has a name and four faces, a marking its mark and portion, an option a default. Write the key."
        ),
    ),
    ("address", "error", "The address of a scheme of markings begins with https://.\nMend it, or leave it out."),
    ("space", "error", "A marking has no space at its beginning or end.\nIt could not be seen. Leave it out."),
    ("brackets", "error", "A portion mark holds no brackets.\nThey are printed about it. Leave them out."),
    (
        "moved",
        "error",
        "Markings stand in markings.toml, not in style.toml.\nMove each to that file, as a [[marking]].",
    ),
    (
        "contrast",
        "warning",
        (
            "Letters and the marks of lists stand out from what is behind them by 4.5 to 1, dots of status by 3 to 1.\n"
            "These are the ratios of WCAG 2.2, 1.4.3 and 1.4.11. Take a darker or a lighter colour."
        ),
    ),
)
"""Code, severity, and what it means: one sentence, then why and what to do."""
