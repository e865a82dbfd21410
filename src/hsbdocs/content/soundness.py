"""Which state of the guidance was held against its facts and found sound: that need not be done at every build.

The checks of telephone numbers and addresses need libraries that are long in coming. What was found sound is kept by
its hash in content/generated; another state is checked anew.
"""

from __future__ import annotations

from pathlib import Path

_NAME = "guidance.sound"


def was_sound(root: Path, state: str) -> bool:
    """True where this state of the guidance, by its hash, was found sound before."""
    try:
        return (root / "generated" / _NAME).read_text(encoding="ascii").strip() == state
    except (OSError, UnicodeDecodeError):
        return False


def sound_path(root: Path) -> Path:
    """Where the hash is kept."""
    return root / "generated" / _NAME
