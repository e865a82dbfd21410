"""Of which forms somebody was reached: by what people wrote under Rung, and by what there was to ring about then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hsbdocs.model.register import Column, Kept, is_rung
from hsbdocs.model.report import NotReached
from hsbdocs.pipeline.cells import Row, text_in
from hsbdocs.store.ledger import Ledger, RungFor


class Rung:
    """What people wrote under Rung counts for what was known when they wrote it, and for nothing that came since."""

    def __init__(self, opened: Ledger, rows: Iterable[tuple[str, Row]], not_reached: NotReached) -> None:
        """``rows`` are those of the register with what people wrote, by reference, before this run reads a form."""
        self._ledger = opened
        self._known = {each.reference: each for each in opened.rung()}
        self.texts = {key: text for key, cells in rows if key and (text := text_in(cells, Column.RUNG))}
        self._reached = {key: text for key, text in self.texts.items() if is_rung(text, not_reached)}
        for key, text in self._reached.items():
            if key not in self._known or self._known[key].written != text:
                self._learn(key, text)

    def _learn(self, key: str, text: str) -> None:
        """Somebody wrote it since the last run: it is about what that run said of the form."""
        kept = self._ledger.found(key)
        if kept is not None:
            self._known[key] = RungFor(key, text, kept.entry.reasons)
            self._ledger.set_rung(self._known[key])

    def reached(self, kept: Kept) -> str:
        """What stands under Rung of a form about which somebody was reached; empty where there is more to ring about.

        Of a form that no ledger knew (it was lost) all counts that is said of it now.
        """
        text = self._reached.get(kept.reference, "")
        known = self._known.get(kept.reference)
        return text if known is None or covers(known, kept) else ""


def covers(known: RungFor, kept: Kept) -> bool:
    """Whether a call was about all that is to ring about in a form."""
    return set(kept.entry.reasons) <= set(known.reasons)


def still_to_ring(kept: Kept, written: str, known: Mapping[str, RungFor], not_reached: NotReached) -> bool:
    """Whether a form is still to be rung about, by what stands under Rung now, taken in or not."""
    if not kept.entry.ring_today:
        return False
    before = known.get(kept.reference)
    is_new = before is None or before.written != written
    return not (is_rung(written, not_reached) and (is_new or (before is not None and covers(before, kept))))
