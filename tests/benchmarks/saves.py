"""How long after a save the preview shows it: `python tests/benchmarks/saves.py [EVENT [SAVES]]`, on an idle machine.

A file of each kind is saved again and again while a page is open in headless Chromium. The time is from the end of the
save to the second frame after words or style of the page have changed, by the clock of this machine.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import sync_playwright

from previewing import command, preview_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
FILES = {
    "data": ("briefs/{event}/event.yaml", "title:\n  en: ", "title:\n  en: Save @ "),
    "register": ("briefs/people.yaml", "short: {en: President Yoon,", "short: {en: President Yoon @,"),
    "template part": ("templates/mine/parts/front.md.j2", "{{ label.key_points }}", "{{ label.key_points }} @"),
    "style": ("templates/mine/style.toml", "", '[colours]\nstructure = "#1b36@"\n'),
    "labels": ("templates/mine/labels/en.toml", "", 'bottom_line = "Save @"\n'),
}
"""What is saved, what is looked for in it, and what is written in its place, @ being the number of the save."""

SEEN = """() => {
  window.seen = [];
  const page = document.querySelector("main iframe:not(.coming)").contentDocument;
  new MutationObserver(() => {
    requestAnimationFrame(() => requestAnimationFrame(() => seen.push(performance.timeOrigin + performance.now())));
  }).observe(page, { childList: true, subtree: true, characterData: true });
}"""


def main(event: str, saves: int) -> None:
    """Measure, and print a line for each kind of file."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        desk = Path(folder)
        shutil.copytree(ROOT / "briefs", desk / "briefs")
        command("template", "new", "mine", cwd=desk)
        (desk / "templates/mine/parts").mkdir(exist_ok=True)
        part = ROOT / "templates/policy-brief/parts/front.md.j2"
        shutil.copyfile(part, desk / "templates/mine/parts/front.md.j2")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        with preview_of(desk, "--event", event, "--template", "mine") as preview:
            page.goto(preview.address)
            page.wait_for_function("() => document.querySelector('main iframe:not(.coming)')")
            page.evaluate(SEEN)
            for kind, (file, old, new) in FILES.items():
                tell(kind, [took(page, desk / file.format(event=event), old, new, number) for number in range(saves)])


def took(page: Page, file: Path, old: str, new: str, number: int) -> float:
    """Seconds until a save is seen."""
    page.wait_for_timeout(1500)
    before = file.read_text(encoding="utf-8")
    written = new.replace("@", str(number + 10))
    changed = before.replace(old, written, 1) if old else written + before
    assert changed != before, file
    page.evaluate("() => { seen.length = 0 }")
    file.write_text(changed, encoding="utf-8")
    saved = time.time()
    page.wait_for_function("() => seen.length", timeout=10_000)
    shown = float(page.evaluate("() => seen[0]")) / 1000
    file.write_text(before, encoding="utf-8")
    return shown - saved


def tell(kind: str, times: list[float]) -> None:
    """Print the median and the extremes of some times, in milliseconds."""
    low, middle, high = (round(each * 1000) for each in (min(times), statistics.median(times), max(times)))
    print(f"{kind:14} median {middle} ms  ({low} to {high}, {len(times)} saves)")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "vilnius-2023", int(sys.argv[2]) if len(sys.argv) > 2 else 12)
