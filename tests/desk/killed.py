"""``parse --out`` in a process that ends itself as kill -9 does, before or after one of its own calls.

Usage: python -m tests.desk.killed MOMENT -- arguments of hsbdocs
MOMENT is name:number:before or name:number:after; ``none`` lets it run to its end.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from hsbdocs.store import ledger


def _patched(function: Callable[..., Any], number: int, when: str) -> Callable[..., Any]:
    count = 0

    def call(*args: Any, **kwargs: Any) -> Any:
        nonlocal count
        count += 1
        if count == number and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = function(*args, **kwargs)
        if count == number and when == "after":
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return call


def main(moment: str, args: list[str]) -> None:
    """Run the command, and end at the moment."""
    if moment != "none":
        name, number, when = moment.split(":")
        owner: Any = os if name in ("replace", "fdopen") else ledger.Ledger
        setattr(owner, name, _patched(getattr(owner, name), int(number), when))
    sys.argv = ["hsbdocs", *args]
    from hsbdocs.cli import main as command

    command()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[3:])
