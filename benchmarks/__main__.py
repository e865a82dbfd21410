"""The command of the benchmarks: beside other programs, or a checkout of this project beside another one."""

from __future__ import annotations

import argparse
from pathlib import Path


def main() -> None:
    """Run what was asked for. What each needs is imported then: other programs are not wanted for two checkouts."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--against", metavar="OLD", type=Path, help="another checkout to measure this one against")
    parser.add_argument("--rounds", type=int, default=21, help="with --against: rounds of old and new (default 21)")
    options = parser.parse_args()
    if options.against is None:
        from benchmarks import peers

        peers.run()
    else:
        from benchmarks import against

        against.run(options.against, options.rounds)


if __name__ == "__main__":
    main()
