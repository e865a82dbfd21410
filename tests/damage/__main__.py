"""Damage many files and tell what came of them: ``python -m tests.damage [--each N] [--seed S]``."""

from __future__ import annotations

import argparse
from collections import Counter

from tests.damage.judge import good_forms, lines, wrong
from tests.foreign.damage import flipped, restructured


def main() -> None:
    """Print how many of each kind were read, left in doubt or not read, and every untold wrong value with its seed."""
    parser = argparse.ArgumentParser(prog="python -m tests.damage", description=__doc__)
    parser.add_argument("--each", type=int, default=6_000, help="files of each kind of damage (default 6,000)")
    parser.add_argument("--seed", type=int, default=1_000_000, help="the first seed (default 1,000,000)")
    options = parser.parse_args()
    names = sorted(good_forms())
    for damage in (restructured, flipped):
        came: Counter[str] = Counter()
        for seed in range(options.seed, options.seed + options.each):
            name = names[seed % len(names)]
            data = damage(good_forms()[name], seed)
            came.update(line.status.value for line in lines(name, data))
            fields = wrong(name, data)
            if fields:
                came["untold"] += 1
                print(f"{damage.__name__} {name} {seed}: {', '.join(fields)}")
        print(f"{damage.__name__}: {options.each:,} files; {dict(came)}")


if __name__ == "__main__":
    main()
