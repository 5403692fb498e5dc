# ruff: noqa: RUF001 - dashes, apostrophes and quotation marks are what is tested
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.polish.lettering import lettered, signed, spaced
from trees import texts

PLAIN = str.maketrans("\u00a0\u2013\u2019", " -'")


def shown(words: str) -> str:
    """The words, their no-break spaces to be seen."""
    return words.replace("\u00a0", "_")


@pytest.mark.parametrize(
    ("said", "set_"),
    [
        ("on 11 July 2023.", "on 11_July_2023."),
        ("11 Jul 2023", "11_Jul_2023"),
        ("in July 2023, in January 2023", "in July_2023, in January 2023"),
        ("2023. 7. 12. 및 2023. 7.", "2023._7._12. 및 2023._7."),
        ("2023년 7월 12일", "2023년 7월_12일"),
        ("사무총장은 1. 29. 박진 장관과, (1. 30.) 연설", "사무총장은 1._29. 박진 장관과, (1._30.) 연설"),
        ("1. 29.~30. 방한, 7. 31.~8. 2. 회의, 2022. 11월 개설", "1._29.~30. 방한, 7._31.~8._2. 회의, 2022._11월 개설"),
        ("13. 29. 및 12. 32.", "13. 29. 및 12. 32."),
    ],
)
def test_a_date_stays_on_one_line_and_so_do_a_short_month_and_its_year(said: str, set_: str) -> None:
    assert shown(spaced(said)) == set_


@pytest.mark.parametrize(
    ("said", "set_"),
    [
        ("5.4 MW, 20 km (30 million) and 45 %", "5.4_MW, 20_km (30_million) and 45_%"),
        ("45 per cent of it", "45_per_cent of it"),
        ("KRW 40 billion at 10 a.m. or 22:00 KST", "KRW_40_billion at 10_a.m. or 22:00_KST"),
        ("Areas 6 and 7, 11 areas", "Areas_6 and 7, 11 areas"),
        ("4 men and 3 kmers", "4 men and 3 kmers"),
    ],
)
def test_a_number_stays_with_its_unit_and_with_what_names_it(said: str, set_: str) -> None:
    assert shown(spaced(said)) == set_


@pytest.mark.parametrize(
    ("said", "set_"),
    [
        ("No. 5, Art. 5, para. 6, p. 7, (paragraph 6)", "No._5, Art._5, para._6, p._7, (paragraph_6)"),
        ("Annex A, Note 3, Table 2, Part IV", "Annex_A, Note_3, Table_2, Part_IV"),
        ("Annex Agreement, said no. 5 came", "Annex Agreement, said no. 5 came"),
    ],
)
def test_a_label_stays_with_its_number_or_letter(said: str, set_: str) -> None:
    assert shown(spaced(said)) == set_


@pytest.mark.parametrize(
    ("said", "set_"),
    [
        ("Mr Kim, Dr. Lee and (H.E. Mr Yoon)", "Mr_Kim, Dr._Lee and (H.E._Mr_Yoon)"),
        ("J. R. R. Tolkien", "J._R._R. Tolkien"),
        ("the Mr is, Gender Studies", "the Mr is, Gender Studies"),
    ],
)
def test_a_title_stays_with_the_name_and_initials_with_each_other(said: str, set_: str) -> None:
    assert shown(spaced(said)) == set_


def test_a_source_stays_with_what_stands_before_it() -> None:
    assert shown(spaced("NATO, 2023 [?]; Yonhap, 2023 [12] and [sic]")) == "NATO, 2023_[?]; Yonhap, 2023_[12] and [sic]"


LINE = "The leaders of the four partners condemned the missile launch of"


@pytest.mark.parametrize(
    ("said", "set_"),
    [
        (f"{LINE} that day.", f"{LINE} that_day."),
        (f"{LINE} the Korean peninsula", f"{LINE} the Korean peninsula"),
        (f"{LINE} denuclearisation too", f"{LINE} denuclearisation too"),
        ("Launch of that day.", "Launch of that day."),
        (f"{LINE} 12 July 2023.", f"{LINE} 12_July_2023."),
    ],
)
def test_a_short_last_word_is_held_in_a_long_text(said: str, set_: str) -> None:
    assert shown(spaced(said)) == set_


@pytest.mark.parametrize(
    ("said", "set_"),
    [
        ("2023-2026", "2023–2026"),
        ("(2019-2023), 1998-2001.", "(2019–2023), 1998–2001."),
        ("11-12 July", "11–12_July"),
        ("pp. 3-7; paragraphs 3-7; Areas 6-7", "pp._3–7; paragraphs_3–7; Areas_6–7"),
        ("20-30 km, 5-10%, 1,000-2,500.5 million", "20–30_km, 5–10%, 1,000–2,500.5_million"),
    ],
)
def test_a_range_has_an_en_dash(said: str, set_: str) -> None:
    assert shown(lettered(said)) == set_


@pytest.mark.parametrize(
    "said",
    [
        *("2023-07-11", "2023-07", "2023-24", "G-7", "F-35", "3-2", "2026-2023", "9-3 km", "32-40 July", "1.2.3-4 km"),
        *("SAMPLE/2020-2024", "A/RES/2001-2002", "No. 2001-2024", "article 12-14", "DOC-2001-2002", "n=2001-2002"),
        *("1588-2100", "02 2000-2014", "+82-2-2000-2014", "2001-2002-2003", "2001-2002/3", "2001-2002a"),
    ],
)
def test_what_may_be_a_reference_a_telephone_number_or_a_date_keeps_its_hyphen(said: str) -> None:
    assert lettered(said).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("said", "set_"),
    [
        ("Korea's, l'Europe, don't", "Korea’s, l’Europe, don’t"),
        ("the allies' plan, the states'.", "the allies’ plan, the states’."),
        ("'he said' that the 'allies' came", "'he said' that the 'allies' came"),
        ("37°34'N, 5'6, 'x, x'", "37°34'N, 5'6, 'x, x'"),
    ],
)
def test_an_apostrophe_is_a_true_one(said: str, set_: str) -> None:
    assert lettered(said) == set_


@pytest.mark.parametrize(
    "quoted",
    ["“Korea's 2019-2023”", '"Korea\'s 2019-2023"', "‘Korea's 2019-2023’", "「Korea's 2019-2023」"],
)
def test_no_letter_of_a_quotation_changes_but_spaces_do(quoted: str) -> None:
    assert lettered(f"{quoted} is Korea's") == f"{quoted} is Korea’s"
    assert shown(lettered("“on 11 July”")) == "“on 11_July”"


@pytest.mark.parametrize(
    "address", ["https://x.org/l'a/pp.=3-7", "www.x.org/2019-2023", "o'neil@x.org", "(https://x.org/a'b)"]
)
def test_an_address_stays_as_it_is(address: str) -> None:
    assert lettered(f"Korea's {address} Korea's") == f"Korea’s {address} Korea’s"


PIECES = st.sampled_from(
    (
        *("11", "July", "2023", "No.", "pp.", "3-7", "2019-2023", "Korea's", "allies'", "'", "’", "“", "”", '"', "‘"),
        *("km", "per", "cent", "Mr", "A.", "B.", "Annex", "7.", "12.", "\u00a0", "\n", "-", "/", "x@y", "월"),
    )
)
ANY = st.lists(st.tuples(PIECES | texts(), st.sampled_from((" ", "")))).map(
    lambda pieces: "".join(word + space for word, space in pieces)
)


@given(ANY)
def test_nothing_but_spaces_hyphens_and_apostrophes_ever_changes(said: str) -> None:
    for setting in (spaced, signed, lettered):
        made = setting(said)
        assert len(made) == len(said)
        assert made.translate(PLAIN) == said.translate(PLAIN)
    assert spaced(said).replace("\u00a0", " ") == said.replace("\u00a0", " ")


@given(ANY)
def test_what_is_set_is_not_set_again(said: str) -> None:
    assert lettered(lettered(said)) == lettered(said)


def test_a_long_word_takes_no_long_time() -> None:
    assert lettered("1-" * 50_000 + "'" * 50_000 + "a" * 50_000 + "://")
