"""The quiz for a learning platform: its questions, and behind each why the answer is right and what says so."""

from __future__ import annotations

from collections.abc import Iterator

from hsbdocs.documents.handout import CannotPrint, said_by
from hsbdocs.documents.handout_parts import Path
from hsbdocs.documents.lines import Printer
from hsbdocs.documents.printed_line import NotPrintable
from hsbdocs.documents.quiz import quiz_item, rests_on
from hsbdocs.formats.gift import GiftOption, GiftQuestion
from hsbdocs.model.content import Content, Document
from hsbdocs.model.guidance import Guidance
from hsbdocs.model.handout import HandoutPart, Shape
from hsbdocs.model.variant import READER, Variant


def gift_questions(
    content: Content, document: Document, guidance: Guidance, variant: Variant = READER
) -> tuple[GiftQuestion, ...]:
    """What every document says of itself, how to use it, the questions, and what is in doubt. Raises CannotPrint."""
    frame = content.handout
    printer = Printer(guidance, frame, variant=variant, said=said_by(document, variant.edition), forms=content.forms)
    stamp = frame.stamp.replace("{document}", document.id).replace("{version}", content.edition.version)
    state = " ".join((frame.status, frame.review, frame.edition, stamp))
    problems: list[tuple[Path, str]] = []
    asked = list(_asked(document, printer, problems))
    if problems:
        raise CannotPrint(problems)
    explained = " ".join(line.plain for line in printer.explained())
    shown = [GiftQuestion("0", f"{document.title}. {state}"), *_told(document, printer)]
    after = [f"{frame.queries}: {explained}"] if explained else []
    after += [frame.not_verified_about] if printer.unverified else []
    return (*shown, *asked, GiftQuestion(str(len(asked) + 1), " ".join((*after, frame.end))))


def _told(document: Document, printer: Printer) -> Iterator[GiftQuestion]:
    """What the other parts of the quiz say, as something that is only shown."""
    for part in document.parts:
        if part.shape is not Shape.QUESTIONS:
            lines = (line.plain for name in part.ids for line in printer.lines(name))
            yield GiftQuestion(part.heading, " ".join(filter(None, (printer.wording.of(part), *lines))))


def _asked(document: Document, printer: Printer, problems: list[tuple[Path, str]]) -> Iterator[GiftQuestion]:
    number = 0
    for at, part in enumerate(document.parts):
        for index, name in enumerate(part.ids if part.shape is Shape.QUESTIONS else ()):
            number += 1
            try:
                yield _question(printer, part, name, number)
            except NotPrintable as error:
                problems.append((("parts", at, "ids", index), str(error)))


def _question(printer: Printer, part: HandoutPart, name: str, number: int) -> GiftQuestion:
    """Its name begins with its number, so that a platform which sorts by names keeps the order."""
    item = quiz_item(printer, name)
    options = tuple(GiftOption(option.text, option.right) for option in item.options)
    said = " ".join((item.why, *(line.plain for line in rests_on(printer, item)))).replace("\u00a0", " ")
    return GiftQuestion(f"{number:02} {part.heading}: {name}", printer.wording.of(item), options, said)
