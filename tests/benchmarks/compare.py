"""Both formats of the Vilnius brief, timed beside other generators on the same words, in one run.

    python -m pip install '.[benchmark]'
    python tests/benchmarks/compare.py [--rounds 7]

Cold: whole processes, from start to files on disk. Warm: in one process, after a first run. The peers get the words of
our own HTML, turned into their own input beforehand and not timed: pandoc its Markdown (DOCX), Typst its markup
(PDF/A-2a, PDF/UA-1), WeasyPrint the HTML itself (PDF/UA-1). Typst gets no drawings, and the notes at the end of the
document: with notes in tables that run over pages it stops with an internal error. Times are medians; ratios are what
matters, as machines differ.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pypandoc
import typst

import brief

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).parents[2]
EVENT = "vilnius-2023"
STANDARDS = ["a-2a", "ua-1"]

TYPST = f"""
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards={STANDARDS!r})
"""
WEASYPRINT = """
import sys, weasyprint
weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/ua-1')
"""


def median(run: Callable[[], object], rounds: int) -> float:
    """Median seconds of `run`, after one run that is not counted."""
    run()
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        run()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def process(*command: str) -> Callable[[], object]:
    """A whole process."""
    return lambda: subprocess.run(command, check=True, cwd=ROOT, capture_output=True)


def prepare(folder: Path) -> Mapping[str, Path]:
    """The same words for each peer."""
    page = folder / "brief.html"
    page.write_bytes(brief.generate(EVENT, formats=("html",), briefs=ROOT / "briefs").documents["html"].content)
    markdown, markup = folder / "brief.md", folder / "brief.typ"
    pypandoc.convert_file(str(page), "markdown", outputfile=str(markdown))
    plain = folder / "plain.html"
    text = re.sub(r'<a [^>]*role="doc-backlink"[^>]*>.*?</a>', "", page.read_text(encoding="utf-8"))
    text = re.sub(r"<svg.*?</svg>", "", text, flags=re.DOTALL)
    text = re.sub(r"<(/?)fig(?:ure|caption)[^>]*>", r"<\1div>", text)
    plain.write_text(re.sub(r' role="doc-[a-z]+"', "", text), encoding="utf-8")
    title = '#set document(title: "Policy brief")\n#set text(lang: "en")\n'
    markup.write_text(title + pypandoc.convert_file(str(plain), "typst"), encoding="utf-8")
    return {"html": page, "markdown": markdown, "typst": markup}


def cold(words: Mapping[str, Path], out: Path, rounds: int) -> dict[str, float]:
    """Seconds of whole processes."""
    us = Path(sys.executable).with_name("brief")
    return {
        "brief, DOCX and PDF": median(process(str(us), "generate", "--event", EVENT, "--out", str(out)), rounds),
        "pandoc, DOCX": median(
            process(pypandoc.get_pandoc_path(), str(words["markdown"]), "-o", str(out / "p.docx")), rounds
        ),
        "Typst, PDF": median(process(sys.executable, "-c", TYPST, str(words["typst"]), str(out / "t.pdf")), rounds),
        "WeasyPrint, PDF": median(
            process(sys.executable, "-c", WEASYPRINT, str(words["html"]), str(out / "w.pdf")), rounds
        ),
    }


def warm(words: Mapping[str, Path], rounds: int) -> dict[str, float]:
    """Seconds in one process."""

    def both() -> object:
        return brief.generate(EVENT, formats=("docx", "pdf"), briefs=ROOT / "briefs")

    def peer() -> object:
        return typst.compile(str(words["typst"]), pdf_standards=STANDARDS)

    return {"brief, DOCX and PDF": median(both, rounds), "Typst, PDF": median(peer, rounds)}


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        words = prepare(folder)
        slow, fast = cold(words, folder, rounds), warm(words, rounds)
    pair = slow["pandoc, DOCX"] + slow["Typst, PDF"]
    print("cold, whole processes")
    for what, seconds in slow.items():
        print(f"  {what:22}{seconds * 1000:8.0f} ms")
    print("warm, one process")
    for what, seconds in fast.items():
        print(f"  {what:22}{seconds * 1000:8.0f} ms")
    print("ratios")
    print(f"  cold, brief : pandoc + Typst        {slow['brief, DOCX and PDF'] / pair:.2f}")
    print(f"  warm, brief : pandoc + Typst cold   {fast['brief, DOCX and PDF'] / pair:.2f}")
    print(f"  cold, brief : WeasyPrint            {slow['brief, DOCX and PDF'] / slow['WeasyPrint, PDF']:.2f}")


if __name__ == "__main__":
    main()
