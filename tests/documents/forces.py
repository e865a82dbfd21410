"""The forces of the boxes of the pathway, by number, hand-typed from the lines of the source that they rest on."""

from __future__ import annotations

#: L54; L343; L196; L204 with L206; L313; L339; L185; L429 with L181; L181 with L239; L200; L328; L361 with L357 and
#: L380; L117 with L119 and L127; L239 with L429. A need is left out beside them.
FORCES = {
    1: "need to", 3: "should", 4: "will always, should", 6: "must, should", 11: "should", 13: "should", 15: "must",
    17: "should, must", 18: "should, must", 19: "should", 20: "should", 22: "should, must, will",
    24: "must, should, will", 25: "must, should",
}  # fmt: skip
