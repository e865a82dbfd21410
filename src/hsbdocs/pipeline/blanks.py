"""An agency's own blank of a form: what it prints is no writing outside the answer boxes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from hsbdocs.intake.open import load, transcribe
from hsbdocs.model.form import Form
from hsbdocs.model.record import Record, State
from hsbdocs.model.transcript import Unreadable
from hsbdocs.reading import known_sentences, read_forms


def with_blanks(releases: Sequence[Form], paths: Sequence[Path]) -> tuple[tuple[Form, ...], list[tuple[int, str]]]:
    """The releases, each knowing the sentences of its blanks; and what is wrong with a path, by its number.

    Only hashes of the sentences are kept, and only for the run.
    """
    known = {form.key: list(form.known_sentences) for form in releases}
    problems = []
    for number, path in enumerate(paths):
        data = load(path)
        transcript = data if isinstance(data, Unreadable) else transcribe(data, path)
        if isinstance(transcript, Unreadable):
            problems.append((number, f"{path.as_posix()} could not be read as a Word document"))
            continue
        found = read_forms(transcript, releases)
        record = found[0]
        if len(found) > 1 or not isinstance(record, Record):
            problems.append((number, f"{path.as_posix()} is not a form that is known, or holds several"))
        elif State.READ in record.states.values():
            problems.append((number, f"{path.as_posix()} is not a blank: something is filled in; give the empty form"))
        else:
            known[record.form] += known_sentences(transcript)
    forms = (msgspec.structs.replace(form, known_sentences=tuple(known[form.key])) for form in releases)
    return tuple(forms), problems
