"""The codes of findings: the enum, the catalogue and what the code can emit are one set."""

import ast
import json
import re
import string
from pathlib import Path
from typing import Any

import yaml

import hsbdocs.rules  # noqa: F401  (rules register when they are imported)
from hsbdocs.model.finding import Code
from hsbdocs.rules.registry import RULES
from tests.unit.content.planting import ROOT

SRC = ROOT / "src" / "hsbdocs"
ENUM = {code.value for code in Code}


def _used(files: list[Path]) -> set[str]:
    """Codes named as `Code.X` in these files."""
    names = set()
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Code":
                names.add(node.attr)
    return {name.replace("_", "-") for name in names}


def _room(*names: str) -> list[Path]:
    return [path for name in names for path in sorted((SRC / name).rglob("*.py"))]


def _in_yaml() -> list[dict[str, Any]]:
    return [
        entry
        for path in sorted((ROOT / "content" / "findings").glob("*.yaml"))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def _in_json() -> list[dict[str, Any]]:
    loaded = json.loads((ROOT / "content/generated/findings.json").read_text(encoding="utf-8"))
    entries: list[dict[str, Any]] = loaded["findings"]
    return entries


def test_names_and_values_of_the_enum_agree() -> None:
    assert all(code.name == code.value.replace("-", "_") for code in Code)


def test_every_code_has_one_entry_in_the_source_and_in_the_compiled_catalogue() -> None:
    for entries in (_in_yaml(), _in_json()):
        codes = [entry["code"] for entry in entries]
        assert sorted(codes) == sorted(ENUM)


def test_the_code_can_emit_every_code_and_no_other() -> None:
    emitted = {code.value for code in RULES} | _used(_room("reading", "pipeline", "intake"))

    assert emitted == ENUM


def test_every_rule_file_registers_what_it_names() -> None:
    assert _used(_room("rules")) == {code.value for code in RULES}


def test_no_other_room_names_a_code() -> None:
    """Severity and words are content: nothing in report, store or formats may depend on one code."""
    rooms = ("reading", "pipeline", "intake", "rules", "model")
    others = [path for path in SRC.rglob("*.py") if path.relative_to(SRC).parts[0] not in rooms]

    assert _used(others) == set()


def test_the_codes_of_the_printed_form_are_there() -> None:
    """The rules that the published form can be checked for, 16 codes of our own, and those of the checklist."""
    wanted = {
        "FORM": range(1, 16),
        "CHILD": (*range(1, 11), *range(12, 18)),
        "ANSWER": range(1, 5),
        "AGE": (3, 4, 5, 6, 16, 18, 20),
        "OUTCOME": (*range(1, 7), 10, 11, 12),
        "ACTION": (*range(1, 10), 17),
        "SIGN": range(1, 13),
        "RECORD": range(1, 4),
        "CHECKLIST": range(1, 9),
        "FILE": range(1, 11),
    }

    assert {f"{family}-{number:02}" for family, numbers in wanted.items() for number in numbers} == ENUM


def test_every_entry_has_words_severity_and_source() -> None:
    for entry in _in_yaml():
        assert entry["severity"] in ("error", "warning", "advice"), entry["code"]
        assert entry["message"].strip().endswith((".", "?")), entry["code"]
        assert entry["hint"].strip().endswith((".", "?")), entry["code"]
        assert entry["note"].strip().endswith((".", "?")), entry["code"]
        assert entry["name"].strip(), entry["code"]
        assert entry["source"], entry["code"]
        assert all(isinstance(source, str) and source for source in entry["source"]), entry["code"]


def test_sentences_name_only_what_their_finding_carries() -> None:
    """Typed by hand: what the code gives to each finding that has a name in its sentence."""
    carried = {
        "FILE-05": {"limit"},
        "FILE-08": {"count"},
        "FORM-02": {"due"},
        "FORM-06": {"place"},
        "FORM-07": {"seen"},
        "FORM-09": {"place"},
        "CHECKLIST-05": {"label"},
        "SIGN-04": {"label"},
        "SIGN-08": {"period"},
        "CHILD-08": {"period"},
        "CHILD-14": {"label"},
        "AGE-18": {"period"},
    }
    for entry in _in_yaml():
        names = {
            name
            for key in ("message", "hint", "note")
            for _, name, _, _ in string.Formatter().parse(entry[key])
            if name is not None
        }
        assert names <= carried.get(entry["code"], set()), entry["code"]


def test_the_tool_never_speaks_of_a_score() -> None:
    for entry in _in_yaml():
        words = f"{entry['message']} {entry['hint']}".lower()
        assert not any(word in words for word in (" score", "scored", "points total", "risk level is", "low risk")), (
            words
        )


def test_a_note_to_a_sender_tells_nothing_of_the_form() -> None:
    """No age, no outcome, no answer, no file name, no other assessment: a note may go astray."""
    never = r"\b(13|16|18|aged|capacity|twelve years|normal|problematic|harmful|yes|birthday|(an)?other form)\b"
    for entry in _in_yaml():
        said = re.sub(r"\([^)]*question \d+\)", "", entry["note"]).lower()
        assert not re.search(never, said), (entry["code"], said)
        assert entry["note"].startswith("Please "), entry["code"]


def test_a_note_that_is_urgent_asks_for_a_telephone_call() -> None:
    for entry in _in_yaml():
        if entry.get("ring_today") and not entry["code"].startswith(("FILE", "FORM")):
            assert "telephone us today" in entry["note"], entry["code"]


def test_no_rule_says_what_a_child_is() -> None:
    for entry in _in_yaml():
        text = f"{entry['message']} {entry['hint']} {entry['note']}".lower()
        for word in ("the child is", "victim", "perpetrator", "offender", "at fault", "you failed", "you must not"):
            assert word not in text, (entry["code"], word)
