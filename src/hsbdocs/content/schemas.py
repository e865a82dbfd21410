"""JSON Schemas of content files, made from the model: an editor completes and checks with them while one types."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from hsbdocs.content.checks_ids import ID_PATTERNS, SLUG
from hsbdocs.content.guidance import FOLDER
from hsbdocs.model.content import Document, Edition, House
from hsbdocs.model.doubt import DoubtWords
from hsbdocs.model.finding import CatalogueEntry
from hsbdocs.model.form import Form, Row, Section
from hsbdocs.model.guidance import KINDS, Cover, NumberedSection, SourceText
from hsbdocs.model.handout import HandoutFrame
from hsbdocs.model.location import PlaceWords
from hsbdocs.model.names import NameList, NoteFrame
from hsbdocs.model.report import ReportWords
from hsbdocs.model.state import StateWords

#: Where the schemas and the setting for an editor lie, from the project's folder.
PLACE = "src/hsbdocs/schemas/content"
SETTING = "docs/vscode-settings.json"

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: The name of a file without its ending, where a form names the file instead of holding what is in it.
_FILE = {"type": "string", "description": "a file of that name holds it"}


def content_schemas() -> dict[str, dict[str, Any]]:
    """Every schema by its name; which files it is for, files_of says."""
    schemas = {
        "edition": _of(Edition, "hsbdocs.yaml"),
        "handout": _of(HandoutFrame, "handout.yaml"),
        "state": _of(StateWords, "state.yaml"),
        "house": _of(House, "house.yaml"),
        "note": _of(NoteFrame, "note.yaml"),
        "report": _of(ReportWords, "report.yaml"),
        "places": _of(PlaceWords, "places.yaml"),
        "doubts": _of(DoubtWords, "doubts.yaml"),
        "names": _of(NameList, "names/"),
        "document": _of(Document, "documents/"),
        "findings": _of(tuple[CatalogueEntry, ...], "findings/"),
        "form": _of(Form, "form.yaml of a form"),
        "form-section": _of(Section, "a section of a form"),
        "form-row": _of(Row, "a row of a form in a file of its own"),
        "guidance-cover": _of(Cover, "guidance/cover.yaml"),
        "guidance-source": _of(SourceText, "guidance/source.yaml"),
    }
    schemas["form"]["$defs"]["Form"]["properties"]["sections"] = {"type": "array", "items": _FILE}
    rows = schemas["form-section"]["$defs"]["Section"]["properties"]["rows"]
    rows["items"] = {"anyOf": [_FILE, rows["items"]]}
    for kind, struct in KINDS.items():
        of_file = NumberedSection if struct is NumberedSection else tuple[struct, ...]  # type: ignore[valid-type]
        schema = _of(of_file, f"guidance/{kind}")
        properties = schema["$defs"][struct.__name__]["properties"]
        name = "number" if struct is NumberedSection else "id"
        properties[name]["pattern"] = f"^({ID_PATTERNS.get(kind, SLUG).pattern})$"
        schemas[f"guidance-{kind}"] = schema
    for name, schema in schemas.items():
        schema["$id"] = f"urn:hsbdocs:schema:content:{name}"
    return {name: _unused_left_out(schema) for name, schema in schemas.items()}


def files_of(content: Path) -> dict[str, list[Path]]:
    """Every YAML file of the content folder by the schema that it follows."""
    forms = sorted(content.glob("forms/*/*.yaml"))
    files = {
        "edition": [content / "hsbdocs.yaml"],
        "handout": [content / "handout.yaml"],
        "state": [content / "state.yaml"],
        "house": [content / "house.yaml"],
        "note": [content / "note.yaml"],
        "report": [content / "report.yaml"],
        "places": [content / "places.yaml"],
        "doubts": [content / "doubts.yaml"],
        "names": sorted(content.glob("names/*.yaml")),
        "document": sorted(content.glob("documents/*.yaml")),
        "findings": sorted(content.glob("findings/*.yaml")),
        "form": [path for path in forms if path.name == "form.yaml"],
        "form-section": [path for path in forms if path.name != "form.yaml"],
        "form-row": sorted(content.glob("forms/*/*/*.yaml")),
        "guidance-cover": [content / FOLDER / "cover.yaml"],
        "guidance-source": [content / FOLDER / "source.yaml"],
    }
    for kind in KINDS:
        folder = content / FOLDER / kind
        files[f"guidance-{kind}"] = (
            sorted(folder.glob("*.yaml")) if folder.is_dir() else [content / FOLDER / f"{kind}.yaml"]
        )
    return files


def editor_setting(content: Path) -> str:
    """The one setting for VS Code's YAML extension (JSON): which schema is for which files."""
    schemas: dict[str, str | list[str]] = {}
    for name, paths in files_of(content).items():
        patterns = list(dict.fromkeys(_patterns(content, name, paths)))
        schemas[f"./{PLACE}/{name}.schema.json"] = patterns[0] if len(patterns) == 1 else patterns
    return json.dumps({"yaml.schemas": schemas}, indent=2) + "\n"


def schema_text(schema: dict[str, Any]) -> bytes:
    """A schema as it lies in its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False).encode() + b"\n"


def _patterns(content: Path, name: str, paths: list[Path]) -> Iterator[str]:
    """Files by pattern, so that a new one is among them; a form's own files by name, since two schemas meet there."""
    for path in paths:
        inside = path.relative_to(content)
        if name in ("form", "form-section"):
            yield f"content/forms/*/{path.name}"
        elif name == "form-row":
            yield "content/forms/*/*/*.yaml"
        elif len(inside.parts) > (2 if inside.parts[0] == FOLDER else 1):
            yield f"content/{inside.parent.as_posix()}/*.yaml"
        else:
            yield f"content/{inside.as_posix()}"


def _of(kind: Any, files: str) -> dict[str, Any]:
    made = msgspec.json.schema(kind)
    for definition in made.get("$defs", {}).values():
        if "description" in definition:
            definition["description"] = " ".join(definition["description"].replace("``", "").split())
    return {"$schema": _DIALECT, "$id": "", "title": f"content: {files}", **made}


def _unused_left_out(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema without definitions that nothing refers to any more."""
    definitions = schema.get("$defs", {})
    used: set[str] = set()
    waiting = list(_refs({key: value for key, value in schema.items() if key != "$defs"}))
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting += _refs(definitions[name])
    return {**schema, "$defs": {name: definitions[name] for name in definitions if name in used}}


def _refs(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"].rpartition("/")[2]
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from _refs(inner)
