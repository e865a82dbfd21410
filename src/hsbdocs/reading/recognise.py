"""Which form is this? The visible stamp and the properties, else the refs with their labels, else the labels."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

import msgspec

from hsbdocs.model.form import Form
from hsbdocs.model.patterns import STAMP
from hsbdocs.model.record import RecognisedBy
from hsbdocs.model.transcript import Cell, Paragraph, Table, Transcript
from hsbdocs.reading.index import index_of
from hsbdocs.reading.words import key, sentence_hash

#: Without a stamp, at least this part of a form's rows must be there with ref and label, or with its label.
_ENOUGH = 0.5


class Recognised(msgspec.Struct, frozen=True):
    """The form, the document it was built as (None where the file does not say) and how it was known."""

    form: Form
    document: str | None
    by: RecognisedBy


def recognise(transcript: Transcript, releases: Sequence[Form]) -> Recognised | None:
    """The released form that the transcript is, or None: not a known form or version, or its marks disagree."""
    properties = transcript.properties
    claims = set(_visible_stamps(transcript))
    claimed = (properties.get("hsbdocs.form", ""), properties.get("hsbdocs.version", ""))
    if all(claimed):
        claims.add(claimed)
    if len(claims) > 1:
        return None
    if claims:
        return _by_stamp(claims.pop(), properties.get("hsbdocs.document") if all(claimed) else None, releases)
    whole = [form for form in releases if not form.adds_to]  # an addendum has the refs and labels of its form
    return _by_refs(transcript, whole) or _by_labels(transcript, whole)


def _by_stamp(claim: tuple[str, str], document: str | None, releases: Sequence[Form]) -> Recognised | None:
    """The form of this id and version, and the document if it is one of the form's."""
    form = next((form for form in releases if form.stamped and (form.id, form.version) == claim), None)
    if form is None:
        return None
    return Recognised(form, document if document in form.documents else None, RecognisedBy.STAMP)


def _visible_stamps(transcript: Transcript) -> Iterator[tuple[str, str]]:
    """Stamps outside the tables; those inside only where there is none outside, as in a form laid into a table.

    A sheet is no table in this: all that it says stands in cells.
    """
    loose = [block for block in transcript.blocks if isinstance(block, Paragraph)]
    for block in transcript.blocks:
        if isinstance(block, Table) and block.sheet:
            loose += (paragraph for cells in block.rows for cell in cells for paragraph in cell.paragraphs)
    found = list(_stamps((*loose, *transcript.margins)))
    yield from found or _stamps(transcript.paragraphs)


def _stamps(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, str]]:
    for paragraph in paragraphs:
        text = paragraph.text
        if "ersion" in text or "ERSION" in text:
            for match in STAMP.finditer(text):
                yield match.group(1).lower(), match.group(2).lower()


def _by_refs(transcript: Transcript, releases: Sequence[Form]) -> Recognised | None:
    """The form most of whose refs and labels are there; of versions with the same, the one whose other texts are."""
    pairs = {pair for cells in _rows(transcript.blocks) for pair in pairwise(_firsts(cells))}
    shares = [(form, _share_of(form, pairs)) for form in releases]
    most = max((share for _, share in shares), default=0.0)
    if most < _ENOUGH:
        return None
    alike = [form for form, share in shares if share == most]
    return Recognised(_by_other_texts(transcript, alike), None, RecognisedBy.REFS)


def _by_other_texts(transcript: Transcript, alike: Sequence[Form]) -> Form:
    """Of versions with the same rows the one most of whose other texts are there, of several the last."""
    if len(alike) == 1:
        return alike[0]
    texts = {key(paragraph.text) for paragraph in transcript.paragraphs}
    return max(reversed(alike), key=lambda form: len(index_of(form).own_words & texts))


def _share_of(form: Form, pairs: Collection[tuple[str, str]]) -> float:
    """The part of a form's rows that are there with ref and label."""
    wanted = [(key(row.ref), key(row.label)) for row in form.rows if row.ref is not None]
    return sum(pair in pairs for pair in wanted) / len(wanted) if wanted else 0.0


def _by_labels(transcript: Transcript, releases: Sequence[Form]) -> Recognised | None:
    """The form most of whose labels are there; of two with the same labels, the one whose other text is there too.

    Where nothing tells them apart it is the one without a stamp: the one that has a stamp would show it.
    """
    texts = [cell.first_line for cells in _rows(transcript.blocks) for cell in cells]
    around = _own_texts(transcript, releases)
    there = [(_labels_there(form, texts), form) for form in releases]
    known = [
        (count, len(around & index_of(form).captions), not form.stamped, form)
        for count, form in there
        if count >= _ENOUGH * len(form.rows)
    ]
    best = max(known, key=lambda each: each[:3], default=None)
    return Recognised(best[-1], None, RecognisedBy.LABELS) if best else None


def _own_texts(transcript: Transcript, releases: Sequence[Form]) -> set[str]:
    """What stands outside the tables, without the sentences that forms of others print too."""
    loose = {key(paragraph.text) for paragraph in transcript.blocks if isinstance(paragraph, Paragraph)} - {""}
    shared = {hashed for form in releases for hashed in form.known_sentences}
    return {text for text in loose if sentence_hash(text) not in shared}


def _labels_there(form: Form, texts: Sequence[str]) -> int:
    """How many of a form's labels are there."""
    return len({row.key for row in map(index_of(form).labelled, texts) if row is not None})


def _firsts(cells: Sequence[Cell]) -> list[str]:
    return [key(cell.first_line) for cell in cells[:3]]


def _rows(blocks: Sequence[Paragraph | Table]) -> Iterator[tuple[Cell, ...]]:
    """The rows of every table, those inside cells too."""
    for block in blocks:
        if isinstance(block, Table):
            for cells in block.rows:
                yield cells
                for cell in cells:
                    yield from _rows(cell.blocks)
