"""How the child can be reached: only the shape of a postcode and of telephone numbers (section 4.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hsbdocs.model.finding import Code
from hsbdocs.model.names import ListId
from hsbdocs.model.patterns import FROM_ABROAD, NO_FIGURE, NO_SPACE, PHONE, UK_PHONE
from hsbdocs.model.postcode import has_postcode
from hsbdocs.rules.registry import Case, rule
from hsbdocs.rules.words import says_only

_SHORTEST = 7
#: A number has no more figures than this ("0044" and a nought in brackets among them), nor stands in more groups.
_MOST_FIGURES, _MOST_GROUPS = 16, 32


@rule(Code.CHILD_12, needs=("child.address",), lists=(ListId.NOT_KNOWN,))
def no_postcode(case: Case) -> Iterable[tuple[str, ...]]:
    """An address is given, and nothing in it has the shape of a UK postcode."""
    address = case.record.text("child.address")
    if address and not says_only(address, case.names(ListId.NOT_KNOWN)) and not has_postcode(address):
        yield ("child.address",)


@rule(Code.CHILD_13, needs=("child.contact",))
def telephone(case: Case) -> Iterable[tuple[str, ...]]:
    """A number of seven figures or more that is no UK number of ten or eleven figures; e-mail addresses apart."""
    text = NO_SPACE.sub(_without_mail, case.record.text("child.contact"))
    if any(len(_digits(number)) >= _SHORTEST and not _uk(number.split()) for number in PHONE.findall(text)):
        yield ("child.contact",)


def _digits(text: str) -> str:
    return NO_FIGURE.sub("", text)


def _without_mail(word: re.Match[str]) -> str:
    """A word between white space, or a comma for one that is an e-mail address."""
    return "," if "@" in word[0][1:-1] else word[0]


def _uk(groups: list[str]) -> bool:
    """True where groups of figures are one UK number, or several one after another."""
    ends = {0}  # the numbers of groups after which a number may begin
    for start in range(len(groups)):
        if start in ends:
            ends |= set(_ends_of_one(groups, start))
    return len(groups) in ends


def _ends_of_one(groups: list[str], start: int) -> Iterator[int]:
    """Where a UK number that begins with this group may end."""
    written = ""
    for end, group in enumerate(groups[start : start + _MOST_GROUPS], start + 1):
        written += group
        if len(_digits(group)) > _MOST_FIGURES or len(_digits(written)) > _MOST_FIGURES:
            return
        if _one(written):
            yield end


def _one(written: str) -> bool:
    national = FROM_ABROAD.sub("0", written.replace("-", ""))
    return UK_PHONE.fullmatch(_digits(national)) is not None
