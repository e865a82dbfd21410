"""All changes to a returned file that leave what the form says as it is."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.foreign import mangle_package, mangle_runs, mangle_wraps

Mangle = Callable[[bytes, int], bytes]


@dataclass(frozen=True)
class Change:
    """One change: its name, what does it (file and seed to file), and what besides the answers it loses."""

    name: str
    apply: Mangle
    loses: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return self.name


TAGS = "tags"
PROPERTIES = "properties"
CHECKED = "w14:checked"
FULL_DATES = "w:fullDate"

ALL: tuple[Change, ...] = (
    Change("drop_nothing", mangle_package.drop_nothing),
    Change("split_runs", mangle_runs.split_runs),
    Change("sprinkle_marks", mangle_runs.sprinkle_marks),
    Change("breaks_as_cr", mangle_runs.breaks_as_cr),
    Change("literal_tabs", mangle_runs.literal_tabs),
    Change("emoji_as_symbols", mangle_runs.emoji_as_symbols),
    Change("wrap_rows", mangle_wraps.wrap_rows),
    Change("wrap_cells", mangle_wraps.wrap_cells),
    Change("wrap_paragraphs", mangle_wraps.wrap_paragraphs),
    Change("wrap_runs_in_controls", mangle_wraps.wrap_runs_in_controls),
    Change("wrap_in_smart_tags", mangle_wraps.wrap_in_smart_tags),
    Change("wrap_in_hyperlinks", mangle_wraps.wrap_in_hyperlinks),
    Change("wrap_in_directions", mangle_wraps.wrap_in_directions),
    Change("wrap_in_insertions", mangle_wraps.wrap_in_insertions),
    Change("add_deletions", mangle_wraps.add_deletions),
    Change("move_runs", mangle_wraps.move_runs),
    Change("strip_controls", mangle_wraps.strip_controls, frozenset({TAGS, CHECKED, FULL_DATES})),
    Change("drop_tick_box_settings", mangle_wraps.drop_tick_box_settings, frozenset({CHECKED})),
    Change("strict_names", mangle_package.strict_names),
    Change("other_case", mangle_package.other_case),
    Change("drop_properties", mangle_package.drop_properties, frozenset({PROPERTIES})),
    Change("recompress", mangle_package.recompress),
    Change("utf16", mangle_package.utf16),
    Change("other_prefixes", mangle_package.other_prefixes),
)

BY_NAME = {change.name: change for change in ALL}


def together(data: bytes, names: list[str], seed: int) -> bytes:
    """Several changes, one after the other."""
    for name in names:
        data = BY_NAME[name].apply(data, seed)
    return data
