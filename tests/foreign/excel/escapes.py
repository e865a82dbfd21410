"""How Excel writes characters that XML cannot hold: `_x000D_`; and text that looks so: `_x005F_x000D_`.

ECMA-376, part 1, 22.9.2.19 (ST_Xstring). It holds for each `t` and `v` by itself.
"""

import re

_LOOKS_SO = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CONTROL_OR_RETURN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_WRITTEN = re.compile(r"_x([0-9A-Fa-f]{4})_")


def written(text: str, *, returns: bool = True) -> str:
    """The text as it stands in the file; without `returns` a carriage return is left to XML."""
    unclear = _CONTROL_OR_RETURN if returns else _CONTROL
    return unclear.sub(lambda found: f"_x{ord(found[0]):04X}_", _LOOKS_SO.sub("_x005F_", text))


def meant(text: str) -> str:
    """The text that stands in the file so."""
    return _WRITTEN.sub(lambda found: chr(int(found[1], 16)), text)
