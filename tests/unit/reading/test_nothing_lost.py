"""Whatever people do to a form: every id is there, and nothing that they typed vanishes."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.model.finding import Finding
from hsbdocs.model.location import Where
from hsbdocs.model.record import State
from hsbdocs.model.transcript import Aside, Cell, Paragraph
from tests.unit.reading.reads import everything, outcome
from tests.unit.reading.sheets import OPEN, RELEASED, TICKED, Sheet, add, cell, para

_KEYS = [row.key for row in RELEASED.rows]
#: One of each kind of row, so that few examples meet all of them.
_KINDS = ["D1", "D2", "D6", "Q3", "Q10", "O1", "O2", "A4", "C1", "C3", "C6"]
_SECTIONS = [section.id for section in RELEASED.sections]
_IDS = {field.id for field in RELEASED.fields}

#: Who types what where: the sheet, a row, a number to choose with, and the word that must not vanish.
Edit = Callable[[Sheet, str, int, str], None]


def _typed(where: Cell) -> list[Paragraph]:
    """What earlier edits put there: a later one replaces what the blank prints, not what people wrote."""
    return [paragraph for paragraph in where.paragraphs if "Zebra" in paragraph.text]


def _answer(sheet: Sheet, key: str, pick: int, word: str) -> None:
    at = 2 + pick % (len(sheet.at[key]) - 2) if len(sheet.at[key]) > 2 else len(sheet.at[key]) - 1
    sheet.at[key][at] = add(sheet.at[key][at], word)


def _over_the_answer(sheet: Sheet, key: str, pick: int, word: str) -> None:
    if len(sheet.at[key]) > 2:
        sheet.at[key][2] = cell(*_typed(sheet.at[key][2]), word)
    else:
        _answer(sheet, key, pick, word)


def _label(sheet: Sheet, key: str, pick: int, word: str) -> None:
    at = min(1, len(sheet.at[key]) - 1)
    sheet.at[key][at] = add(sheet.at[key][at], word)


def _ref(sheet: Sheet, key: str, pick: int, word: str) -> None:
    sheet.at[key][0] = add(sheet.at[key][0], word)


def _ref_changed(sheet: Sheet, key: str, pick: int, word: str) -> None:
    other = sheet.at[_KINDS[pick % len(_KINDS)]]
    sheet.at[key][0], other[0] = other[0], sheet.at[key][0]
    _answer(sheet, key, pick, word)


def _label_changed(sheet: Sheet, key: str, pick: int, word: str) -> None:
    _answer(sheet, key, pick, word)
    if len(sheet.at[key]) > 2:
        sheet.at[key][1] = cell("Something quite different", *_typed(sheet.at[key][1]))


def _doubled(sheet: Sheet, key: str, pick: int, word: str) -> None:
    copy = sheet.double(key)
    copy[-1] = add(copy[-1], word)


def _merged(sheet: Sheet, key: str, pick: int, word: str) -> None:
    cells = sheet.at[key]
    if len(cells) > 2:
        texts = [p.text for c in cells[2:] for p in c.paragraphs if p.text != OPEN]
        cells[2:] = [cell(*texts, word)]
    else:
        _answer(sheet, key, pick, word)


def _loose(sheet: Sheet, key: str, pick: int, word: str) -> None:
    sheet.loose[_SECTIONS[pick % len(_SECTIONS)]].append(para(word))


def _hidden(sheet: Sheet, key: str, pick: int, word: str) -> None:
    sheet.at[key][-1] = add(sheet.at[key][-1], para("", hidden=word))


def _comment(sheet: Sheet, key: str, pick: int, word: str) -> None:
    sheet.asides.append(Aside(Where.COMMENT, word))


def _ticked(sheet: Sheet, key: str, pick: int, word: str) -> None:
    sheet.at[key][-1] = add(sheet.at[key][-1], f"{TICKED} {word}")


_EDITS: list[Edit] = [
    *(_answer, _over_the_answer, _label, _ref, _ref_changed, _label_changed),
    *(_doubled, _merged, _loose, _hidden, _comment, _ticked),
]


@given(
    st.lists(st.tuples(st.sampled_from(_EDITS), st.sampled_from(_KINDS), st.integers(0, 40)), min_size=1, max_size=6),
    st.booleans(),
)
def test_nothing_that_was_typed_vanishes(edits: list[tuple[Edit, str, int]], no_refs: bool) -> None:
    sheet = Sheet()
    words = [f"Zebra{number}" for number in range(len(edits))]
    for (edit, key, pick), word in zip(edits, words, strict=True):
        edit(sheet, key, pick, word)
    if no_refs:
        kept = [word for (edit, _, _), word in zip(edits, words, strict=True) if edit is not _ref]
        sheet.drop_refs()
    else:
        kept = words
    found = outcome(sheet)
    assert not isinstance(found, Finding)
    assert set(found.answers) == set(found.states) == _IDS
    assert [word for word in kept if word not in everything(found)] == []
    for field_id, value in found.answers.items():
        assert (value is not None) == (found.states[field_id] is State.READ)


@given(st.lists(st.sampled_from(_KEYS), max_size=38), st.lists(st.sampled_from(_KEYS), max_size=4))
def test_all_45_ids_are_there_whatever_is_deleted_or_copied(gone: list[str], twice: list[str]) -> None:
    sheet = Sheet()
    for key in set(twice):
        sheet.double(key)
    for key in set(gone) - set(twice):
        sheet.drop(key)
    found = outcome(sheet)
    if isinstance(found, Finding):
        assert len(set(gone)) == len(_KEYS)
        return
    assert set(found.answers) == _IDS
    lost = {row.key for row in RELEASED.rows for f in row.fields if found.states[f.id] is State.MISSING}
    assert lost == set(gone) | set(twice)
