"""The foreign code, which is the measure of the project, is measured here itself: nothing of the project is asked."""

import ast
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.foreign import docx, mangle, strategies
from tests.foreign.blank import DATE_PLACEHOLDER, TEXT_PLACEHOLDER, blank
from tests.foreign.control import Control, controls, placeholders
from tests.foreign.docx import w, w14
from tests.foreign.fill import TICKED, Manner, date_value, fill
from tests.foreign.shown import rows, text_in
from tests.support import programs, search
from tests.support.thinned import thinned

BLANK = blank()
TAGS = [control.tag for control in controls(docx.document(BLANK))]
INTO = (Manner.WORD, Manner.WORD_PARAGRAPHS, Manner.WORD_CELL, Manner.KEEPS_FLAG)
SEEDS = st.integers(0, 2**32)


def one(data: bytes, tag: str) -> Control:
    found = [control for control in controls(docx.document(data)) if control.tag == tag]
    assert len(found) == 1
    return found[0]


def cell_of(data: bytes, reference: str) -> str:
    return next(row[-1] for row in rows(docx.document(data)) if row[0].startswith(reference))


def words() -> dict[str, str]:
    """A word of its own for each text control, some of them on two lines, and a few ticks and dates."""
    typed: dict[str, str] = {}
    for number, control in enumerate(controls(docx.document(BLANK))):
        assert control.tag is not None
        if control.date is not None:
            typed[control.tag] = date_value(date(2011, 2, 3))
        elif control.tick_box is None:
            typed[control.tag] = f"word{number:03}a\nword{number:03}b" if number % 2 else f"word{number:03}a"
        elif control.tag.endswith((".no", ".harmful", ".virtual")):
            typed[control.tag] = TICKED
    return typed


def test_no_file_here_imports_the_project() -> None:
    def imported(source: str) -> Iterator[str]:
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Import):
                yield from (name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield node.module or ""

    names = {name for path in Path(__file__).parent.glob("*.py") for name in imported(path.read_text("utf-8"))}
    assert not [name for name in names if name.partition(".")[0] == "hsbdocs"]


# ---- Filling in ----


def test_the_strategy_and_the_blank_form_know_the_same_controls() -> None:
    assert len(TAGS) == len(set(TAGS)) == 54
    # 45 values: each of the eight tick lists is one, whatever the number of its boxes.
    assert len(TAGS) - len([c for c in controls(docx.document(BLANK)) if c.tick_box is not None]) + 8 == 45


@given(strategies.values())
def test_a_filling_fits_the_blank_form(filling: strategies.Filling) -> None:
    assert set(filling.typed) <= set(TAGS)
    assert len(filling.expected) == 45
    assert filling.expected.keys() >= {tag for tag in filling.typed if tag in filling.expected}
    assert not any(known in text for text in filling.typed.values() for known in strategies.PLACEHOLDERS)


@search.share(5)
@given(strategies.values(), st.sampled_from(Manner))
def test_a_filled_form_is_well_formed(filling: strategies.Filling, manner: Manner) -> None:
    docx.document(fill(BLANK, filling.typed, manner))


@search.share(5)
@given(strategies.values())
def test_word_keeps_every_control(filling: strategies.Filling) -> None:
    filled = fill(BLANK, filling.typed, Manner.WORD)
    assert [control.tag for control in controls(docx.document(filled))] == TAGS


@given(strategies.texts() | strategies.full_texts(), st.sampled_from(INTO))
def test_no_character_is_lost_in_a_control(text: str, manner: Manner) -> None:
    filled = fill(BLANK, {"child.address": text}, manner)
    expected = text.replace("\r\n", "\n").replace("\r", "\n") or TEXT_PLACEHOLDER
    assert text_in(one(filled, "child.address").content) == expected
    assert cell_of(filled, "D8") == expected


@given(strategies.texts(), st.sampled_from([Manner.OVER, Manner.OVER_PARAGRAPHS]))
def test_typed_over_a_control_only_the_text_is_left(text: str, manner: Manner) -> None:
    filled = fill(BLANK, {"child.address": text}, manner)
    assert "child.address" not in [control.tag for control in controls(docx.document(filled))]
    assert cell_of(filled, "D8") == text.replace("\r\n", "\n").replace("\r", "\n")


def test_text_beside_a_control_leaves_the_placeholder() -> None:
    after = fill(BLANK, {"child.age": "15"}, Manner.BESIDE_AFTER)
    before = fill(BLANK, {"child.age": "15"}, Manner.BESIDE_BEFORE)
    assert cell_of(after, "D2") == f"Date of birth: {DATE_PLACEHOLDER}\nAge: {TEXT_PLACEHOLDER}15"
    assert cell_of(before, "D2") == f"Date of birth: {DATE_PLACEHOLDER}\nAge: 15{TEXT_PLACEHOLDER}"
    assert one(after, "child.age").shows_placeholder


def test_word_takes_the_flag_and_the_style_off_and_others_do_not() -> None:
    typed = {"child.gp": "Dr Who"}
    word, other = (one(fill(BLANK, typed, manner), "child.gp") for manner in (Manner.WORD, Manner.KEEPS_FLAG))
    assert not word.shows_placeholder
    assert word.run_properties is None
    assert other.shows_placeholder
    assert other.run_properties is not None
    assert "child.gp" in placeholders(docx.document(BLANK))
    assert "child.gp" not in placeholders(docx.document(fill(BLANK, typed, Manner.WORD)))


def test_enter_makes_paragraphs_or_the_whole_cell_of_a_control() -> None:
    typed = {"child.gp": "one\ntwo"}
    block = one(fill(BLANK, typed, Manner.WORD_PARAGRAPHS), "child.gp")
    assert [child.tag for child in block.content] == [w("p"), w("p")]
    around_cell = one(fill(BLANK, typed, Manner.WORD_CELL), "child.gp")
    assert [child.tag for child in around_cell.content] == [w("tc")]


@pytest.mark.parametrize(
    ("manner", "text", "full_date"),
    [
        (Manner.WORD, "3 April 2012", "2012-04-03T00:00:00Z"),
        (Manner.KEEPS_FLAG, "3 April 2012", "2012-04-03T00:00:00Z"),
        (Manner.SUPERDOC, DATE_PLACEHOLDER, "2012-04-03T00:00:00Z"),
        (Manner.LIBREOFFICE, "3 April 2012", None),
        (Manner.BESIDE_AFTER, DATE_PLACEHOLDER, None),
    ],
)
def test_a_date_is_written_as_each_program_does(manner: Manner, text: str, full_date: str | None) -> None:
    control = one(fill(BLANK, {"completion.date": date_value(date(2012, 4, 3))}, manner), "completion.date")
    assert control.date is not None
    assert (control.text, control.date.get(w("fullDate"))) == (text, full_date)


@pytest.mark.parametrize(
    ("manner", "checked"), [(Manner.WORD, "1"), (Manner.BESIDE_AFTER, "1"), (Manner.LIBREOFFICE, "0")]
)
def test_a_tick_box_is_ticked_as_each_program_does(manner: Manner, checked: str) -> None:
    control = one(fill(BLANK, {"completion.mode.virtual": TICKED}, manner), "completion.mode.virtual")
    assert control.tick_box is not None
    assert control.text == "☒"
    assert [child.get(w14("val")) for child in control.tick_box.findall(w14("checked"))] == [checked]


def test_a_tag_that_the_form_does_not_have_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"child\.nmae"):
        fill(BLANK, {"child.nmae": "Ann"}, Manner.WORD)


# ---- Changing without a change ----


@pytest.mark.parametrize("change", thinned(mangle.ALL, 3), ids=str)
@search.share(2)
@given(filling=strategies.values(), manner=st.sampled_from(Manner), seed=SEEDS)
def test_a_change_leaves_what_every_cell_says(
    change: mangle.Change, filling: strategies.Filling, manner: Manner, seed: int
) -> None:
    filled = fill(BLANK, filling.typed, manner)
    changed = change.apply(filled, seed)
    assert rows(docx.document(changed)) == rows(docx.document(filled))
    if mangle.TAGS not in change.loses:
        tags = [control.tag for control in controls(docx.document(filled))]
        kept = [c.tag for c in controls(docx.document(changed)) if not str(c.tag).startswith("goog_rdk_")]
        assert kept == tags


@given(st.lists(st.sampled_from(sorted(mangle.BY_NAME)), max_size=5), st.sampled_from(Manner), SEEDS)
def test_changes_can_follow_each_other(names: list[str], manner: Manner, seed: int) -> None:
    filled = fill(BLANK, words(), manner)
    assert rows(docx.document(mangle.together(filled, names, seed))) == rows(docx.document(filled))


@pytest.mark.parametrize("change", [change for change in mangle.ALL if change.name != "drop_nothing"], ids=str)
def test_a_change_changes_something_and_the_same_seed_the_same(change: mangle.Change) -> None:
    filled = fill(BLANK, words() | {"child.name": "a\tb\nc 👍 d"}, Manner.WORD)
    assert change.apply(filled, 3) != filled
    assert change.apply(filled, 3) == change.apply(filled, 3)


def test_some_changes_are_what_they_say() -> None:
    filled = fill(BLANK, words(), Manner.WORD)
    strict = docx.read(mangle.BY_NAME["strict_names"].apply(filled, 1))
    assert not [name for name, xml in strict.items() if b"wordprocessingml/2006/main" in xml]
    assert b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" in strict["_rels/.rels"]
    other_case = docx.read(mangle.BY_NAME["other_case"].apply(filled, 1))
    assert "word/document.xml" not in other_case
    assert b'"word/document.xml"' in other_case["_rels/.rels"]
    without = docx.read(mangle.BY_NAME["drop_properties"].apply(filled, 1))
    assert not [name for name, xml in without.items() if "custom.xml" in name or b"custom.xml" in xml]
    assert b"<ns0:body>" in docx.read(mangle.BY_NAME["other_prefixes"].apply(filled, 1))["word/document.xml"]


def test_repacked_files_are_sound_zips(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(mangle.BY_NAME["recompress"].apply(BLANK, 5))
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None


# ---- What real programs say ----

# The SDK compares part names with the content types letter by letter; it knows no smart tags, though Word itself
# has written them.
NOT_FOR_THE_VALIDATOR = {"other_case", "wrap_in_smart_tags"}


@pytest.mark.slow
def test_the_validator_accepts_what_word_would_have_written(tmp_path: Path) -> None:
    programs.need("ooxml-validator")
    files = {f"blank {manner.name}": fill(BLANK, words(), manner) for manner in Manner} | {"blank": BLANK}
    filled = fill(BLANK, words() | {"child.name": "a\tb\nc 👍 d"}, Manner.WORD)
    files |= {c.name: c.apply(filled, 7) for c in mangle.ALL if c.name not in NOT_FOR_THE_VALIDATOR}
    paths = [write(tmp_path / f"{name}.docx", data) for name, data in files.items()]
    found = programs.validate_ooxml(paths)
    assert {path.stem: errors for path, errors in found.items() if errors} == {}


@pytest.mark.slow
def test_libreoffice_shows_every_typed_word(tmp_path: Path) -> None:
    # LibreOffice 7.4 does not open a package whose part names differ in case from the relationships; Word does.
    programs.need("soffice")
    files = {manner.name: fill(BLANK, words(), manner) for manner in Manner}
    filled = fill(BLANK, words(), Manner.WORD)
    files |= {change.name: change.apply(filled, 11) for change in mangle.ALL if change.name != "other_case"}
    paths = [write(tmp_path / f"{name}.docx", data) for name, data in files.items()]
    texts = programs.convert_all(paths, "txt:Text (encoded):UTF8", tmp_path / "out")
    expected = {word for text in words().values() if text != TICKED and "\t" not in text for word in text.split("\n")}
    shown = {path.stem: result.read_text("utf-8-sig") for path, result in texts.items()}
    assert {name: missing for name, text in shown.items() if (missing := {x for x in expected if x not in text})} == {}


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
