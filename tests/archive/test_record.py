"""A register with a field set has that field, and every other byte it had."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.archive.record import amended, appended
from brief.event import one_line, read_sources

HASH = "0123456789abcdef" * 4
OTHER = "f" * 64

REGISTER = """\
# Sources.
sources:
  # ---- the first ----
  - id: P01   # the first of all
    title: "A: b"
    publisher: NATO
    date: 2023-01-30
    read_on: 2026-11-21 # read
    grade: A1
    note: A note.

  - {id: P02, title: T, publisher: 'P',}
  -   id: 'P03'
      note: >-
        Folded
        words.
      title: T
      publisher: |
        Yonhap
      grade:
  - id: P04
    title: {en: T}
    publisher: P
    sha256: "0000000000000000000000000000000000000000000000000000000000000000" # old
  # the end
"""


def added(before: str, after: str) -> list[str]:
    """The lines of `after` that are not in `before`, whose lines are all in it, in order."""
    rest = iter(after.splitlines(keepends=True))
    new: list[str] = []
    for line in before.splitlines(keepends=True):
        for other in rest:
            if other == line:
                break
            new.append(other)
        else:
            pytest.fail(f"{line!r} is gone")
    return [*new, *rest]


def hashes(register: str) -> dict[str, str | None]:
    sources, problems = read_sources(register.replace("\r\n", "\n").replace("\r", "\n"), "sources.yaml")
    assert not problems
    return {source.id: source.sha256 for source in sources}


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_hash_goes_on_a_line_of_its_own_behind_the_grade(ending: str) -> None:
    register = REGISTER.replace("\n", ending)
    changed = amended(register, "P01", {"sha256": HASH})
    assert added(register, changed) == [f"    sha256: {HASH}{ending}"]
    assert f"grade: A1{ending}    sha256: " in changed
    assert hashes(changed)["P01"] == HASH


def test_a_record_in_braces_stays_in_them() -> None:
    changed = amended(REGISTER, "P02", {"sha256": HASH})
    assert changed == REGISTER.replace("publisher: 'P',}", f"publisher: 'P', sha256: {HASH},}}")
    assert hashes(changed)["P02"] == HASH


def test_a_field_without_a_value_and_folded_texts_are_no_hindrance() -> None:
    changed = amended(REGISTER, "P03", {"sha256": HASH})
    assert added(REGISTER, changed) == [f"      sha256: {HASH}\n"]
    assert hashes(changed)["P03"] == HASH


def test_a_hash_that_is_there_is_replaced_where_it_stands() -> None:
    changed = amended(REGISTER, "P04", {"sha256": HASH})
    assert changed == REGISTER.replace(f'"{"0" * 64}"', HASH)


def test_a_hash_that_is_left_empty_is_filled() -> None:
    register = REGISTER.replace("grade: A1\n", "grade: A1\n    sha256:\n")
    assert amended(register, "P01", {"sha256": HASH}) == register.replace("sha256:\n", f"sha256: {HASH}\n")


def test_the_day_of_reading_is_changed_or_added() -> None:
    changed = amended(REGISTER, "P01", {"read_on": "2027-01-01"})
    assert changed == REGISTER.replace("2026-11-21 #", "2027-01-01 #")
    assert added(REGISTER, amended(REGISTER, "P04", {"read_on": "2027-01-01"})) == ["    read_on: 2027-01-01\n"]


def test_a_file_without_a_last_line_end_is_amended_too() -> None:
    register = "sources:\n- id: P01\n  title: T\n  publisher: P"
    assert amended(register, "P01", {"sha256": HASH}) == f"{register}\n  sha256: {HASH}"


@pytest.mark.parametrize(
    "register",
    [
        "sources:\n- id: P01\n  title: T\n  publisher: P\n  sha256: |\n    0\n",
        "sources:\n- id: P02\n  title: T\n",
        "sources: P01\n",
        "other: []\n",
    ],
)
def test_a_layout_that_cannot_be_amended_is_refused(register: str) -> None:
    with pytest.raises(ValueError, match=r"best written by hand|no record of P01|no list 'sources'"):
        amended(register, "P01", {"sha256": HASH})


NEW = {"id": "P70", "title": 'A: "new" one', "publisher": "Yonhap", "sha256": HASH}


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("indent", ["", "  "])
@pytest.mark.parametrize("last", ["", "\n", "\n\n", "\n# the end\n"])
def test_a_new_record_goes_behind_the_last_in_the_layout_of_the_file(indent: str, ending: str, last: str) -> None:
    register = f"sources:\n{indent}- id: P01\n{indent}  title: T\n{indent}  publisher: P{last}".replace("\n", ending)
    changed = appended(register, NEW)
    assert changed.startswith(register)
    assert changed.endswith(
        f'{ending}{ending}{indent}- id: P70{ending}{indent}  title: "A: \\"new\\" one"{ending}'
        f"{indent}  publisher: Yonhap{ending}{indent}  sha256: {HASH}{ending}"
    )
    assert hashes(changed) == {"P01": None, "P70": HASH}


def test_the_first_record_goes_where_the_list_is_empty() -> None:
    changed = appended("# Sources.\nsources: [] # none yet\n", NEW)
    assert changed.startswith("# Sources.\nsources: # none yet\n  - id: P70\n")
    assert changed.endswith("\n")
    assert hashes(changed) == {"P70": HASH}


def test_a_list_in_brackets_is_refused() -> None:
    with pytest.raises(ValueError, match="in brackets"):
        appended("sources: [{id: P01, title: T, publisher: P}]\n", NEW)


PRINTABLE = st.text(min_size=1, max_size=40).filter(lambda text: text.isprintable() and text.strip())
SIGNS = st.text(alphabet="ab:# -'\"\\{}[],&*!|>%@`~?nul0\u2019한", min_size=1, max_size=20).filter(str.strip)


@given(PRINTABLE | SIGNS, SIGNS)
def test_any_text_reads_back_as_it_was_given(title: str, note: str) -> None:
    import unicodedata

    given = {"id": "P70", "title": one_line(title), "publisher": "P", "note": one_line(note)}
    sources, problems = read_sources(appended(REGISTER, given), "sources.yaml")
    assert not problems
    assert sources[-1].title == unicodedata.normalize("NFC", one_line(title))
    assert sources[-1].note == one_line(note)
    assert [source.id for source in sources] == ["P01", "P02", "P03", "P04", "P70"]
