"""``show`` and ``list``: anything in content by its id or its kind."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from hsbdocs.content.guidance import load_guidance
from hsbdocs.content.locate import Roots
from hsbdocs.model.guidance import ANYONE, KINDS, Area, ErratumClass, Force, Guidance
from hsbdocs.model.reference import as_reference
from hsbdocs.pipeline.kinds import ids_printed, read_pack
from hsbdocs.report.finding import finding_report
from hsbdocs.report.listing import chosen, listing
from hsbdocs.report.show import entry_report
from hsbdocs.report.text import Line

#: What ``list`` can be asked for: the kinds, and what stands inside sections and contacts.
LISTED = (*KINDS, "blocks", "points")


class NotThere(Exception):
    """An id or a kind that does not exist, with what is nearest."""


class WrongFilter(Exception):
    """A filter that the kind does not have."""


def show(roots: Roots, name: str) -> Iterator[Line]:
    """One entry for people, or one finding by its code. Raises NotThere and AuthorError."""
    content = read_pack(roots).sound()
    finding = next((entry for entry in content.catalogue if entry.code.value == name.upper()), None)
    if finding is not None:
        return finding_report(finding, content.report)
    guidance = load_guidance(roots.content, content.forms, content.edition)
    known = _same_but_for_case(name, guidance.by_id)
    return entry_report(guidance, known, ids_printed(content, guidance))


def list_kind(
    roots: Roots,
    kind: str,
    *,
    area: Area | None = None,
    erratum_class: ErratumClass | None = None,
    force: Force | None = None,
    role: str | None = None,
    settled: bool = False,
    document: str | None = None,
) -> Iterator[Line]:
    """All entries of a kind for people, or those of an area, class, force or role, or of what a ``document`` prints.

    Errata that are settled are left out unless ``settled``. Raises NotThere, WrongFilter and AuthorError.
    """
    if kind not in LISTED:
        near = difflib.get_close_matches(kind, LISTED, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"Kinds: {', '.join(LISTED)}."
        raise NotThere(f"{kind} is not a kind of content. {hint}")
    for option, given, kinds in (
        ("--area", area is not None, ("contacts", "actors", "duties", "permissions")),
        ("--class", erratum_class is not None, ("errata",)),
        ("--all", settled, ("errata",)),
        ("--force", force is not None, ("duties",)),
        ("--for", role is not None, ("duties", "permissions")),
    ):
        if given and kind not in kinds:
            raise WrongFilter(f"{option} goes with {', '.join(kinds)}, not with {kind}.")
    guidance = load_guidance(roots.content)
    if role is not None and role != ANYONE and role not in {actor.id for actor in guidance.actors}:
        near = difflib.get_close_matches(role, [ANYONE, *(actor.id for actor in guidance.actors)], n=1)
        raise NotThere(f"{role} is nobody whom the guidance names. " + (f"Did you mean {near[0]}?" if near else ""))
    entries = chosen(
        guidance, _entries(guidance, kind), area=area, kind=erratum_class, force=force, role=role, settled=settled
    )
    if document is not None:
        touched = _touched(roots, document)
        entries = [entry for entry in entries if entry.id in touched]
    return listing(guidance, kind, entries, area=area, erratum_class=erratum_class)


def _touched(roots: Roots, document: str) -> set[str]:
    """The ids that a document prints, and those that they name. Raises NotThere."""
    content = read_pack(roots).sound()
    guidance = load_guidance(roots.content, content.forms, content.edition)
    printed = ids_printed(content, guidance)
    if document not in printed:
        raise NotThere(f"{document} is no document that 'build' makes. Known: {', '.join(sorted(printed))}.")
    there = [name for name in printed[document] if name in guidance.by_id]
    return {*there, *(ref for name in there for ref in getattr(guidance.by_id[name], "refs", ()))}


def _entries(guidance: Guidance, kind: str) -> tuple[object, ...]:
    if kind == "blocks":
        return tuple(guidance.blocks())
    if kind == "points":
        return tuple(point for contact in guidance.contacts for point in contact.points)
    entries: tuple[object, ...] = getattr(guidance, kind)
    return entries


def _same_but_for_case(name: str, known: Iterable[str]) -> str:
    by_case = {other.casefold(): other for other in known}
    if name.casefold() in by_case:
        return by_case[name.casefold()]
    near = [by_case[other] for other in difflib.get_close_matches(name.casefold(), by_case, n=3)]
    hint = f"Did you mean {' or '.join(near)}?" if near else "'hsbdocs list KIND' shows the ids of a kind."
    if as_reference(name) is not None:
        hint = "It looks like a form's reference: 'hsbdocs find --in FOLDER --reference …' looks for that."
    raise NotThere(f"Nothing in content has the id {name}. {hint}")
