"""A copy of the content for comments: every entry in reading order, each in one paragraph that starts with its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from hsbdocs.formats.word.plain_view import Heading, Look, Paragraph, Part, Piece, PlainView
from hsbdocs.model.content import Edition, House
from hsbdocs.model.guidance import (
    AREA,
    AgeRule,
    Area,
    Block,
    BlockKind,
    Contact,
    Duty,
    Guidance,
    NumberedSection,
    Permission,
    QuizItem,
    QuizOption,
    Vignette,
    places_of,
    says,
    ways,
)
from hsbdocs.model.guidance.condition import condition, said_before
from hsbdocs.model.of_form import Forms
from hsbdocs.review.form_lines import form_lines

#: The deepest heading that the document has.
_DEEPEST = 6
_COVER = "cover"
#: Where an entry stands whose source names a section and no line: behind all others of the section.
_NO_LINE = 1_000_000


def copy(guidance: Guidance, edition: Edition, house: House, forms: Forms, face: Sequence[str]) -> PlainView:
    """The copy; ``face`` are the lines that every document bears."""
    pieces = (*_opening(edition, face), *_Copy(guidance, forms).pieces())
    return PlainView(
        title="Copy of the content for comments",
        creator=house.publisher,
        language=house.language,
        parts=(Part(pieces),),
    )


def _opening(edition: Edition, face: Sequence[str]) -> Iterator[Piece]:
    yield Paragraph(edition.guidance, look=Look.OPENING)
    yield Paragraph("\n".join(face), look=Look.FRAMED)
    yield Paragraph(
        "Please put comments on the words that they are about, with Review, New Comment. Each paragraph opens with the "
        "id of its entry in square brackets: leave it as it is, so that a comment finds its way back. Duties, "
        "permissions, age rules and contacts stand, set in, behind the paragraph of the guidance that they come from."
    )


class _Place(msgspec.Struct, frozen=True):
    """Where an entry stands first: its section, and the line; 0 for none."""

    section: str
    line: int


class _Copy:
    def __init__(self, guidance: Guidance, forms: Forms) -> None:
        self._guidance, self._forms = guidance, forms
        self._of_section: dict[str, list[tuple[int, Any]]] = {}
        self._unplaced: list[Any] = []
        known = {_COVER, *(section.number for section in guidance.sections)}
        kinds = (guidance.duties, guidance.permissions, guidance.ages, guidance.contacts)
        for entry in (entry for kind in kinds for entry in kind):
            place = _place(entry)
            if place.section in known:
                self._of_section.setdefault(place.section, []).append((place.line, entry))
            else:
                self._unplaced.append(entry)

    def pieces(self) -> Iterator[Piece]:
        """Cover, sections, and what belongs to none of them."""
        cover = self._guidance.cover
        yield Heading(2, "Cover")
        yield Paragraph(f"{cover.title}, {cover.issued}")
        yield from self._body(_COVER, cover.blocks, 2)
        level = 1
        for section in self._guidance.sections:
            level = min(_level(section), level + 1)
            yield Heading(level, f"[{section.number}] {section.title}")
            yield from self._body(section.number, section.blocks, level)
        if self._unplaced:
            yield Heading(2, "Entries that belong to no section")
            for entry in self._unplaced:
                yield from self._entry(entry)
        if self._guidance.vignettes:
            yield Heading(2, "Invented cases, for training")
            for entry in self._guidance.vignettes:
                yield from self._entry(entry)
        if self._guidance.quiz:
            yield Heading(2, "Questions of the quiz, for training")
            for item in self._guidance.quiz:
                yield from self._entry(item)

    def _body(self, section: str, blocks: Sequence[Block], level: int) -> Iterator[Piece]:
        """The blocks of a section, each with the entries that come from it behind it."""
        hosted: dict[str, list[Any]] = {}
        for line, entry in sorted(self._of_section.get(section, ()), key=lambda placed: placed[0] or _NO_LINE):
            hosted.setdefault(_host(line, blocks), []).append(entry)
        for entry in hosted.get("", ()):
            yield from self._entry(entry)
        for block in blocks:
            yield self._block(block, level)
            for entry in hosted.get(block.id, ()):
                yield from self._entry(entry)

    def _block(self, block: Block, level: int) -> Piece:
        lead = f"[{block.id}] "
        if block.kind is BlockKind.SUBHEADING:
            return Heading(min(level + 1, _DEEPEST), f"{lead}{block.title}")
        bullet = "\u2022 " if block.kind is BlockKind.ITEM else ""
        title = f"{block.title}{' ' if block.title.endswith(('?', '.')) else ': '}" if block.title else ""
        lines = [
            block.text,
            *(f"\u2013 {part}" for part in block.parts),
            *form_lines(block, self._forms),
            *_short(block),
        ]
        return Paragraph("\n".join(line for line in lines if line), f"{lead}{bullet}{title}")

    def _entry(self, entry: Any) -> Iterator[Piece]:
        said = says(entry)
        yield Paragraph(self._words(entry), f"[{entry.id}] {said.one.capitalize()}. ", Look.ENTRY)
        if isinstance(entry, Contact):
            for point, text in zip(entry.points, ways(entry, self._guidance), strict=False):
                yield Paragraph(text, f"[{point.id}] ", Look.ENTRY)

    def _words(self, entry: Any) -> str:
        match entry:
            case Duty():
                by_when = f" By when: {entry.deadline.words}." if entry.deadline else ""
                return self._what(entry, entry.duty, by_when)
            case Permission():
                return self._what(entry, entry.option)
            case Contact():
                when = f" When: {_sentence(entry.when)}" if entry.when else ""
                none = "" if entry.points else " No way to reach it is printed."
                return f"{entry.name} ({AREA[entry.area]}). What for: {_sentence(entry.use)}{when}{none}"
            case AgeRule():
                return "\n".join((entry.rule, *_short(entry)))
            case QuizItem():
                return "\n".join((entry.stem, *map(_option, entry.options), f"Why: {_sentence(entry.why)}"))
            case Vignette():
                return "\n".join((entry.text, *entry.questions))
            case _:
                return says(entry).line(entry)

    def _what(self, entry: Duty | Permission, words: str, by_when: str = "") -> str:
        """When, with which force, what, and whose it is; what it is in short stands on a line of its own."""
        said = f"{_capital(condition(entry))}: {said_before(entry)}{_sentence(words)}{self._who(entry)}{by_when}"
        return "\n".join((said, *_short(entry)))

    def _who(self, entry: Duty | Permission) -> str:
        """Whose it is, whom it reaches, and where, as far as that is said."""
        area = "" if entry.area is Area.BOTH else AREA[entry.area]
        said = {"Who": self._names(entry.who), "To": self._names(entry.to), "Area": area}
        return "".join(f" {label}: {text}." for label, text in said.items() if text)

    def _names(self, ids: Iterable[str]) -> str:
        return "; ".join(self._guidance.by_id[name].name for name in ids if name in self._guidance.by_id)


def _short(entry: Block | Duty | Permission | AgeRule) -> Iterator[str]:
    """What documents with little room print in its place."""
    if entry.short:
        yield f"In short: {_sentence(entry.short)}"


def _option(option: QuizOption) -> str:
    return f"\u2013 {option.text}{' (right)' if option.right else ''}"


def _level(section: NumberedSection) -> int:
    return min(section.number.count(".") + 2, _DEEPEST - 1)


def _place(entry: Any) -> _Place:
    places = places_of(entry.source)
    if not places:
        return _Place("", 0)
    section, *rest = places[0].split()
    line = rest[-1] if rest and rest[-1].startswith("L") else "L0"
    return _Place(section, int(line[1:].partition("-")[0]))


def _host(line: int, blocks: Sequence[Block]) -> str:
    """The block that an entry stands behind: that of its line, else the last before it; the last one without a line."""
    if not line:
        return blocks[-1].id if blocks else ""
    exact = [block.id for block in blocks if line in block.source]
    before = [block.id for block in blocks if min(block.source) <= line]
    return exact[0] if exact else before[-1] if before else ""


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
