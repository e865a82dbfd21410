"""Frozen releases of forms and of the guidance, as canonical JSON. ``parse`` reads forms only from here."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.model.form import Form

#: What the file of a frozen guidance begins with (``frozen_guidance``): no form has this name.
GUIDANCE = "guidance-"


def canonical_json(form: Form) -> bytes:
    """A release as UTF-8 JSON with sorted keys, two blanks of indent and a final line feed."""
    return msgspec.json.format(msgspec.json.encode(form, order="sorted"), indent=2) + b"\n"


def release_path(content: Path, form_id: str, version: str) -> Path:
    """Where the release of this form and version lies."""
    return content / "releases" / f"{form_id}-{version}.json"


def sentences_path(content: Path, form_id: str, version: str) -> Path:
    """Where the hashes of sentences lie that the blank prints and that are not ours to keep."""
    return content / "blanks" / f"{form_id}-{version}.txt"


def frozen(form: Form) -> Form:
    """What a release of the form holds: of its variable lines only the names."""
    fixed = {name: text for name, text in form.captions.items() if name not in form.variable}
    return msgspec.structs.replace(form, captions=fixed)


def agrees(form: Form, release: Form) -> bool:
    """True where the form's content is still what was released; its variable lines may say something else.

    The first releases name no variable lines and hold their text: the form's names count for them too.
    """
    if not release.variable:
        release = msgspec.structs.replace(release, variable=form.variable)
    release = msgspec.structs.replace(release, known_sentences=form.known_sentences)
    return frozen(form) == frozen(release)


def read_release(path: Path) -> Form:
    """The release that a file holds. Raises OSError, UnicodeDecodeError and msgspec.MsgspecError."""
    return msgspec.json.decode(path.read_bytes(), type=Form)


def _known_sentences(content: Path, form: Form) -> tuple[str, ...]:
    path = sentences_path(content, form.id, form.version)
    if not path.is_file():
        return ()
    lines = path.read_text(encoding="ascii").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def load_releases(content: Path) -> tuple[Form, ...]:
    """Every released form under ``content``/releases, by file name. Raises AuthorError where one cannot be read."""
    forms: list[Form] = []
    faults: list[Fault] = []
    for path in sorted((content / "releases").glob("*.json")):
        if path.name.startswith(GUIDANCE):
            continue
        name = f"{content.name}/releases/{path.name}"
        try:
            form = read_release(path)
            forms.append(msgspec.structs.replace(form, known_sentences=_known_sentences(content, form)))
        except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
            faults.append(Fault(name, 0, "", f"is not a release that can be read: {error}"))
    if not forms and not faults:
        faults.append(Fault(f"{content.name}/releases", 0, "", "holds no release: nothing could be read back"))
    if faults:
        raise AuthorError(faults)
    return tuple(forms)
