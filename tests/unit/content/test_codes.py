"""The codes of findings: the enum, the catalogue and what the code can emit are one set."""

import ast
import json
import string
from pathlib import Path
from typing import Any

import yaml

import hsbdocs.rules.actions
import hsbdocs.rules.age
import hsbdocs.rules.answers
import hsbdocs.rules.child
import hsbdocs.rules.completion
import hsbdocs.rules.outcome  # noqa: F401  (rules register when they are imported)
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
    loaded: list[dict[str, Any]] = json.loads((ROOT / "content/generated/findings.json").read_text(encoding="utf-8"))
    return loaded


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


def test_the_codes_of_the_first_issue_are_there() -> None:
    wanted = {"FORM-01", "FORM-03", "FORM-07", "FORM-08", "FORM-09"}
    wanted |= {f"CHILD-{n:02}" for n in (1, 2, 3, 4, 5, 9)} | {f"ANSWER-{n:02}" for n in (1, 2, 3)}
    wanted |= {"AGE-03", "AGE-05"} | {f"OUTCOME-{n:02}" for n in (1, 2, 3)} | {f"ACTION-{n:02}" for n in (1, 2, 3)}
    wanted |= {f"SIGN-{n:02}" for n in range(1, 7)}

    assert wanted <= ENUM
    assert any(code.startswith("FILE-") for code in ENUM)


def test_every_entry_has_words_severity_and_source() -> None:
    for entry in _in_yaml():
        assert entry["severity"] in ("error", "warning", "advice"), entry["code"]
        assert entry["message"].strip().endswith((".", "?")), entry["code"]
        assert entry["hint"].strip().endswith((".", "?")), entry["code"]
        assert entry["source"], entry["code"]
        assert all(isinstance(source, str) and source for source in entry["source"]), entry["code"]


def test_sentences_name_only_what_their_finding_carries() -> None:
    """Typed by hand: what the code gives to each finding that has a name in its sentence."""
    carried = {
        "FILE-05": {"limit"},
        "FILE-08": {"count"},
        "FORM-06": {"place"},
        "FORM-07": {"seen"},
        "FORM-09": {"place"},
        "SIGN-04": {"label"},
    }
    for entry in _in_yaml():
        names = {
            name
            for key in ("message", "hint")
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
