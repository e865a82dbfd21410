"""How the child can be reached: only the shape of a postcode and of telephone numbers (section 4.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.model.names import ListId
from hsbdocs.model.postcode import has_postcode
from hsbdocs.rules.registry import Case, rule
from hsbdocs.rules.words import says_only

_MAIL = re.compile(r"\S+@\S+")
_NUMBER = re.compile(r"[+(]?[0-9][0-9 ()\t\u00a0-]*")
_UK = re.compile(r"0[0-9]{9,10}")
_ABROAD = re.compile(r"^(?:\+|00)44(?:\(0\))?0?")
_SHORTEST = 7


@rule(Code.CHILD_12, needs=("child.address",), lists=(ListId.NOT_KNOWN,))
def no_postcode(case: Case) -> Iterable[tuple[str, ...]]:
    """An address is given, and nothing in it has the shape of a UK postcode."""
    address = case.record.text("child.address")
    if address and not says_only(address, case.names(ListId.NOT_KNOWN)) and not has_postcode(address):
        yield ("child.address",)


@rule(Code.CHILD_13, needs=("child.contact",))
def telephone(case: Case) -> Iterable[tuple[str, ...]]:
    """A number of seven figures or more that is no UK number of ten or eleven figures; e-mail addresses apart."""
    text = _MAIL.sub(",", case.record.text("child.contact"))
    if any(len(_digits(number)) >= _SHORTEST and not _uk(number.split()) for number in _NUMBER.findall(text)):
        yield ("child.contact",)


def _digits(text: str) -> str:
    return re.sub("[^0-9]", "", text)


def _uk(groups: list[str]) -> bool:
    """True where groups of figures are one UK number, or several one after another."""
    return any(
        _one("".join(groups[:end])) and (end == len(groups) or _uk(groups[end:])) for end in range(1, len(groups) + 1)
    )


def _one(written: str) -> bool:
    national = _ABROAD.sub("0", written.replace("-", ""))
    return _UK.fullmatch(_digits(national)) is not None
