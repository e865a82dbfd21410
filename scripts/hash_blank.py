"""Make the list of sentences that a published blank prints, by their hashes: their text is its owners' and stays out.

Usage: python scripts/hash_blank.py FORM-VERSION < the blank's text outside its tables

Writes content/blanks/FORM-VERSION.txt. A returned form's paragraph that holds nothing but such sentences is then not
taken for writing outside the answer boxes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from hsbdocs.reading.words import sentence_hash, sentences

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Read the text from standard input and write the list. Exit status 2 where no name is given."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    found = dict.fromkeys(sentence_hash(sentence) for sentence in sentences(sys.stdin.read()))
    path = ROOT / "content" / "blanks" / f"{sys.argv[1]}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"# Sentences of the blank {sys.argv[1]} outside its tables, by hash (scripts/hash_blank.py).", *found]
    path.write_text("\n".join(lines) + "\n", encoding="ascii")
    print(f"written: {path.relative_to(ROOT)}, {len(found)} sentences")
    return 0


if __name__ == "__main__":
    sys.exit(main())
