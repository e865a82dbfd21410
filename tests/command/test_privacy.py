"""Nothing is kept that was not asked for, and no word of a child is where it should not be."""

import os
import socket
import tempfile
from pathlib import Path

import pytest

from tests.command.filling import BODY, change, complete, with_part
from tests.command.running import CONTENT, TODAY, everything_in, lines_of, parse, process
from tests.unit.reading.complete import COMPLETE

KEPT = [".gitignore", "ledger.sqlite", "records.jsonl", "register.xlsx"]
_CODED = ("child.age", "outcome.category", "completion.mode", "completion.date")
_FREE = [field for field in COMPLETE if field not in _CODED and not field.endswith(".answer")]
#: An unmistakable word for each free field; a date and a number that stand for themselves.
_WORDS = {field: f"Zq{number}zebra" for number, field in enumerate(_FREE)}
_WORDS["child.date_of_birth"] = "7 August 2010"
_WORDS["child.nhs_number"] = "943 476 5919"
_NEVER = [*_WORDS.values(), "2010-08-07", "9434765919"]


@pytest.fixture
def personal(blank: bytes, tmp_path: Path) -> Path:
    """A folder with one form that holds the words everywhere, and loose writing."""
    folder = tmp_path / "in"
    folder.mkdir()
    data = complete(blank, {**_WORDS, "child.age": "15"})
    loose = "<w:p><w:r><w:t>ZqLooseZebra</w:t></w:r></w:p>"
    data = change(data, BODY, lambda xml: xml.replace(b"<w:body>", b"<w:body>" + loose.encode(), 1))
    (folder / "ZqFileZebra.docx").write_bytes(data)
    (folder / "ZqOtherZebra.docx").write_bytes(b"broken")
    return folder


def test_kept_records_hold_coded_values_only(personal: Path, tmp_path: Path) -> None:
    result = parse(personal, "--out", tmp_path / "out")
    text = (tmp_path / "out" / "records.jsonl").read_text(encoding="ascii")
    kept = lines_of(text)
    for word in (*_NEVER, "ZqLooseZebra", "ZqFileZebra", "ZqOtherZebra", "zebra", "Zebra"):
        assert word not in text
    assert result.exit_code == 1
    assert kept[0]["answers"]["child.age"] is None
    assert kept[0]["age_band"] == "13-15"
    assert kept[0]["answers"]["outcome.category"] == "problematic"
    assert kept[0]["answers"]["completion.date"] == "2026-05-12"
    assert "FORM-05" in {finding["code"] for finding in kept[0]["findings"]}
    assert sorted(everything_in(tmp_path / "out")) == KEPT


def test_with_full_everything_is_kept(personal: Path, tmp_path: Path) -> None:
    parse(personal, "--out", tmp_path / "out", "--full")
    kept = lines_of((tmp_path / "out" / "records.jsonl").read_text(encoding="ascii"))
    text = str(kept)
    for word in (*_NEVER, "ZqLooseZebra", "ZqFileZebra", "ZqOtherZebra"):
        assert word in text, word
    printed = lines_of(parse("--json", personal).stdout)
    assert [
        {**line, "reference": mine["reference"], "received": "2026-06-01"}
        for line, mine in zip(printed, kept, strict=True)
    ] == kept


@pytest.mark.parametrize("args", [(), ("--json",), ("--out", "out"), ("--out", "out", "--full")])
def test_the_report_and_stderr_hold_no_word_of_the_form(personal: Path, tmp_path: Path, args: tuple[str, ...]) -> None:
    done = process("parse", *TODAY, *CONTENT, personal, *args, cwd=tmp_path)
    out, err = done.stdout.decode(), done.stderr.decode()
    # An organisation that the team's list lacks is named on the screen, so that they can put it there.
    shown = {_WORDS["completion.organisation"]} if "--out" in args else set()
    for word in (*_NEVER, "ZqLooseZebra"):
        assert word not in err
        if "--json" not in args:
            assert (word in out) == (word in shown), word
    assert "ZqFileZebra" not in err
    if "--json" not in args:
        assert "ZqFileZebra.docx" in out


def test_without_out_no_file_is_left_behind(personal: Path, tmp_path: Path) -> None:
    scratch, here, home = tmp_path / "scratch", tmp_path / "here", tmp_path / "home"
    for folder in (scratch, here, home):
        folder.mkdir()
    before = everything_in(tmp_path)
    places = {"TMPDIR": str(scratch), "TEMP": str(scratch), "TMP": str(scratch), "HOME": str(home)}
    for args in ((), ("--json",)):
        process("parse", *TODAY, *CONTENT, personal, *args, cwd=here, PYTHONDONTWRITEBYTECODE="1", **places)
    assert everything_in(tmp_path) == before


def test_with_out_nothing_but_the_records_is_left(
    personal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    parse(personal, "--out", tmp_path / "out")
    assert everything_in(scratch) == {}
    assert sorted(everything_in(tmp_path / "out")) == KEPT


@pytest.mark.skipif(os.name == "nt", reason="sets the rights of POSIX")
def test_the_form_itself_is_not_changed(personal: Path) -> None:
    before = everything_in(personal)
    for path in personal.iterdir():
        path.chmod(0o444)
    parse(personal)
    assert everything_in(personal) == before


def test_no_network_whatever_a_form_refers_to(filled: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    targets = ("image", "attachedTemplate", "oleObject", "subDocument", "hyperlink", "frame")
    more = "".join(
        f'<Relationship Id="rIdZ{n}" Type="{kind}/{name}" Target="http://192.0.2.1/{n}" TargetMode="External"/>'
        for n, name in enumerate(targets)
    )
    rels = "word/_rels/document.xml.rels"
    data = change(filled, rels, lambda xml: xml.replace(b"</Relationships>", more.encode() + b"</Relationships>"))
    evil = b'<!DOCTYPE a SYSTEM "http://192.0.2.1/a.dtd" [<!ENTITY e SYSTEM "http://192.0.2.1/e">]><a>&e;</a>'
    other = with_part(change(filled, BODY, lambda _: evil), "word/x.xml", evil)
    (tmp_path / "a.docx").write_bytes(data)
    (tmp_path / "b.docx").write_bytes(other)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("went to the network")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    lines = lines_of(parse("--json", tmp_path).stdout)
    assert [line["status"] for line in lines] == ["clear", "unread"]
    assert lines[0]["answers"]["child.name"] == COMPLETE["child.name"]


def test_an_entity_cannot_bring_in_a_file_of_the_machine(filled: bytes, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("ZqSecretZebra", encoding="utf-8")

    def entity(xml: bytes) -> bytes:
        start = xml.index(b"<w:document")
        doctype = f'<!DOCTYPE w [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
        return xml[:start] + doctype + xml[start:].replace(b"Amber Example", b"&e;")

    (tmp_path / "a.docx").write_bytes(change(filled, BODY, entity))
    result = parse("--json", tmp_path / "a.docx")
    assert lines_of(result.stdout)[0]["status"] == "unread"
    assert "ZqSecretZebra" not in result.output
