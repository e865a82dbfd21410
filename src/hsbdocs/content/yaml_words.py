"""Why a file is no YAML, in words for somebody who knows Word and Excel: from the library's message to a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import takewhile
from typing import Any

import msgspec
import yaml

from hsbdocs.content.plain import LOADER
from hsbdocs.model import patterns

#: What stands before the library's own words.
NOT_SOUND = "is not sound YAML: "


class _Quoted(msgspec.Struct, frozen=True):
    """A text in quotation marks that ends before the place where reading broke off: its lines, and its mark."""

    first: int
    last: int
    mark: str


class _Break(msgspec.Struct, frozen=True):
    """Where reading broke off: ``line`` and ``column``, and where what was being read had begun (``opened``).

    Lines count from 1, columns from 0; without a place of its own the beginning is where reading broke off.
    """

    context: str
    problem: str
    lines: list[str]
    line: int
    column: int
    opened: int
    opened_column: int
    quoted: _Quoted | None

    def text(self, line: int) -> str:
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""

    @property
    def before(self) -> str:
        """What stands on the line before the place, without the hyphens and spaces it begins with."""
        return self.text(self.line)[: self.column].lstrip(" -")

    @property
    def sign(self) -> str:
        """The sign that an unquoted text begins with."""
        return self.text(self.opened)[self.opened_column : self.opened_column + 1]

    @property
    def above(self) -> int:
        """The line above that says something; 0 where there is none."""
        lines = range(self.line - 1, 0, -1)
        return next((line for line in lines if patterns.YAML_SAYS_SOMETHING.match(self.text(line))), 0)


#: The line and the sentence, or nothing where something else is wrong.
_Told = tuple[int, str] | None
_Teller = Callable[[_Break], _Told]


class _Known(msgspec.Struct, frozen=True):
    """One row of the table: parts of the library's context and problem (any of them), and what to say then."""

    context: str
    problems: tuple[str, ...]
    tell: _Teller


def why(error: yaml.YAMLError | RecursionError, text: str) -> tuple[int, str]:
    """The line where the mistake stands, 0 where none is known, and what is wrong there."""
    if isinstance(error, RecursionError):
        return 0, f"{NOT_SOUND}entries stand too deep inside one another"
    if isinstance(error, yaml.reader.ReaderError):
        return _unreadable_sign(error, text)
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return 0, NOT_SOUND + str(error)
    place = _place(error, text)
    told = (row.tell(place) for row in _TABLE if _is_of(row, place))
    return next((each for each in told if each), (place.line, f"{NOT_SOUND}{place.problem or place.context}"))


def _is_of(row: _Known, place: _Break) -> bool:
    return row.context in place.context and any(problem in place.problem for problem in row.problems)


def _place(error: yaml.MarkedYAMLError, text: str) -> _Break:
    mark: Any = error.problem_mark
    began = error.context_mark or mark
    return _Break(
        str(error.context or ""),
        str(error.problem or ""),
        patterns.YAML_LINE_END.split(text),
        mark.line + 1,
        mark.column,
        began.line + 1,
        began.column,
        _quoted_before(text, mark),
    )


def _quoted_before(text: str, mark: Any) -> _Quoted | None:
    """The text in quotation marks that is the last thing before a place."""
    last: Any = None
    for token in _tokens(text):
        if (token.end_mark.line, token.end_mark.column) > (mark.line, mark.column):
            break
        if token.start_mark.index < token.end_mark.index:
            last = token
    if not isinstance(last, yaml.ScalarToken) or last.style not in ("'", '"'):
        return None
    return _Quoted(last.start_mark.line + 1, last.end_mark.line + 1, last.style)


def _tokens(text: str) -> Iterator[Any]:
    try:
        yield from yaml.scan(text, Loader=LOADER)
    except yaml.YAMLError:
        return


def _unreadable_sign(error: Any, text: str) -> tuple[int, str]:
    line = text.count("\n", 0, error.position) + 1
    sign = text[error.position : error.position + 1]
    return line, f"holds a sign that nobody can see (U+{ord(sign or chr(0)):04X}): delete it, and type the space anew"


# ---- Where a line should begin ---------------------------------------------------------------------


def _columns(text: str) -> tuple[list[int], int]:
    """The columns of the hyphens that a line begins with, and that of what stands behind them."""
    lead = "".join(takewhile(lambda sign: sign in " -", text))
    hyphens = [at for at, sign in enumerate(lead) if sign == "-" and text[at + 1 : at + 2] in ("", " ")]
    return hyphens, len(lead) if not hyphens else len(text) - len(text[hyphens[-1] + 1 :].lstrip(" "))


def _aligned(place: _Break, line: int) -> tuple[int, int]:
    """The line above that a line must line up with, and by how much it stands too far right."""
    hyphens, behind = _columns(place.text(line))
    mine = hyphens[0] if hyphens else behind
    found: dict[int, int] = {}
    for other in range(line - 1, 0, -1):
        if patterns.YAML_SAYS_SOMETHING.match(place.text(other)):
            theirs, key = _columns(place.text(other))
            if not found or min([*theirs, key]) < min(found):
                for column in theirs if hyphens else [key]:
                    found.setdefault(column, other)
    if not found:
        return 0, 0
    nearest = min(found, key=lambda column: (abs(column - mine), -column))
    return found[nearest], mine - nearest


# ---- What to say -----------------------------------------------------------------------------------


def _tab(place: _Break) -> _Told:
    text = place.text(place.line)
    if not patterns.YAML_TAB.match(text) and text[place.column : place.column + 1] != "\t":
        return None
    return place.line, "begins with a tab: use spaces, not a tab"


def _strange_space(place: _Break) -> _Told:
    for line in (place.above, place.line):
        if patterns.YAML_STRANGE_SPACE.match(place.text(line)):
            return line, "begins with a sign that looks like a space and is none: delete it, and type spaces"
    return None


def _conflict(place: _Break) -> _Told:
    for line in (place.above, place.line):
        if patterns.YAML_CONFLICT.match(place.text(line)):
            return line, "is a mark of two versions that were merged: keep one of them, and take the marks out"
    return None


def _open_quote(place: _Break) -> _Told:
    sign = place.sign
    return place.opened, f"the quotation mark {sign} that opens here is never closed: close it where the text ends"


def _quote_ends_elsewhere(place: _Break) -> _Told:
    quoted = place.quoted
    if quoted is None or quoted.first == quoted.last or quoted.last != place.line:
        return None
    problem = f"the quotation mark {quoted.mark} that opens here is not closed where its text ends"
    return quoted.first, f"{problem}: the next one stands in line {quoted.last}"


def _behind_quote(place: _Break) -> _Told:
    quoted = place.quoted
    if quoted is None or quoted.last != place.line or not place.before:
        return None
    other = "'" if quoted.mark == '"' else '"'
    if "flow" in place.context:
        return (
            place.line,
            f"a comma is missing behind the closing quotation mark {quoted.mark}, or it ends a text too early",
        )
    problem = f"something stands behind the closing quotation mark {quoted.mark}"
    return place.line, f"{problem}: put the whole text in quotation marks, in {other} where it holds a {quoted.mark}"


def _open_bracket(place: _Break) -> _Told:
    sign = place.sign
    close = {"[": "]", "{": "}"}.get(sign, "")
    if not close:
        return None
    problem = f"the bracket {sign} that opens here is not closed, or a comma is missing"
    advice = (
        f"close it with {close}; a text that begins with {sign} or holds a comma or a colon goes in quotation marks"
    )
    return place.opened, f"{problem}: {advice}"


def _open_bracket_above(place: _Break) -> _Told:
    found = patterns.YAML_OPEN_BRACKET.search(place.text(place.above))
    if found is None or place.before:
        return None
    began = msgspec.structs.replace(place, opened=place.above, opened_column=found.start(1))
    return _open_bracket(began)


def _smart_quotes(place: _Break) -> _Told:
    if not patterns.YAML_SMART_QUOTE.search(place.before):
        return None
    return place.line, 'has curly quotation marks, which do not count as such here: put the text in straight ones, ""'


def _colon_in_text(place: _Break) -> _Told:
    if not patterns.YAML_KEY.match(place.before):
        return None
    return place.line, "a colon with a space behind it stands within a text: put this text in quotation marks"


def _no_colon_above(place: _Break) -> _Told:
    above = place.text(place.above)
    if not place.above or patterns.YAML_KEY.match(above.lstrip(" -")) or _is_text_of_another(place):
        return None
    return place.above, _no_colon(above)


def _is_text_of_another(place: _Break) -> bool:
    """Whether the line above goes on with the text of a key further up."""
    above = msgspec.structs.replace(place, line=place.above)
    further = place.text(above.above)
    return bool(patterns.YAML_KEY.match(further.lstrip(" -"))) and (
        _columns(place.text(place.above))[1] > _columns(further)[1]
    )


def _no_colon(text: str) -> str:
    if patterns.YAML_COLON_WITHOUT_SPACE.match(text.lstrip(" -")):
        return "a space is missing behind the colon: write 'key: text'"
    return "a colon is missing behind the key: write 'key: text'"


def _odd_line_above(place: _Break) -> _Told:
    """A line that lines up with the last but one, and not with the last."""
    above = msgspec.structs.replace(place, line=place.above)
    mine, between, further = (_columns(place.text(line))[1] for line in (place.line, place.above, above.above))
    if mine != further or between >= mine or not above.above:
        return None
    return place.above, f"stands too far left: it must line up with line {above.above}, and so must line {place.line}"


def _too_far(place: _Break) -> _Told:
    line, by = _aligned(place, place.line)
    if not line or not by or place.before:
        return None
    return place.line, f"stands too far {'right' if by > 0 else 'left'}: it must line up with line {line}"


def _too_far_or_text(place: _Break) -> _Told:
    at_its_start = msgspec.structs.replace(place, column=0)
    told = _too_far(at_its_start)
    if told is None or not patterns.YAML_KEY.match(f"{place.before}: "):
        return None
    return told[0], f"{told[1]}; if it goes on with the text above, put the whole text in quotation marks"


def _no_hyphen(place: _Break) -> _Told:
    text = place.text(place.line).lstrip(" ")
    if place.before or place.column != place.opened_column:
        return None
    if text.startswith("-"):
        return place.line, "a space is missing behind the hyphen: write '- ' before an entry of a list"
    problem = f"an entry of the list that begins in line {place.opened} begins with '- '"
    return place.line, f"{problem}: put that before it, or move the line right if it belongs to the entry above"


def _hyphen_among_keys(place: _Break) -> _Told:
    if place.column != place.opened_column or not place.text(place.line).lstrip(" ").startswith("- "):
        return None
    problem = f"begins with a hyphen, and the lines that it lines up with (from line {place.opened} on) do not"
    return place.line, f"{problem}: move it right, or put a key in its place"


def _key_without_colon(place: _Break) -> _Told:
    return place.opened, _no_colon(place.text(place.opened))


def _begins_with_sign(place: _Break) -> _Told:
    sign = place.sign
    return place.opened, f"a text that begins with {sign} goes in quotation marks: put this text in quotation marks"


def _begins_with_hyphen(place: _Break) -> _Told:
    return _begins_with_sign(place) if place.before else None


def _backslash(place: _Break) -> _Told:
    problem = "a backslash within double quotation marks means something else"
    return place.line, f"{problem}: put the text in single ones, '', or write the backslash twice"


def _second_document(place: _Break) -> _Told:
    return place.line, "begins a second document, and a file is one: take the line --- out"


_NO_KEY = "did not find expected key", "expected <block end>"
_NO_HYPHEN = "did not find expected '-' indicator", "expected <block end>"
_NO_COMMA = "did not find expected ',' or", "expected ',' or"
_COLON = ("mapping values are not allowed",)
_HYPHEN = ("block sequence entries are not allowed", "sequence entries are not allowed")
_ANY = ("",)

#: The first row that fits and has something to say wins. Of two wordings the first is libyaml's, the second PyYAML's.
_TABLE = (
    _Known("quoted scalar", ("unexpected end of stream",), _open_quote),
    _Known("quoted scalar", ("document indicator", "document separator"), _open_quote),
    _Known("double-quoted scalar", ("escape",), _backslash),
    _Known("quoted scalar", ("escape", "hexdecimal", "hexadecimal"), _backslash),
    _Known("", _ANY, _quote_ends_elsewhere),
    _Known("", _ANY, _tab),
    _Known("", _ANY, _strange_space),
    _Known("", _ANY, _conflict),
    _Known("", (*_NO_KEY, *_NO_COMMA, "expected ':'", "expected <document start>"), _behind_quote),
    _Known("flow", _NO_COMMA, _open_bracket),
    _Known("", _COLON, _smart_quotes),
    _Known("", _COLON, _colon_in_text),
    _Known("", _COLON, _no_colon_above),
    _Known("", _COLON, _odd_line_above),
    _Known("", _COLON, _too_far_or_text),
    _Known("", _HYPHEN, _begins_with_hyphen),
    _Known("", (*_HYPHEN, *_COLON), _open_bracket_above),
    _Known("block", _NO_HYPHEN[:1], _no_hyphen),
    _Known("block", _NO_KEY, _hyphen_among_keys),
    _Known("block", (*_NO_KEY, *_NO_HYPHEN), _too_far),
    _Known("simple key", ("expected ':'",), _key_without_colon),
    _Known("", ("cannot start any token", "mapping keys are not allowed"), _begins_with_sign),
    _Known("anchor", ("alphabetic or numeric",), _begins_with_sign),
    _Known("alias", ("alphabetic or numeric",), _begins_with_sign),
    _Known("", ("undefined alias",), _begins_with_sign),
    _Known("block scalar", ("comment or line break", "comment or a line break"), _begins_with_sign),
    _Known("", ("expected node content", "expected the node content"), _begins_with_sign),
    _Known("", ("expected <document start>",), _no_colon_above),
    _Known("", ("another document",), _second_document),
)
