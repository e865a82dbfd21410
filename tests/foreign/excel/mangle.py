"""All changes to a returned checklist that leave the answers as they are.

A change may lose or add something else: `loses` names what besides the answers is gone, `adds` the texts that must
then be found among the unplaced.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.foreign import mangle_package
from tests.foreign.excel import mangle_layout, mangle_sheets

Mangle = Callable[[bytes, int], bytes]


@dataclass(frozen=True)
class Change:
    """One change: its name, what does it (file and seed to file), what it loses and what writing it adds."""

    name: str
    apply: Mangle
    loses: frozenset[str] = frozenset()
    adds: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.name


PROPERTIES = "properties"
RULES = "validations and conditional formats"
PROTECTION = "protection"
TABLE = "table"
NOTES = "notes"
PLACES = "places"
"""The cells no longer stand where they stood: rows or columns have moved."""

_AGENCY = (mangle_layout.AGENCY_HEADING, mangle_layout.AGENCY_CONTENT)


def _layout(name: str, *loses: str, adds: tuple[str, ...] = ()) -> Change:
    return Change(name, getattr(mangle_layout, name), frozenset({PLACES, *loses}), adds)


def _sheets(name: str, *loses: str, adds: tuple[str, ...] = ()) -> Change:
    return Change(name, getattr(mangle_sheets, name), frozenset(loses), adds)


ALL: tuple[Change, ...] = (
    Change("drop_nothing", mangle_package.drop_nothing),
    _layout("insert_rows_above"),
    _layout("insert_rows_between"),
    _layout("move_criteria"),
    _layout("move_details"),
    _layout("sort_criteria"),
    _layout("move_table_columns"),
    _layout("move_whole_columns"),
    _layout("insert_column", TABLE),
    _layout("insert_columns_before"),
    _layout("insert_agency_column", TABLE, adds=_AGENCY),
    _layout("add_agency_column", adds=_AGENCY),
    Change("hide_columns", mangle_layout.hide_columns),
    Change("hide_rows", mangle_layout.hide_rows),
    Change("far_empty_cells", mangle_layout.far_empty_cells),
    Change("far_words", mangle_layout.far_words, adds=_AGENCY[1:]),
    _sheets("rename_sheets"),
    _sheets("reorder_sheets"),
    _sheets("add_sheet"),
    _sheets("add_sheet_of_words", adds=(mangle_sheets.EXTRA_WORDS,)),
    _sheets("delete_notes", NOTES),
    _sheets("type_ratings"),
    _sheets("paste_over_rules", RULES),
    _sheets("unprotect", PROTECTION),
    _sheets("drop_table", TABLE),
    _sheets("drop_properties", PROPERTIES),
    _sheets("no_dimension"),
    _sheets("wrong_dimension"),
    _sheets("no_names_of_cells"),
    _sheets("no_spans"),
    _sheets("extensions"),
    _sheets("calculation_chain"),
    _sheets("shift_styles"),
    _sheets("phonetic_hints"),
    _sheets("unused_strings"),
    _sheets("utf16"),
    _sheets("other_prefixes"),
    Change("strict_names", mangle_package.strict_names),
    Change("other_case", mangle_package.other_case),
    Change("recompress", mangle_package.recompress),
)

BY_NAME = {change.name: change for change in ALL}


def together(data: bytes, names: list[str], seed: int) -> bytes:
    """Several changes, one after the other."""
    for name in names:
        data = BY_NAME[name].apply(data, seed)
    return data
