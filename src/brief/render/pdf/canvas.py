"""ReportLab's canvas with marks: what is drawn belongs to an element of the structure tree, or is an artifact.

Page code is given as text operators. What is known only at the end (the number of pages, the page of a heading) is left
as a token in the code and filled in before the pages are written.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFArray, PDFPageLabel, PDFPageLabels
from reportlab.pdfgen.canvas import Canvas

from brief.render.pdf.embed import embed
from brief.render.pdf.icc import srgb
from brief.render.pdf.operators import literal
from brief.render.pdf.picture import picture
from brief.render.pdf.structure import Annotation, Element, Target, write_tree
from brief.render.pdf.writer import Objects, Raw, Stream

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from brief.render.pdf.font import Font
    from brief.render.pdf.metadata import Metadata
    from brief.style import Logo, Page

_LATE = "\x01"
"""What stands around the number of a token."""


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """Pages in the making, and the structure of what stands on them. Page numbers count from 1."""

    def __init__(self, page: Page, language: str) -> None:
        super().__init__(
            BytesIO(),
            pagesize=(page.width, page.height),
            invariant=1,
            pageCompression=1,
            pdfVersion=(1, 7),
            lang=language,
        )
        self.root = Element("Document")
        self.places: dict[str, tuple[int, float, float]] = {}
        self._marked: list[Element] = []  # of the page: the element of each piece of content
        self._parents: list[Element | list[Element]] = []  # by key of the parent tree
        self._annotations: list[Annotation] = []
        self._late: list[Callable[[], str]] = []
        self._pictured: dict[int, dict[str, Logo]] = {}  # by page: the pictures by their names there

    @property
    def page_number(self) -> int:
        """The page that is being drawn."""
        return int(self.getPageNumber())

    @property
    def page_count(self) -> int:
        """How many pages are finished."""
        return self.page_number - 1

    # ---- drawing -----------------------------------------------------------------------------------------------------

    def begin(self, element: Element) -> str:
        """The operator that begins a piece of content of `element`; EMC ends it."""
        if not element.joined:
            element.join()
        number = len(self._marked)
        element.kids.append((self._pageNumber, number))
        self._marked.append(element)
        return f"/{element.tag} <</MCID {number}>> BDC"

    def draw(self, code: str) -> None:
        """Add page code in which all that is drawn is marked."""
        self.addLiteral(code)

    def artifact(self, code: str, kind: str = "") -> None:
        """Add page code that is no content: rules, tints, running lines. `kind` is the text of its property list."""
        if code:
            begin = f"/Artifact <<{kind}>> BDC" if kind else "/Artifact BMC"
            self.addLiteral(f"{begin}\n{code}\nEMC")

    def late(self, make: Callable[[], str]) -> str:
        """A token for page code that `make` gives when all pages are laid out."""
        self._late.append(make)
        return f"{_LATE}{len(self._late) - 1}{_LATE}"

    def use(self, logo: Logo) -> str:
        """The name by which code of this page draws a picture."""
        self._pictured.setdefault(self._pageNumber, {})["Logo"] = logo
        return "Logo"

    def place(self, name: str, x: float, y: float) -> None:
        """Name a spot of this page for links and page numbers; the first of a name stands."""
        self.places.setdefault(name, (self._pageNumber, x, y))

    def where(self, name: str) -> tuple[int, float, float]:
        """Page, x and y of a named spot; the head of the first page where no spot has the name."""
        return self.places.get(name, (1, 0, self._pagesize[1]))

    def link(self, target: Target, left: float, bottom: float, right: float, top: float) -> None:
        """Lay a link over a rectangle of this page, after the content of its element drawn so far."""
        rectangle = f"{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}"
        annotation = Annotation(self._pageNumber, target, rectangle, len(self._parents))
        self._parents.append(target.element)
        self._annotations.append(annotation)
        target.element.kids.append(annotation)

    def bookmark(self, title: str, level: int, x: float, y: float) -> None:
        """Add a line to the outline that leads to a spot of this page; no level may be two below the last."""
        key = f"outline-{len(self._doc.outline.destinationnamestotitles)}"
        self.bookmarkHorizontalAbsolute(key, y, x)
        self.addOutlineEntry(title, key, level - 1)

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End the page."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.Tabs, page.StructParents = "/S", len(self._parents)
        self._parents.append(self._marked)
        self._marked = []

    # ---- the file ----------------------------------------------------------------------------------------------------

    def finish(self, metadata: Metadata, fonts: Callable[[], Iterable[Font]]) -> bytes:
        """The file. `fonts` gives the fonts in use once all text is known."""
        late = [make() for make in self._late]
        document = self._doc
        objects = Objects(document)
        pages = document.Pages.pages
        for page in pages:
            pieces = page.stream.split(_LATE)
            pieces[1::2] = [late[int(token)] for token in pieces[1::2]]
            page.Contents = Stream("".join(pieces).encode("ascii"))
        if document.fontMapping:
            message = f"fonts that are not embedded: {sorted(document.fontMapping)}"
            raise ValueError(message)
        standard = document.idToObject["BasicFonts"]
        for font in fonts():
            standard[font.name] = embed(objects, font)
        self._write_pictures(objects)
        numbers = {number: objects.reference(page) for number, page in enumerate(pages, 1)}
        self._write_links(objects, numbers)
        tree = write_tree(objects, self.root, numbers, self._parents)
        root = self._write_catalogue(objects, metadata, tree)
        return objects.write(root, objects.add(metadata.information))

    def _write_pictures(self, objects: Objects) -> None:
        written: dict[Logo, str] = {}
        for number, pictures in self._pictured.items():
            for logo in pictures.values():
                written[logo] = written.get(logo) or picture(objects, logo)
            entries = "".join(f"/{name} {written[logo]}" for name, logo in pictures.items())
            self._doc.Pages.pages[number - 1].XObjects = Raw(f"<<{entries}>>")

    def _write_catalogue(self, objects: Objects, metadata: Metadata, tree: str) -> str:
        document, catalogue = self._doc, self._doc.Catalog
        profile = objects.stream(srgb(), "/N 3")
        intent = (
            "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
            f"/Info(sRGB IEC61966-2.1)/DestOutputProfile {profile}>>"
        )
        labels = PDFPageLabels()
        labels.addPageLabel(0, PDFPageLabel(style="D"))
        catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]
        catalogue.OutputIntents = PDFArray([intent])
        catalogue.PageLabels = labels
        catalogue.StructTreeRoot = tree
        catalogue.MarkInfo = "<</Marked true>>"
        catalogue.Metadata = objects.stream(metadata.packet, "/Type/Metadata/Subtype/XML", deflate=False)
        catalogue.ViewerPreferences = "<</DisplayDocTitle true>>"
        root = objects.reference(catalogue)
        document.Outlines.prepare(document, self)
        if document.Outlines.ready < 0:
            catalogue.Outlines = None
        return root

    def _write_links(self, objects: Objects, pages: dict[int, str]) -> None:
        on_page: dict[int, list[str]] = {}
        for annotation in self._annotations:
            target = annotation.target
            if target.address:
                leads = f"/A<</S/URI/URI{literal(target.address)}>>"
            else:
                page, x, y = self.where(target.place)
                leads = f"/Dest[{pages[page]}/XYZ {x:.2f} {y:.2f} 0]"
            annotation.reference = objects.add(
                f"<</Type/Annot/Subtype/Link/Rect[{annotation.rectangle}]/Border[0 0 0]/F 4"
                f"/Contents{literal(target.description)}/StructParent {annotation.key}{leads}>>"
            )
            on_page.setdefault(annotation.page, []).append(annotation.reference)
        for number, entries in on_page.items():
            self._doc.Pages.pages[number - 1].Annots = Raw(f"[{' '.join(entries)}]")

    def _make_preamble(self) -> None:
        """Nothing before the code of a page: ReportLab would choose a font there that is not embedded."""
        self._preamble = ""
