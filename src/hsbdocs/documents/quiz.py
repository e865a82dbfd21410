"""Questions of the quiz as documents print them: to choose from, or with the answer and what it rests on."""

from __future__ import annotations

import msgspec

from hsbdocs.documents.lines import Printer
from hsbdocs.documents.makers import MAKERS, lettered, refuse_blocked
from hsbdocs.documents.printed_line import NotPrintable, PrintedLine
from hsbdocs.model.guidance import Block, QuizItem


class QuestionView(msgspec.Struct, frozen=True):
    """A question with its number, and its options with their letters; ``last`` stands below the others."""

    number: str
    stem: str
    options: tuple[str, ...]
    last: str


class AnswerView(msgspec.Struct, frozen=True):
    """A question once more, the options that are right, why, and the lines of the entries that say so."""

    number: str
    stem: str
    right: tuple[str, ...]
    why: str
    rests_on: tuple[PrintedLine, ...]


def question(printer: Printer, name: str, number: int) -> QuestionView:
    """The question ``name``. Raises NotPrintable, for one that is blocked too."""
    item = quiz_item(printer, name)
    *options, last = lettered(item)
    return QuestionView(f"{number}.", printer.wording.of(item), tuple(options), last)


def answer(printer: Printer, name: str, number: int) -> AnswerView:
    """The answer to the question ``name``. Raises NotPrintable, for one that is blocked too."""
    item = quiz_item(printer, name)
    right = tuple(lettered(item, right=True))
    return AnswerView(f"{number}.", printer.wording.of(item), right, item.why, rests_on(printer, item))


def quiz_item(printer: Printer, name: str) -> QuizItem:
    """The question of that id, noted as printed. Raises NotPrintable where it is none, or an open erratum blocks it."""
    item = printer.take(name)
    if not isinstance(item, QuizItem):
        raise NotPrintable(f"{name} is no question of the quiz")
    refuse_blocked(printer, item)
    return item


def rests_on(printer: Printer, item: QuizItem) -> tuple[PrintedLine, ...]:
    """The lines of the entries that say what is right, without what they hold: a question is about one point."""
    return tuple(_line(printer, name) for name in item.refs)


def _line(printer: Printer, name: str) -> PrintedLine:
    """Of what a form says instead, only where: what is said there of the form's wording is no answer."""
    block = printer.guidance.by_id.get(name)
    if not isinstance(block, Block) or not block.form:
        return printer.line(name)
    printer.take(name)
    return MAKERS[Block](printer, msgspec.structs.replace(block, text="", short=""), None, False)
