"""What partners settle: decisions, what they add, and their sign-off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from hsbdocs.model.guidance import Area, Decision, Erratum, PointKind
from hsbdocs.model.state import Reviewed, SignedOff
from hsbdocs.model.words import key
from hsbdocs.review import sheets as s
from hsbdocs.review.change import Asking, Change, Sheet
from hsbdocs.review.values import unsound

#: The file that says how the edition stands.
EDITION = "hsbdocs.yaml"
_NUMBER = re.compile(r"(?:option\s*)?(\d{1,2})\.?", re.IGNORECASE)
_NUMBERS = re.compile(r"(?:options?|and|or|[\d\s.,/&+])+", re.IGNORECASE)


def decision(row: Sheet, asking: Asking) -> Iterator[Change]:
    """A decision on an erratum, with the entries that have to change for it and what they say now."""
    if not row.touched(s.DECISION, s.DECIDED_BY, s.DECIDED_ON, s.FOR_AREA):
        return
    name = row.row.id
    erratum: Erratum = asking.guidance.by_id[name]
    what = _in_words(erratum, row.row.text(s.DECISION))
    area = row.row.text(s.FOR_AREA).casefold()
    names = list(filter(None, map(str.strip, row.row.text(s.ENTRIES).split(","))))
    problem = _not_decided(row, asking, what, area, names)
    if problem:
        yield from asking.refuse(row.file, row.place(s.DECISION), f"{problem}; {name} was not taken")
        return
    day = row.day(s.DECIDED_ON, asking)
    if day is None or _is_decided(erratum, what, area):
        return
    rivals = _rivals(erratum, Area(area))
    if rivals:
        said = "; ".join(f"{each.area.value}: {each.what}" for each in rivals)
        yield from asking.refuse(
            row.file, row.place(s.DECISION), f"{name} is decided already ({said}); nothing was chosen"
        )
        return
    made = Decision(
        who=row.row.text(s.DECIDED_BY),
        when=day.isoformat(),
        what=what,
        area=Area(area),
        entries={each: asking.guidance.hash_of(each) for each in names},
    )
    says = f"{name}: decided for {area}: {what}"
    yield Change(name, f"decisions {area}", msgspec.to_builtins(made), says, row.place(s.DECISION), row.file)


def _is_decided(erratum: Erratum, what: str, area: str) -> bool:
    """True where the same was decided for the same area before."""
    return any(each.area.value == area and key(each.what) == key(what) for each in erratum.decisions)


def _rivals(erratum: Erratum, area: Area) -> list[Decision]:
    """What was decided for the same area, or for both."""
    return [each for each in erratum.decisions if Area.BOTH in (each.area, area) or each.area is area]


def _in_words(erratum: Erratum, text: str) -> str:
    """An option by its number, in its words; empty for numbers that name no single option."""
    number = _NUMBER.fullmatch(text)
    if number:
        at = int(number[1])
        return erratum.options[at - 1] if 0 < at <= len(erratum.options) else ""
    return "" if _NUMBERS.fullmatch(text) else text


def _not_decided(row: Sheet, asking: Asking, what: str, area: str, names: Iterable[str]) -> str:
    """Why a row is no decision; empty for one."""
    if not row.row.text(s.DECISION):
        return f"nothing stands under {s.DECISION}"
    if not what:
        return f"{row.row.text(s.DECISION)!r} names no single option of this row"
    if area not in s.AREAS:
        return f"{s.FOR_AREA} should be kent, medway or both"
    if not row.row.text(s.DECIDED_BY):
        return f"nobody stands under {s.DECIDED_BY}"
    unknown = [name for name in names if name not in asking.guidance.by_id]
    return f"{', '.join(unknown)} is no id" if unknown else ""


class Additions:
    """What partners add; each gets an id of its own, in the order in which they are met."""

    def __init__(self) -> None:
        self._new = 0

    def row(self, row: Sheet, asking: Asking) -> Iterator[Change]:
        """A service that the guidance lacks, with one way to reach it."""
        cells = row.row
        kind, area = cells.text(s.ADDED_KIND).casefold(), cells.text(s.ADDED_AREA).casefold() or Area.BOTH.value
        missing = [name for name in (s.ADDED_FOR, s.ADDED_KIND, s.VALUE, s.WHY, s.ADDED_BY) if not cells.text(name)]
        problem = f"{', '.join(missing)} is empty" if missing else _unknown(kind, area)
        problem = problem or unsound(PointKind(kind), cells.text(s.VALUE), asking)
        if problem:
            yield from asking.refuse(row.file, cells.place, f"{problem}; nothing was added")
            return
        day = row.day(s.ADDED_ON, asking)
        if day is None or _is_there(row, asking):
            return
        name = self._next(asking)
        source = {"added": {"by": cells.text(s.ADDED_BY), "on": day.isoformat(), "why": cells.text(s.WHY)}}
        point = {"id": f"{name}.{kind}", "kind": kind, "source": source, "value": cells.text(s.VALUE)}
        entry: dict[str, object] = {"id": name, "source": source, "name": cells.text(s.ADDED_FOR), "area": area}
        entry |= {"use": cells.text(s.WHY), **({"when": cells.text(s.WHEN)} if cells.text(s.WHEN) else {})}
        where = f"'hsbdocs show {name}' says where it is printed"
        says = f"{name}: added, {cells.text(s.ADDED_FOR)}: {cells.text(s.VALUE)} ({where})"
        yield Change(name, "contacts", {**entry, "points": [point]}, says, cells.place, row.file, adds=True)

    def _next(self, asking: Asking) -> str:
        self._new += 1
        numbers = [int(each.id[1:]) for each in asking.guidance.contacts if each.id[1:].isdecimal()]
        return f"C{max(numbers, default=0) + self._new:02}"


def _unknown(kind: str, area: str) -> str:
    if kind not in s.KINDS:
        return f"{kind} is none of {', '.join(s.KINDS)}"
    return "" if area in s.AREAS else f"{area} is neither kent, medway nor both"


def _is_there(row: Sheet, asking: Asking) -> bool:
    """True where it was added before."""
    wanted = key(row.row.text(s.ADDED_FOR)), row.row.text(s.VALUE)
    points = ((key(each.name), point.value) for each in asking.guidance.contacts for point in each.points)
    return wanted in set(points)


class Signing:
    """The partners' sign-off: kept for each, and a review once all have signed with one outcome."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._signed = {each.partner: each for each in asking.edition.signed}
        self._new = False

    def row(self, row: Sheet, asking: Asking) -> Iterator[Change]:
        """A partner's row."""
        if not row.touched(s.OUTCOME, s.SIGNED_BY, s.SIGNED_ON, s.MINUTE):
            return iter(())
        outcome, by = row.row.text(s.OUTCOME), row.row.text(s.SIGNED_BY)
        if not (outcome and by):
            return asking.refuse(row.file, row.row.place, "a sign-off needs an outcome and a name; not taken")
        day = row.day(s.SIGNED_ON, asking)
        if day is not None:
            partner, minute = row.row.id, row.row.text(s.MINUTE)
            self._signed[partner] = SignedOff(
                partner=partner, outcome=outcome, by=by, on=day.isoformat(), minute=minute
            )
            self._new = True
        return iter(())

    def changes(self) -> Iterator[Change]:
        """What is kept of it; asked once, when all rows were seen."""
        if not self._new:
            return
        partners = self._asking.edition.partnerships
        signed = [self._signed[partner.id] for partner in partners if partner.id in self._signed]
        if tuple(signed) != self._asking.edition.signed:
            says = f"Signed off: {', '.join(each.partner for each in signed)}"
            yield Change(EDITION, "signed", msgspec.to_builtins(signed), says, s.SIGN_OFF, "")
        problem = self._not_agreed(signed)
        if problem:
            self._asking.problems.append(problem)
        else:
            yield from self._review(signed)

    def _not_agreed(self, signed: list[SignedOff]) -> str:
        """Why there is no review yet: a partner has not signed off, or they name different outcomes."""
        partners = self._asking.edition.partnerships
        waiting = [partner.name for partner in partners if partner.id not in self._signed]
        if waiting:
            return f"No review is recorded yet: {', '.join(waiting)} has not signed off"
        if len({key(each.outcome) for each in signed}) > 1:
            said = "; ".join(f"{each.partner}: {each.outcome}" for each in signed)
            return f"No review is recorded: partners name different outcomes ({said})"
        return ""

    def _review(self, signed: list[SignedOff]) -> Iterator[Change]:
        minutes = "; ".join(dict.fromkeys(each.minute for each in signed if each.minute))
        by = " and ".join(partner.id.upper() for partner in self._asking.edition.partnerships)
        review = Reviewed(on=max(each.on for each in signed), by=by, outcome=signed[0].outcome, minute=minutes)
        if self._asking.edition.reviewed != review:
            says = f"Reviewed on {review.on}: {review.outcome}"
            yield Change(EDITION, "reviewed", msgspec.to_builtins(review), says, s.SIGN_OFF, "")
