"""The register of rules."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date

import msgspec

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.form import Form
from hsbdocs.model.location import Location, Where, row_range
from hsbdocs.model.names import ListId
from hsbdocs.model.record import Record
from hsbdocs.model.settings import in_months
from hsbdocs.rules.guide import Guide
from hsbdocs.rules.words import Phrase


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule sees: the record and its form, the day it is read on, the guide, and what is known of its file.

    ``fields`` are those fields of the form that the rule speaks of each for itself (``Rule.each``), ``lists`` the lists
    of names that it looks for. ``file`` is the file's name without its folder and ending; ``people`` are those whom its
    properties name.
    """

    record: Record
    form: Form
    today: date
    guide: Guide
    fields: tuple[str, ...] = ()
    lists: tuple[ListId, ...] = ()
    file: str = ""
    people: tuple[str, ...] = ()

    def names(self, list_id: ListId) -> frozenset[Phrase]:
        """The names of a list. Raises LookupError for one that the rule did not say it looks for."""
        if list_id not in self.lists:
            raise LookupError(f"the rule did not name the list {list_id}")
        return self.guide.names[list_id]


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """Where a condition holds, with more to say than the fields: the graver case, or words for the sentence."""

    fields: tuple[str, ...] = ()
    grave: bool = False
    params: dict[str, str | int] = {}


#: A condition yields the places where it holds: the field ids, none for the whole form, or a Spot.
Condition = Callable[[Case], Iterable[tuple[str, ...] | Spot]]


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A condition, and the fields of the form that it looks at; it looks at no other.

    ``needs`` must all be there, ``each`` at least one: the condition finds those that are there in ``Case.fields``.
    ``uses`` are looked at where the form has them. A name that ends in ``*`` stands for every field that begins so.
    ``lists`` are the lists of names that it looks for: the pack must have them.
    """

    condition: Condition
    needs: tuple[str, ...] = ()
    each: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    lists: tuple[ListId, ...] = ()

    def fields_in(self, form: Form) -> tuple[str, ...] | None:
        """Those of ``each`` that the form has; None where it has not what the rule needs. Looked up once."""
        looked_up = _LOOKED_UP.get((id(self), id(form)))
        if looked_up is None:
            looked_up = _LOOKED_UP[id(self), id(form)] = (self, form, self._look_up(form))
        return looked_up[2]

    def _look_up(self, form: Form) -> tuple[str, ...] | None:
        there = form.field_by_id
        if not all(name in there for name in self.needs):
            return None
        fields = tuple(field for name in self.each for field in _named(name, there))
        return fields if fields or not self.each else None


RULES: dict[Code, Rule] = {}
#: What ``fields_in`` found, by rule and form; both are held with it, so that neither's number is given to another.
_LOOKED_UP: dict[tuple[int, int], tuple[Rule, Form, tuple[str, ...] | None]] = {}


def rule(
    code: Code,
    *,
    needs: tuple[str, ...] = (),
    each: tuple[str, ...] = (),
    uses: tuple[str, ...] = (),
    lists: tuple[ListId, ...] = (),
) -> Callable[[Condition], Condition]:
    """Register a condition under its code, with the fields and lists that it looks at (``Rule``). One rule a code."""

    def register(condition: Condition) -> Condition:
        if code in RULES:
            raise ValueError(f"{code} has a rule already")
        RULES[code] = Rule(condition=condition, needs=needs, each=each, uses=uses, lists=lists)
        return condition

    return register


def apply_rules(case: Case) -> list[Finding]:
    """Every finding of every rule that the pack has an entry for and whose fields the form has, by code."""
    found = []
    for code in Code:
        own = RULES.get(code) if code in case.guide.codes else None
        fields = None if own is None else own.fields_in(case.form)
        if own is not None and fields is not None:
            seen = msgspec.structs.replace(case, fields=fields, lists=own.lists) if fields or own.lists else case
            found += [_finding(code, spot, case) for spot in own.condition(seen)]
    return found


def lists_missing(codes: Iterable[Code], names: Collection[ListId]) -> Iterator[tuple[Code, ListId]]:
    """Lists that are not there and that the rules of these codes look for."""
    for code in codes:
        if code in RULES:
            yield from ((code, list_id) for list_id in RULES[code].lists if list_id not in names)


def _named(name: str, there: Mapping[str, object]) -> list[str]:
    """The fields that a name of a rule stands for, in printed order."""
    if name.endswith("*"):
        return [field for field in there if field.startswith(name[:-1])]
    return [name] if name in there else []


def _finding(code: Code, spot: tuple[str, ...] | Spot, case: Case) -> Finding:
    if isinstance(spot, tuple):
        spot = Spot(fields=spot)
    form = case.form
    fields = tuple(field for field in spot.fields if field in form.row_of)
    rows = {form.row_of[field].key: form.row_of[field] for field in fields}
    params: dict[str, str | int] = dict(spot.params)
    if code in case.guide.months:
        params["period"] = in_months(case.guide.months[code])
    if not rows:
        return Finding(code=code, params=params, grave=spot.grave)
    first = next(iter(rows.values()))
    return Finding(
        code=code,
        fields=fields,
        location=_location(list(rows), form),
        params={"ref": first.key, "label": first.label, **params},
        grave=spot.grave,
    )


def _location(keys: list[str], form: Form) -> Location:
    """The rows; more than three that follow one another by the first and the last."""
    printed = [row.key for row in form.rows]
    start = printed.index(keys[0])
    if len(keys) > 3 and keys == printed[start : start + len(keys)]:
        return row_range(keys[0], keys[-1])
    return Location(Where.ROWS, tuple(keys))
