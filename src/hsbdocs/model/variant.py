"""In which copy a document is made, apart from its content."""

from __future__ import annotations

import msgspec


class Variant(msgspec.Struct, frozen=True, kw_only=True):
    """``marked``: the copy for those who decide, with the numbers, readings and options of what is in doubt.

    Without it the copy is a reader's: one small sign at what is in doubt, and a sentence each at the end.
    """

    marked: bool = False


#: A reader's copy.
READER = Variant()
