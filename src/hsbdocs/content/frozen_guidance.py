"""The guidance as it was when its content got a version, frozen beside the forms, as canonical JSON."""

from __future__ import annotations

from pathlib import Path

import msgspec

from hsbdocs.content.releases import GUIDANCE
from hsbdocs.model.guidance import Guidance


def guidance_path(content: Path, version: str) -> Path:
    """Where the guidance lies as it was when its content got this version: no form can have its name."""
    return content / "releases" / f"{GUIDANCE}{version}.json"


def guidance_json(guidance: Guidance) -> bytes:
    """A guidance as canonical JSON; the hash of the files that it was read from is no part of it."""
    plain = msgspec.structs.replace(guidance, hash="")
    return msgspec.json.format(msgspec.json.encode(plain, order="sorted"), indent=1) + b"\n"


def read_frozen_guidance(path: Path) -> Guidance:
    """The guidance that a file holds. Raises OSError and msgspec.MsgspecError."""
    return msgspec.json.decode(path.read_bytes(), type=Guidance)
