"""A brief made by hand in which every node of the tree stands, as `polish` would leave it."""

from __future__ import annotations

from brief.place import Place
from brief.tree import (
    Badge,
    Block,
    Box,
    Break,
    Callout,
    Cell,
    Code,
    Column,
    Contents,
    Document,
    Dot,
    Drawing,
    Emphasis,
    Entry,
    Fact,
    Facts,
    Figure,
    Heading,
    Inline,
    Item,
    Label,
    Line,
    Link,
    List,
    Note,
    NoteRef,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Running,
    Strong,
    Table,
    Text,
)

Words = str | Inline


def every_node() -> Document:
    """The whole specimen."""
    return Document(
        title=_run("Korea and NATO adopt a partnership programme in eleven areas"),
        kicker=_run("Policy brief"),
        subtitle=_run(
            "Meeting of President Yoon and Secretary General Stoltenberg,",
            Break(),
            "NATO summit, Vilnius, 11\u00a0July 2023",
        ),
        children=(*_front(), *_meeting(), *_talks(), *_areas(), *_follow_ups(), *_boxes(), *_annexes()),
        notes=_notes(),
        language="en-GB",
        marking="TLP:CLEAR",
        running=Running(
            head="SAMPLE/2023/002 · Vilnius, 11 July 2023",
            foot="SAMPLE/2023/002 · version 1 · as of 14 July 2023",
            page="Page {page} of {pages}",
        ),
        author="Euro-Atlantic Partnerships desk",
        subject="Korea and NATO",
        keywords=("Korea", "NATO", "ITPP"),
        date="2023-07-14",
    )


def _run(*words: Words) -> tuple[Inline, ...]:
    return tuple(Text(word) if isinstance(word, str) else word for word in words)


def _said(text: str, line: int, path: str) -> Text:
    return Text(text, (Place("briefs/vilnius-2023/event.yaml", line, 11, path),))


def _korean(text: str) -> Text:
    return Text(text, language="ko")


def _strong(*words: Words) -> Strong:
    return Strong(_run(*words))


def _emphasis(*words: Words) -> Emphasis:
    return Emphasis(_run(*words))


def _paragraph(*words: Words) -> Paragraph:
    return Paragraph(_run(*words))


def _item(*words: Words) -> Item:
    return Item((_paragraph(*words),))


def _fact(term: str, *words: Words) -> Fact:
    return Fact(_run(term), _run(*words))


def _name(*words: Words) -> Cell:
    return Cell(_run(*words), header=True)


def _cell(*words: Words) -> Cell:
    return Cell(_run(*words))


def _head(*names: str) -> Row:
    return Row(tuple(_cell(name) for name in names), head=True)


def _source(number: int, source: str) -> Link:
    return Link(f"#source-{source}", _run(f"[{number}]"))


def _front() -> tuple[Block, ...]:
    header = (
        _fact("Reference", "SAMPLE/2023/002"),
        _fact("Version", "1"),
        _fact("Date", "14 July 2023"),
        _fact("As of", "14 July 2023"),
        _fact("Marking", "TLP:CLEAR"),
        _fact("To", "Director-General for Europe"),
        _fact("From", "Euro-Atlantic Partnerships desk"),
        _fact("Drafted by", "Desk officer (sample)"),
    )
    bottom_line = _paragraph(
        _said("Korea and NATO replaced their programme of 2012 with the ITPP", 31, "bottom_line[B1].text"),
        ", which covers eleven areas.",
        NoteRef("n-B1", 1),
        " No DPRK statement on the meeting is on record.",
    )
    points = (
        _item(_strong("Eleven areas."), " Dialogue and consultation come first.", NoteRef("n-K1", 2)),
        _item(_strong("Cyber."), " Korea plans an ", _emphasis("international"), " training centre for its partners."),
        _item("The launch of 12 July is context and ", _strong(_emphasis("no"), " reaction"), " to the meeting."),
    )
    entries = (
        Entry(1, "s-the-meeting", _run("1 The meeting")),
        Entry(2, "s-cyber-defence", _run("Cyber defence")),
        Entry(1, "s-areas", _run("2 The areas of the ITPP")),
        Entry(1, "s-follow-ups", _run("3 Open follow-ups")),
        Entry(1, "s-source-notes", _run("4 Source notes")),
        Entry(1, "s-annex-dprk", _run("Annex A DPRK reaction")),
        Entry(1, "s-annex-sources", _run("Annex B Sources")),
        Entry(1, "s-abbreviations", _run("Abbreviations")),
    )
    return (
        Facts("header", header),
        Callout("bottom-line", _run("Bottom line"), (bottom_line,)),
        Callout("key-points", _run("Key points"), (List("bullet", points),)),
        Contents(_run("Contents"), entries),
    )


def _meeting() -> tuple[Block, ...]:
    place = _fact("Date and place", "11 July 2023, LITEXPO, Vilnius, Lithuania", NoteRef("n-M1", 3))
    participants = _fact(
        "Participants",
        "Yoon Suk Yeol (",
        Text("윤석열", (Place("briefs/people.yaml", 9, 11, "people[yoon].korean"),), "ko"),
        "), President, Republic of Korea;",
        Break(),
        "Jens Stoltenberg, Secretary General, NATO",
    )
    return (
        Heading(1, _run("The meeting"), "s-the-meeting", "1", "section"),
        Figure(
            _drawing(),
            "The meetings. 30 January 2023: talks in Seoul. 11 July 2023: the “ITPP” is adopted in Vilnius, <한국>.",
            _run("The meetings of 2023, ", _emphasis("not to scale"), NoteRef("n-M1", 3)),
            "f-meetings",
        ),
        Facts("list", (place, participants, _fact("Previous meeting", "Seoul, 30 January 2023"))),
    )


def _drawing() -> Drawing:
    vilnius = Place("briefs/vilnius-2023/event.yaml", 9, 3, "milestones[1].label")
    return Drawing(
        420,
        70,
        (
            Box(0, 0, 420, 70, fill="tint"),
            Box(4, 4, 412, 62, stroke="hairline", weight=0.5),
            Line(20, 36, 400, 36, weight=1),
            Line(300, 36, 300, 24, "hairline", 0.5),
            Dot(120, 36, 3, "secondary"),
            Dot(300, 36, 4.5),
            Label(120, 24, "30 Jan 2023", "middle", tone="secondary"),
            Label(300, 20, "11 Jul 2023 <한국>", "middle", bold=True, size=8.5, tone="structure", origins=(vilnius,)),
            Label(20, 56, "2012"),
            Label(400, 56, "& after", "end"),
        ),
    )


def _talks() -> tuple[Block, ...]:
    asked = (
        Item((_paragraph("Korea was asked to:"), List("bullet", (_item("share its experience;"), _item("train."))))),
        Item(
            (
                _paragraph("NATO was asked to:"),
                _paragraph("(in the order of the talks)"),
                List("number", (_item("link the centre with the CCDCOE;"), _item("open BICES to Korea."))),
            )
        ),
        _item("Both agreed to meet again."),
    )
    return (
        Heading(2, _run("Cyber defence"), "s-cyber-defence"),
        _paragraph(
            "President Yoon explained the plan for an ",
            _strong("International Cyber Training Centre"),
            _said(" and hoped for work with the CCDCOE.", 78, "statements[S07].text"),
            NoteRef("n-S07", 4),
            " See ",
            Link("#s-follow-ups", _run("the open follow-ups")),
            ". The text has “<as delivered> & noted”, and **5 < 6 | [x](javascript:y) {{ 7*7 }}.",
        ),
        Heading(3, _run("What was ", _emphasis("not"), " said"), "s-not-said"),
        _paragraph("No date was given for the centre.", NoteRef("n-K1", 2)),
        Quote(
            (_paragraph("Our security is not regional, it is global.", NoteRef("n-Q1", 5)),),
            _run("Jens Stoltenberg, as delivered"),
        ),
        Quote((_paragraph(_korean("협력을 강화하기로 하였다.")), _paragraph("A second paragraph, without a name."))),
        List("number", asked),
    )


def _areas() -> tuple[Block, ...]:
    rows = (
        _head("No.", "Area", "Korean", "Measures"),
        Row((_name("1"), _name("Dialogue", NoteRef("n-T1", 7)), _cell(_korean("대화 및 협의")), _cell("12"))),
        Row((_name("2"), _name("Counter-terrorism"), _cell(_korean("대테러")), _cell("1,250"))),
        Row((_name("3"), _name("Public diplomacy"), _cell(), _cell("7"))),
    )
    return (
        Heading(1, _run("The areas of the ITPP"), "s-areas", "2", "section"),
        Table(
            rows,
            (Column(), Column(), Column(), Column(align="right")),
            _run("Areas of the ", _emphasis("Programme"), ", in their order", NoteRef("n-C1", 6)),
            "The areas of the ITPP with their Korean names",
            "t-areas",
        ),
        Paragraph(_run("Names are those of the press release; no official English list exists."), "small", "p-names"),
    )


def _follow_ups() -> tuple[Block, ...]:
    rows = (
        _head("What", "Status", "Where it stands"),
        Row(
            (
                _name("International Cyber Training Centre"),
                _cell(Badge("open", _run("planned"))),
                _cell("Announced;", Break(), "no site on record", NoteRef("n-S07", 4)),
            )
        ),
        Row((_name("Information sharing (BICES)"), _cell(Badge("moving", _run("moving"))), _cell("Raised again"))),
        Row((_name("Invitation to Korea"), _cell(Badge("closed", _run("closed"))), _cell("Accepted"))),
    )
    return (
        Heading(1, _run("Open follow-ups"), "s-follow-ups", "3", "section"),
        Table(rows, (Column(3), Column(1), Column(4)), description="Open follow-ups and their status"),
    )


def _boxes() -> tuple[Block, ...]:
    command = _paragraph("Run ", Code("brief check --event vilnius-2023"), " first.")
    return (
        Callout("note", _run("Note"), (_paragraph("Hopes are told apart from plans."), command)),
        Callout("warning", _run("Warning"), (_paragraph("One wording is a machine translation."),)),
        PageBreak(),
        Heading(1, _run("Source notes"), "s-source-notes", "4", "section"),
        _paragraph(
            "The press release at ",
            Link("https://www.nato.int/cps/en/news_216983.htm?q=a&b=<c>", _run("www.nato.int/cps/en/news_216983.htm")),
            " and the ",
            Link("mailto:desk@example.org", (_strong("desk"),)),
            " agree; “2012” and “2019” are versions of one text.",
            NoteRef("n-D1", 8),
        ),
    )


def _annexes() -> tuple[Block, ...]:
    yonhap = _item("Yonhap, ", _emphasis("Yoon, NATO chief agree on programme"), ", 11 July 2023.")
    nato = _item(
        "NATO, ",
        Link("https://www.nato.int/itpp", _run("Joint press point")),
        " (in Korean: ",
        _korean("공동 기자회견"),
        ").",
    )
    hankyoreh = (_paragraph("Hankyoreh, editorial, 12 July 2023."), _paragraph("Read in machine translation."))
    abbreviations = (
        _fact("CCDCOE", "Cooperative Cyber Defence Centre of Excellence"),
        _fact("ITPP", "Individually Tailored Partnership Programme"),
    )
    sources = (
        Item(yonhap.children, "source-P19"),
        Item(nato.children, "source-P21"),
        Item(hankyoreh, "source-P30"),
    )
    return (
        Heading(1, _run("DPRK reaction"), "s-annex-dprk", "Annex A", "annex"),
        _paragraph("No statement on the summit or the ITPP was found up to 14 July 2023."),
        Heading(1, _run("Sources"), "s-annex-sources", "Annex B", "annex"),
        List("source", sources),
        Heading(1, _run("Abbreviations"), "s-abbreviations"),
        Facts("abbreviations", abbreviations),
    )


def _notes() -> tuple[Note, ...]:
    return (
        Note("n-B1", _run("Yonhap, 11 July 2023 ", _source(1, "P19"), "; NATO, 11 July 2023 ", _source(2, "P21"))),
        Note("n-K1", _run("Hankyoreh, 12 July 2023 ", _source(3, "P30"), ", paragraph 3.")),
        Note("n-M1", _run("NATO, 11 July 2023 ", _source(2, "P21"))),
        Note("n-S07", _run("Yonhap, 11 July 2023 ", _source(1, "P19"), ". Reported speech.")),
        Note("n-Q1", _run("As delivered, ", _emphasis("Joint press point"), ".")),
        Note("n-C1", _run("Order of the press release.")),
        Note("n-T1", _run("In Korean ", _korean("대화"), ".")),
        Note("n-D1", _run("The address ends in ", Code("?q=a&b=<c>"), ".")),
    )
