"""Properties that are on or off, by their value: 0, false and off are off, whatever else stands there is on."""

from __future__ import annotations

import pytest

from hsbdocs.model.transcript import Mark
from tests.unit.formats.word.reads import control, read, rows, spans
from tests.unit.formats.wordfile import p, r, sdt, tbl, tc, tr

VALUES = [("", True), *((f'{{}}val="{value}"', value not in ("0", "false", "off")) for value in (
    "0", "false", "off", "1", "true", "on"))]  # fmt: skip


def _switch(name: str, value: str, prefix: str = "w:") -> str:
    return f"<{prefix}{name} {value.format(prefix)}/>"


@pytest.mark.parametrize(("value", "on"), VALUES)
@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("b", Mark.BOLD),
        ("i", Mark.ITALIC),
        ("strike", Mark.STRUCK),
        ("dstrike", Mark.STRUCK),
        ("vanish", Mark.HIDDEN),
    ],
)
def test_a_look(name: str, mark: int, value: str, on: bool) -> None:
    assert spans(read(p(r("x", _switch(name, value))))) == [("x", mark if on else 0)]


@pytest.mark.parametrize(("value", "on"), VALUES)
def test_a_hidden_row(value: str, on: bool) -> None:
    found = read(tbl(tr(tc(p(r("1")))), tr(tc(p(r("2"))), properties=_switch("hidden", value))))

    assert rows(found) == ([["1"]] if on else [["1"], ["2"]])
    assert [aside.text for aside in found.asides] == (["2"] if on else [])


@pytest.mark.parametrize(("value", "on"), VALUES)
@pytest.mark.parametrize("name", ["cantSplit", "tblHeader"])
def test_what_says_nothing_of_a_row(name: str, value: str, on: bool) -> None:
    assert rows(read(tbl(tr(tc(p(r("1"))), properties=_switch(name, value))))) == [["1"]]


@pytest.mark.parametrize(("value", "on"), VALUES)
def test_a_flag_and_a_tick_of_a_control(value: str, on: bool) -> None:
    box = f"<w14:checkbox>{_switch('checked', value, 'w14:')}</w14:checkbox>"
    found = read(p(sdt("a", r("x"), _switch("showingPlcHdr", value)), sdt("b", r("\u2612"), box)))

    assert control(found, "a").placeholder is on
    assert control(found, "b").checked is on


@pytest.mark.parametrize(("value", "on"), VALUES)
def test_a_box_of_the_old_kind(value: str, on: bool) -> None:
    data = f"<w:ffData><w:checkBox>{_switch('checked', value)}</w:checkBox></w:ffData>"
    field = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'

    assert spans(read(p(field))) == [("\u2612" if on else "\u2610", 0)]
