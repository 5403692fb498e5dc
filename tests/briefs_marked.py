"""A brief whose portions are marked, in each place where a template may print one, by either scheme."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from brief.make import Brief, generate
from briefs_made import ROOT

Kind = Literal["tlp", "ministry"]

SAMPLE = ROOT / "src" / "brief" / "sample"
TEMPLATE = ROOT / "templates" / "policy-brief"
EVENT = "first-meeting/event.yaml"
MARKS = {
    "tlp": ("TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT"),
    "ministry": ("INTERNAL", "OFFICIAL USE ONLY", "LIMITED DISTRIBUTION"),
}
"""A low, a middle and a high mark of each scheme."""

MORE = """
  - id: outcome-2
    text: A joint statement was read out.
    marking: LOW
    sources: [N1]
    quote: {text: The ferry will sail, source: N1, lead: As delivered}
  - {id: outcome-3, text: A dinner was held., sources: [N1]}

milestones:
  - {id: M1, date: 2019-05-01, label: Ferry closed, text: The ferry was closed., marking: MIDDLE, sources: [N1]}
  - {id: M2, date: 2025-02-03, label: Talks begun, text: Talks were begun., sources: [N1]}

agreements:
  - id: A1
    name: Ferry arrangement
    date: 2026-03-05
    parties: [berg, castro]
    text: The ferry arrangement is not public.
    marking: HIGH
    sources: [N1]
    points:
      - {id: A1-1, text: One crossing a day., sources: [N1]}
      - {id: A1-2, text: Fares are published., marking: LOW, sources: [N1]}
    areas:
      - id: A1-a
        number: 1
        text: Piers
        korean: 부두
        sources: [N1]
        content: {id: A1-a-c, text: Two piers., sources: [N1]}

discrepancies:
  - id: D1
    title: Day of the first crossing
    nature: conflict
    print: true
    marking: MIDDLE
    text: The first day is open.
    unsettled: true
    sources: [N1, N2]
    accounts:
      - {text: Before October., sources: [N1]}
      - {text: In spring., sources: [N2]}

reactions:
  - id: R1
    role: reaction
    title: A letter
    date: 2026-03-06
    marking: LOW
    claims:
      - {id: R1-1, text: A letter was received., sources: [N1]}
"""


def workspace(folder: Path, kind: Kind = "tlp", *, document: str = "") -> Path:
    """A copy of the sample with marked portions; the document is marked as `document`, or by them."""
    briefs = folder / "briefs"
    shutil.copytree(SAMPLE, briefs)
    low, middle, high = MARKS[kind]
    more = MORE.replace("LOW", low).replace("MIDDLE", middle).replace("HIGH", high)
    change(briefs / EVENT, "  marking: TLP:CLEAR\n", f"  marking: {document}\n" if document else "")
    change(briefs / EVENT, "    lead: Ferry.\n", f"    lead: Ferry.\n    marking: {middle}\n")
    change(briefs / EVENT, "  when:\n    id: when\n", f"  when:\n    id: when\n    marking: {low}\n")
    (briefs / EVENT).write_text((briefs / EVENT).read_text(encoding="utf-8") + more, encoding="utf-8")
    return briefs


def change(path: Path, old: str, new: str) -> None:
    """Replace what stands once in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def ministry(folder: Path) -> Path:
    """A copy of the policy brief that takes the example of a scheme."""
    template = folder / "ministry"
    shutil.copytree(TEMPLATE, template)
    (template / "markings.example.toml").replace(template / "markings.toml")
    return template


@cache
def marked(kind: Kind) -> Brief:
    """The brief of the marked sample in every format."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        template = ministry(folder) if kind == "ministry" else TEMPLATE
        briefs = workspace(folder, kind)
        return generate("first-meeting", formats=("docx", "pdf", "html", "text"), template=template, briefs=briefs)
