"""The schemas of content files are up to date, and hold for every file; what is wrong in a file they see too."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from hsbdocs.content.schemas import PLACE, SETTING, content_schemas, editor_setting, files_of, schema_text
from tests.unit.content.planting import ROOT

CONTENT = ROOT / "content"
FILES = [(name, path) for name, paths in files_of(CONTENT).items() for path in paths]


def _validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((ROOT / PLACE / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_schemas_in_the_package_are_those_of_the_model() -> None:
    lying = {path.name: path.read_bytes() for path in (ROOT / PLACE).iterdir()}
    assert lying == {f"{name}.schema.json": schema_text(schema) for name, schema in content_schemas().items()}


def test_every_content_file_has_one_schema() -> None:
    assert sorted(path for _, path in FILES) == sorted(CONTENT.rglob("*.yaml"))


@pytest.mark.parametrize(("name", "path"), FILES, ids=[str(path.relative_to(ROOT)) for _, path in FILES])
def test_every_content_file_is_valid_by_its_schema(name: str, path: Path) -> None:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert [error.message for error in _validator(name).iter_errors(data)] == []


DUTY = {"id": "D01", "source": ["1.1 L52"], "force": "must", "trigger": "when", "duty": "what"}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"force": "may"}, "'may' is not one of"),
        ({"id": "duty-1"}, "does not match"),
        ({"source": ["line 52"]}, "is not valid under any of the given schemas"),
        ({"source": "1.1 L52"}, "is not valid under any of the given schemas"),
        ({"trigger": 5}, "is not of type 'string'"),
        ({"whom": []}, "Additional properties are not allowed"),
        ({"deadline": {"hours": 40}}, "is not valid under any of the given schemas"),
        ({"area": "essex"}, "'essex' is not one of"),
    ],
)
def test_a_schema_sees_what_is_wrong_in_a_duty(change: dict[str, Any], says: str) -> None:
    validator = _validator("guidance-duties")
    assert not list(validator.iter_errors([DUTY]))
    (error,) = validator.iter_errors([{**DUTY, **change}])
    assert says in error.message


def test_a_key_that_is_missing_is_seen() -> None:
    (error,) = _validator("guidance-duties").iter_errors([{key: DUTY[key] for key in DUTY if key != "source"}])
    assert "'source' is a required property" in error.message


def test_the_editor_setting_is_up_to_date_and_names_every_schema_and_file() -> None:
    text = (ROOT / SETTING).read_text(encoding="utf-8")
    assert text == editor_setting(CONTENT)
    found: list[Path] = []
    for schema, patterns in json.loads(text)["yaml.schemas"].items():
        assert (ROOT / schema).is_file()
        for pattern in [patterns] if isinstance(patterns, str) else patterns:
            found += ROOT.glob(pattern)
    assert sorted(found) == sorted(CONTENT.rglob("*.yaml"))
