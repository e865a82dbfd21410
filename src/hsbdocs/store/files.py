"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

#: How often a file is put in its place while something holds the old one, and the seconds between.
_TRIES, _PAUSE = 5, 0.2


def write_atomic(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``: a reader sees the old file or the new one, never a part. Raises OSError."""
    with replacing(path) as stream:
        stream.write(data)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write to that takes the place of ``path`` at the end, and is gone where anything fails.

    It lies beside ``path`` under a name of its own. Virus scanners and cloud clients hold a file for a moment: it is
    tried for about a second. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".hsbdocs-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(name, 0o666 & ~mask)
        _put(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _put(name: str, path: Path) -> None:
    for _ in range(_TRIES - 1):
        try:
            os.replace(name, path)
        except PermissionError:
            time.sleep(_PAUSE)
        else:
            return
    os.replace(name, path)
