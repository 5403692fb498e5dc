"""The judges of Word documents: Microsoft's Open XML SDK, from npm, and openxml-audit, from PyPI.

The first knows the schemas best. It does not see a cell without a paragraph, which Word calls corrupt, nor a style or a
numbering that nobody defines: the second does. Neither sees that a picture has no description or that an id stands
twice: the tests of the DOCX renderer do.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

Judge = Literal["sdk", "audit"]
JUDGES: tuple[Judge, ...] = get_args(Judge)

HERE = Path(__file__).parent
FAULTLESS, FAULTY = 0, 1


@dataclass(frozen=True, slots=True)
class Finding:
    """An error that a judge sees: the part of the package, the way to the element where it is known, and the words."""

    part: str
    path: str
    message: str


def lacking(judge: Judge) -> str:
    """What this machine lacks to hear a judge, in words; nothing when it can."""
    if judge == "audit":
        return "" if find_spec("openxml_audit") else "openxml-audit is not installed: pip install '.[judges]'"
    if not shutil.which("node"):
        return "the Open XML SDK's validator needs Node 18 or later"
    packages = HERE / "node_modules" / "@xarsh"
    if not any(packages.glob("ooxml-validator-*/ooxml-validator*")):
        return "no Open XML SDK validator for this machine in node_modules: npm install in tests/judges"
    return ""


def findings(judge: Judge, files: Mapping[str, bytes]) -> dict[str, tuple[Finding, ...]]:
    """What a judge sees in each file. Raises RuntimeError where the judge itself is broken."""
    threads = 2 if judge == "sdk" else 1  # openxml-audit runs in this process and keeps its schemas in caches
    with TemporaryDirectory() as folder, ThreadPoolExecutor(threads) as pool:
        paths = [Path(folder) / f"{number}.docx" for number in range(len(files))]
        for path, content in zip(paths, files.values(), strict=True):
            path.write_bytes(content)
        return dict(zip(files, pool.map(_sdk if judge == "sdk" else _audit, paths), strict=True))


def _sdk(path: Path) -> tuple[Finding, ...]:
    command = shutil.which("ooxml-validator", path=str(HERE / "node_modules" / ".bin"))
    if command is None:
        raise RuntimeError(lacking("sdk"))
    done = subprocess.run([command, path], capture_output=True, check=False, encoding="utf-8")
    if done.returncode not in {FAULTLESS, FAULTY}:
        raise RuntimeError(done.stderr)
    told = json.loads(done.stdout)
    if told["ok"] == bool(told["errors"]) or told["ok"] != (done.returncode == FAULTLESS):
        message = f"the Open XML SDK's validator contradicts itself: {done.stdout}"
        raise RuntimeError(message)
    return tuple(Finding(e["path"] or "", e["xPath"] or "", e["description"]) for e in told["errors"])


def _audit(path: Path) -> tuple[Finding, ...]:
    from openxml_audit import FileFormat, OpenXmlValidator

    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path)
    found = tuple(Finding(error.part_uri, error.path, error.description) for error in result.errors)
    return tuple(finding for finding in found if not _is_false(finding))


def _is_false(finding: Finding) -> bool:
    """Whether openxml-audit only misses that a `stylesWithEffects` part repeats `styles`.

    It need not: Word opens the base document of python-docx, whose parts differ, and the Open XML SDK finds no fault.
    """
    return finding.part == "/word/stylesWithEffects.xml" and (
        "not in stylesWithEffects" in finding.message or finding.message.startswith("docDefaults differ")
    )
