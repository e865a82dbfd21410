"""Choices "circled" as people do it: one option made to look otherwise, the others crossed out, typed once more.

Every sign is gathered: marks beside the options, emphasis, crossing out, words typed alone. They must all speak of the
same option; where two disagree, or a sign could mean something else (italic, grey), nothing is read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import msgspec

from hsbdocs.model.doubt import Doubt, Seen
from hsbdocs.model.form import Choice
from hsbdocs.model.patterns import CROSS_SIGNS, CROSSES, POINTING, REMARK, TICKS
from hsbdocs.model.transcript import Mark
from hsbdocs.reading.lines import MarkedLine, text_of
from hsbdocs.reading.ticks import Chosen, options_in, read_choice
from hsbdocs.reading.words import key

_EMPHASIS = {
    Mark.BOLD: Doubt.BOLD,
    Mark.UNDERLINE: Doubt.UNDERLINED,
    Mark.HIGHLIGHT: Doubt.HIGHLIGHTED,
    Mark.SHADED: Doubt.SHADED,
    Mark.COLOURED: Doubt.IN_COLOUR,
    Mark.BOXED: Doubt.IN_A_BOX,
}
_WEAK = {
    Mark.ITALIC: Doubt.IN_ITALICS,
    Mark.FADED: Doubt.FADED,
    Mark.WHITE: Doubt.IN_WHITE,
    Mark.APART: Doubt.SET_APART,
}
_STRUCK = {Mark.STRUCK: Doubt.CROSSED_OUT}
_LOOKS = {**_EMPHASIS, **_STRUCK, **_WEAK}
_TELLING = sum(_LOOKS)
#: Looks that are no ordinary way to print a label, as bold and colour are.
CIRCLING = Mark.UNDERLINE | Mark.HIGHLIGHT | Mark.SHADED | Mark.BOXED | Mark.STRUCK
_LONGEST_REMARK = 120
#: Remarks in brackets that take nothing back: by what means, or where.
_MEANS = frozenset(["teams", "zoom", "video", "video call", "webex", "skype", "google meet",
                    "school", "home", "home visit", "college", "clinic", "office", "surgery"])  # fmt: skip
_BEFORE_MEANS = frozenset(["by", "via", "on", "at", "in", "ms", "microsoft"])
#: And where to read more, behind "see".
_WHERE = frozenset(["summary", "above", "below", "notes", "details", "attached"])


class Signs(msgspec.Struct):
    """What the looks of the options say: sets of options that a sign picks out, those that must not be, doubts."""

    sets: list[frozenset[str]] = []
    crossed: frozenset[str] = frozenset()
    doubt: bool = False
    weak: bool = False
    seen: list[Seen] = []

    def add(self, other: Signs) -> None:
        """The signs of another place too."""
        self.sets += other.sets
        self.crossed |= other.crossed
        self.doubt |= other.doubt
        self.weak |= other.weak
        self.seen += other.seen

    def mark(self, codes: Sequence[str], choices: Sequence[Choice]) -> None:
        """Options that have a mark."""
        if codes:
            self.sets.append(frozenset(codes))
            self.seen.append(Seen(Doubt.MARKED, _in_order(codes, choices)))

    def pick_out(self, mark: int, has: frozenset[str], among: Collection[str], choices: Sequence[Choice]) -> None:
        """Options that alone have a look, among those that are named."""
        if mark in _EMPHASIS:
            self.emphasise(mark, has, among)
        elif mark in _WEAK:
            self.weaken(mark, has)
        else:
            self.cross_out(has, among, choices)

    def emphasise(self, mark: int, has: frozenset[str], among: Collection[str]) -> None:
        """Options that are made to stand out; with bold or colour on all but one, that one may be meant."""
        if mark in (Mark.BOLD, Mark.COLOURED) and 1 < len(has) == len(among) - 1:
            self.doubt = True
        else:
            self.sets.append(has)

    def weaken(self, mark: int, has: frozenset[str]) -> None:
        """Options whose look could mean either; one that is greyed out is not the answer."""
        self.weak = True
        if mark not in (Mark.ITALIC, Mark.APART):
            self.crossed |= has

    def cross_out(self, has: frozenset[str], among: Collection[str], choices: Sequence[Choice]) -> None:
        """Options that are crossed out: where all but one are, that one is the answer."""
        self.crossed |= has
        left = frozenset(among) - has
        if len(left) == 1 and len(among) == len(choices):
            self.sets.append(left)

    @property
    def disagree(self) -> bool:
        """True where two signs disagree, or where there are only such as could mean something else."""
        if not self.sets:
            return self.weak or bool(self.crossed)
        codes = self.sets[0]
        return any(other != codes for other in self.sets) or not codes.isdisjoint(self.crossed)


class Mention(msgspec.Struct, frozen=True):
    """An option where it stands in a line."""

    choice: Choice
    line: MarkedLine
    start: int
    end: int


def read_circled(
    places: Sequence[Sequence[MarkedLine]], choices: Sequence[Choice], *, boxes: bool
) -> tuple[Chosen, tuple[Seen, ...]]:
    """What is chosen among options that stand in one or more places, and what was seen.

    ``boxes`` says that the form prints a box at each option: then options without any, and without a sign, leave a
    doubt; else they are simply not answered.
    """
    signs = Signs()
    unmarked = False
    for group in (group for place in places for group in _groups(place, choices)):
        marked = _marked(group, choices, boxes=boxes)
        unmarked |= marked.unmarked
        signs.doubt |= marked.unclear and not marked.unmarked
        signs.mark(marked.codes, choices)
        signs.add(read_looks(group, choices))
    codes = signs.sets[0] if signs.sets else frozenset()
    unanswered = boxes and unmarked and not signs.sets
    return Chosen(_in_order(codes, choices), signs.doubt or signs.disagree or unanswered), _each_once(signs.seen)


def _marked(group: Sequence[MarkedLine], choices: Sequence[Choice], *, boxes: bool) -> Chosen:
    """The options that have a mark beside them, remarks that take nothing back apart."""
    text = text_of(group)
    remark = remark_of(text)
    text = text.replace(remark, " ") if remark else text
    return read_choice(text if boxes else by_hand(text, choices), choices)


def _each_once(seen: Sequence[Seen]) -> tuple[Seen, ...]:
    return tuple(dict.fromkeys(seen))


def by_hand(text: str, choices: Sequence[Choice]) -> str:
    """Signs as people set them where no box is printed, made plain.

    An arrow or a star points at an option. One tick among crosses at all the others picks out one; a cross sign alone
    could choose or rule out: it stays a doubt, where the letter x does not.
    """
    text = POINTING.sub("\u2713", text)
    ticks, crosses = len(TICKS.findall(text)), len(CROSSES.findall(text))
    if ticks == 1 and crosses == len(choices) - 1:
        return CROSSES.sub(" ", text)
    text = CROSS_SIGNS.sub("?", text)
    return text


def remark_of(text: str) -> str:
    """A remark behind the one line of a text that takes nothing back; empty for none."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) != 1 or len(lines[0]) > _LONGEST_REMARK:
        return ""
    match = REMARK.search(lines[0].rstrip("."))
    return match[0].strip() if match and _takes_nothing_back(match[1], match[2]) else ""


def _takes_nothing_back(bracketed: str | None, dashed: str | None) -> bool:
    words = key(bracketed or dashed or "").split()
    if words[:1] == ["see"]:
        return " ".join(word for word in words[1:] if word != "the") in _WHERE
    while words and words[0] in _BEFORE_MEANS:
        words.pop(0)
    return bracketed is not None and " ".join(words) in _MEANS


def read_looks(lines: Sequence[MarkedLine], choices: Sequence[Choice]) -> Signs:
    """What the looks of the options say, compared with one another: what all have alike says nothing."""
    signs = Signs()
    if not any(mark & _TELLING for line in lines for mark in set(line.marks)):
        return signs
    mentions = list(_mentions(lines, choices))
    looks = {mention.choice.code: _look(mention) for mention in mentions}
    signs.doubt = any(map(_is_struck, _outside(lines, mentions)))
    if len(looks) < 2:
        signs.doubt |= any(whole & Mark.STRUCK for whole, _ in looks.values())
        return signs
    for mark in _LOOKS:
        _compare(mark, looks, choices, signs)
    return signs


def _compare(mark: int, looks: dict[str, tuple[int, int]], choices: Sequence[Choice], signs: Signs) -> None:
    """What one look says, by which of the options have it, and which have it in part."""
    has = frozenset(code for code, (whole, _) in looks.items() if whole & mark)
    partly = any(part & mark for _, part in looks.values())
    if len(has) == len(looks) and mark != Mark.STRUCK:
        return
    signs.doubt |= partly
    if has or partly:
        signs.seen.append(Seen(_LOOKS[mark], _in_order(has, choices)))
    if has:
        signs.pick_out(mark, has, looks, choices)


def _is_struck(line: MarkedLine) -> bool:
    """True where a letter or figure is crossed out."""
    return any(mark & Mark.STRUCK and sign.isalnum() for sign, mark in zip(line.text, line.marks, strict=True))


def _groups(lines: Sequence[MarkedLine], choices: Sequence[Choice]) -> Iterator[list[MarkedLine]]:
    """Lines up to where an option is named once more: there somebody typed below what is printed."""
    group: list[MarkedLine] = []
    named: set[str] = set()
    for line in lines:
        here = {mention.choice.code for mention in _mentions([line], choices)}
        if here & named:
            yield group
            group, named = [], set()
        group.append(line)
        named |= here
    yield group


def _mentions(lines: Sequence[MarkedLine], choices: Sequence[Choice]) -> Iterator[Mention]:
    """The options named in the lines: in full anywhere, or by their first words alone on a line."""
    for line in lines:
        found = [Mention(choice, line, start, end) for start, end, choice in options_in(line.text, choices)]
        yield from found or _in_short(line, choices)


def _in_short(line: MarkedLine, choices: Sequence[Choice]) -> list[Mention]:
    words = key(line.text)
    fitting = [choice for choice in choices if words and f"{key(choice.label)} ".startswith(f"{words} ")]
    return [Mention(fitting[0], line, 0, len(line.text))] if len(fitting) == 1 else []


def _look(mention: Mention) -> tuple[int, int]:
    """The marks that the option has, and those that only an untelling part of it has.

    It has a mark where its first word has it or at least half of its letters.
    """
    at, head = _letters(mention)
    whole = part = 0
    for mark in _LOOKS:
        having = [n for n in at if mention.line.marks[n] & mark]
        if having and (len(having) * 2 >= len(at) or all(n in having for n in head)):
            whole |= mark
        elif having:
            part |= mark
    return whole, part


def _letters(mention: Mention) -> tuple[list[int], list[int]]:
    """Where in its line the option's letters and figures stand, and those of its first word."""
    at = [n for n in range(mention.start, mention.end) if mention.line.text[n].isalnum()]
    return at, [n for number, n in enumerate(at) if n == at[0] + number]


def _outside(lines: Sequence[MarkedLine], mentions: Sequence[Mention]) -> Iterator[MarkedLine]:
    """The parts of the lines that are no option."""
    for line in lines:
        at = 0
        for mention in sorted((m for m in mentions if m.line is line), key=lambda m: m.start):
            yield line.part(at, mention.start)
            at = mention.end
        yield line.part(at)


def _in_order(codes: Collection[str], choices: Sequence[Choice]) -> tuple[str, ...]:
    return tuple(choice.code for choice in choices if choice.code in codes)


def as_seen(lines: Sequence[MarkedLine]) -> str:
    """The lines as text, with the look of each part that has one in square brackets, by its id."""
    shown = []
    for line in lines:
        text, at = "", 0
        while at < len(line.text):
            end = at
            while end < len(line.text) and line.marks[end] & _TELLING == line.marks[at] & _TELLING:
                end += 1
            names = [look.value.replace("-", " ") for mark, look in _LOOKS.items() if line.marks[at] & mark]
            piece = line.text[at:end]
            text += f"{piece.rstrip()} [{', '.join(names)}]{piece[len(piece.rstrip()) :]}" if names else piece
            at = end
        shown.append(text)
    return "\n".join(shown).strip()
