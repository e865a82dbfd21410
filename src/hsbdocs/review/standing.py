"""Where the review stands: days past its date, what is open, never verified, decided and not carried out."""

from __future__ import annotations

from datetime import date

import msgspec

from hsbdocs.model.calendar import month_end
from hsbdocs.model.content import Edition
from hsbdocs.model.guidance import Area, Erratum, ErratumClass, Guidance, Verified
from hsbdocs.review.sheets import can_be_checked, open_errata


class Standing(msgspec.Struct, frozen=True):
    """The figures of one screen."""

    review_due: str
    days_past: int
    reviewed: str
    open: dict[str, int]
    at_table: tuple[str, ...]
    unverified: dict[str, tuple[int, int]]
    waiting: dict[str, tuple[str, ...]]
    one_area: tuple[str, ...]

    @property
    def blocks(self) -> list[str]:
        """What blocks an issue, in words."""
        found = []
        if not self.reviewed:
            found.append("no review is recorded")
        if self.at_table:
            found.append(f"{len(self.at_table)} questions for the table are open")
        if self.waiting:
            found.append(f"{len(self.waiting)} decisions are not carried out")
        numbers = self.unverified.get("ways to reach a service", (0, 0))
        if numbers[0]:
            found.append(f"{numbers[0]} of {numbers[1]} ways to reach a service were never verified")
        return [*found, "the owners' wording and their approval are not in"]

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What it is about and how it stands, a line each."""
        past = f"{self.days_past} days past" if self.days_past else "reviewed since" if self.reviewed else "not past"
        return [
            ("Stated review date", f"{self.review_due} ({past})"),
            ("Review recorded", self.reviewed or "none"),
            ("Open, of substance", f"{self.open['S']}, {len(self.at_table)} of them for the table"),
            ("Open, of fact or law", str(self.open["F"])),
            ("Decided for one area only", ", ".join(self.one_area) or "none"),
            *((f"Never verified: {name}", f"{never} of {all_}") for name, (never, all_) in self.unverified.items()),
        ]


def standing(guidance: Guidance, edition: Edition, today: date) -> Standing:
    """How the review stands on a day."""
    review = edition.reviewed
    opened = open_errata(guidance)
    return Standing(
        review_due=edition.review_due,
        days_past=_days_past(edition, today),
        reviewed="" if review is None else f"{review.on}, {review.by}: {review.outcome}",
        open={kind.value: sum(each.kind is kind for each in opened) for kind in _SETTLED_BY_PEOPLE},
        at_table=tuple(each.id for each in opened if each.at_table),
        unverified=_unverified(guidance),
        waiting={each.id: _waiting(each, guidance) for each in guidance.errata if _waiting(each, guidance)},
        one_area=tuple(each.id for each in opened if _is_of_one_area(each)),
    )


def _days_past(edition: Edition, today: date) -> int:
    """Days past the date of the review; none once it is recorded."""
    due = month_end(edition.review_due)
    return 0 if due is None or edition.reviewed is not None else max(0, (today - due).days)


def _is_of_one_area(erratum: Erratum) -> bool:
    """True where one area has decided and the other has not."""
    return len({decision.area for decision in erratum.decisions} - {Area.BOTH}) == 1


_SETTLED_BY_PEOPLE = (ErratumClass.SUBSTANCE, ErratumClass.FACT)


def _waiting(erratum: Erratum, guidance: Guidance) -> tuple[str, ...]:
    names = (name for decision in erratum.decisions for name in guidance.waiting_for(decision))
    return tuple(dict.fromkeys(names))


def _unverified(guidance: Guidance) -> dict[str, tuple[int, int]]:
    points = [p.last_verified for contact in guidance.contacts for p in contact.points if can_be_checked(p)]
    links = [link.last_verified for link in guidance.links if not link.is_lost]
    laws = [law.last_verified for law in guidance.laws]
    kinds = {"ways to reach a service": points, "links": links, "laws": laws}
    return {name: (_never(found), len(found)) for name, found in kinds.items()}


def _never(found: list[Verified | None]) -> int:
    return sum(each is None for each in found)
