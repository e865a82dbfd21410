"""What a form prints of the guidance before its first section, and of its doubts after the last one."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from hsbdocs.documents.handout import PartView, parts_in
from hsbdocs.documents.lines import Printer
from hsbdocs.documents.printed_line import PrintedLine
from hsbdocs.documents.wording import OWN, Wording
from hsbdocs.model.content import Content, Document
from hsbdocs.model.guidance import Guidance
from hsbdocs.model.variant import Variant


class Front(msgspec.Struct, frozen=True):
    """The parts of a form's first page.

    ``not_verified`` explains the sign beside numbers that nobody has checked. ``queries`` heads what ``explained`` says
    of everything in doubt: a reader's copy of a form has neither, nor a sign (docs/decisions/0031).
    """

    parts: tuple[PartView, ...] = ()
    not_verified: str = ""
    queries: str = ""
    explained: tuple[PrintedLine, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Each of its paragraphs."""
        return tuple(self._texts())

    def _texts(self) -> Iterator[str]:
        for part in self.parts:
            yield from filter(None, (part.heading, part.text))
            yield from (line.plain for line in (*part.notices, *part.paragraphs, *part.items))
            yield from (line.plain for line in part.lines)
        yield from (line.plain for line in self.explained)
        yield from filter(None, (self.not_verified, self.queries))


#: Of a form without parts.
NO_FRONT = Front()


def front(content: Content, document: Document, guidance: Guidance, variant: Variant, wording: Wording = OWN) -> Front:
    """What ``document`` prints of ``guidance``. Raises CannotPrint."""
    frame = content.handout if variant.marked else msgspec.structs.replace(content.handout, query="")
    printer = Printer(guidance, frame, wording, variant, forms=content.forms)
    parts = parts_in(document, printer, frame, variant.edition)
    explained = tuple(printer.explained()) if variant.marked else ()
    return Front(
        parts=parts,
        not_verified=frame.not_verified_about if printer.unverified else "",
        queries=frame.queries if explained else "",
        explained=explained,
    )
