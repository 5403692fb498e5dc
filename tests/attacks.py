"""Published attacks as words: what ReportLab, Jinja, Word, XML, PDF and browsers were once made to run."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import yaml

from workspaces import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

SIGN = "pwned"
"""What each of them would leave behind: the name of a file, a host or a word."""

MARKUP = {
    # ReportLab: an attribute of a colour was evaluated (CVE-2023-33733, CVE-2019-17626)
    "CVE-2023-33733": "<para><font color=\"[[[getattr(pow, Word('__globals__'))['os'].system('touch pwned') for Word "
    "in [orgTypeFun('Word', (str,), {'mutated': 1, 'startswith': lambda self, x: 1 == 0, '__eq__': lambda self, x: "
    "self.mutate() and self.mutated < 0 and str(self) == x, 'mutate': lambda self: {setattr(self, 'mutated', "
    "self.mutated - 1)}, '__hash__': lambda self: hash(str(self))})]] for orgTypeFun in [type(type(1))]] and 'red'\">"
    "exploit</font></para>",
    "CVE-2019-17626": "<unichar code=\"__import__('os').system('touch pwned')\"/><span color=\"open('pwned', 'w')\"/>",
    # ReportLab: pictures from anywhere (CVE-2020-28463)
    "CVE-2020-28463": '<img src="http://127.0.0.1:9/pwned" valign="top"/><img src="file:///etc/passwd" width="1"/>',
    "onDraw": '<onDraw name="os.system" label="touch pwned"/><seq template="%(pwned)s"/><a name="pwned"/>',
    # browsers
    "script": "<script src=//127.0.0.1:9/pwned></script><img src=x onerror=open('pwned')>\"'><svg onload=pwned>",
    "style": "</style><style>@import url(//127.0.0.1:9/pwned);</style>-->]]><!--",
    # Jinja
    "jinja": "{{ cycler.__init__.__globals__.os.popen('touch pwned').read() }}{% include '/etc/passwd' %}{# pwned #}",
    # Word: fields, and the end of a run
    "DDE": '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k pwned" }{ INCLUDETEXT "//127.0.0.1/pwned" }',
    "run": '</w:t></w:r><w:fldSimple w:instr="DDEAUTO pwned"/><w:altChunk r:id="pwned"/><w:r><w:t>',
    # XML
    "XXE": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;&lt;pwned&gt;',
    # PDF: the end of a string, and of a stream
    "PDF": ") Tj ET endstream endobj 1 0 obj<</OpenAction<</S/JavaScript/JS(pwned)>>>> \\) (",
    # Markdown
    "markdown": "[pwned](javascript:pwned) ![pwned](http://127.0.0.1:9/pwned) <https://pwned> `pwned` **pwned",
    # Python
    "format": "{0.__class__.__init__.__globals__[pwned]} %(pwned)s %n ${pwned} {page.__class__}",
    # a shell, and a spreadsheet
    "shell": "=cmd|'/C pwned'!A0; $(touch pwned) `touch pwned` | touch pwned",
}

_PROSE = frozenset(
    (
        *("title", "subtitle", "occasion", "reference", "version", "to", "sender", "drafter", "text", "lead", "what"),
        *("name", "short", "organisation", "full", "publisher", "at", "quote"),
    )
)


def attacked(folder: Path, words: str) -> Path:
    """The sample's folder of briefs with some words behind every text of every file."""
    shutil.copytree(SAMPLE, folder)
    for file in folder.rglob("*.yaml"):
        held = yaml.safe_load(file.read_text(encoding="utf-8"))
        text = yaml.safe_dump(_behind(held, "", words), allow_unicode=True, width=100_000, sort_keys=False)
        file.write_text(text, encoding="utf-8")
    return folder


def _behind(held: Any, key: str, words: str) -> Any:
    if isinstance(held, dict):
        return {key: _behind(value, key, words) for key, value in held.items()}
    if isinstance(held, list):
        return [_behind(value, "", words) for value in held]
    return f"{held} {words}" if key in _PROSE and isinstance(held, str) else held


def plain(words: str) -> str:
    """Words as a keyboard writes them, without white: typography and the end of a line change no more than that."""
    keyboard = {"’": "'", "‘": "'", "–": "-", "“": '"', "”": '"'}  # noqa: RUF001 - the signs of a printed page
    return "".join(keyboard.get(letter, letter) for letter in words if not letter.isspace())
