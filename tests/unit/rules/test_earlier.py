"""Two assessments of one child in one run."""

from hsbdocs.model.record import Record, State
from hsbdocs.rules.earlier import Earlier, child_of
from tests.unit.rules.records import complete

KEY = b"k" * 32


def child(record: Record, key: bytes = KEY) -> bytes:
    """The child's hash, which is there."""
    found = child_of(record, key)
    assert found is not None
    return found


def test_the_same_child_and_another_outcome() -> None:
    earlier, amber = Earlier(), child(complete())
    assert not earlier.another_outcome(amber, "problematic")
    assert not earlier.another_outcome(amber, "problematic")
    assert earlier.another_outcome(amber, "harmful")
    assert earlier.another_outcome(amber, "problematic")


def test_another_child_is_another_child() -> None:
    earlier = Earlier()
    earlier.another_outcome(child(complete()), "problematic")
    assert not earlier.another_outcome(child(complete({"child.name": "Other Example"})), "harmful")
    assert not earlier.another_outcome(child(complete({"child.date_of_birth": "2011-04-04"})), "harmful")


def test_capitals_and_spaces_are_no_other_child() -> None:
    name = str(complete().answers["child.name"])
    assert child(complete({"child.name": f" {name.upper()}  "})) == child(complete())


def test_what_cannot_be_compared_is_passed_over() -> None:
    for field in ("child.name", "child.date_of_birth", "outcome.category"):
        assert child_of(complete({field: State.UNREADABLE}), KEY) is None
    assert child_of(complete({"outcome.category": None}), KEY) is None


def test_each_run_has_a_key_of_its_own_and_holds_no_name() -> None:
    one, two = child(complete()), child(complete(), b"l" * 32)
    assert one != two
    assert len(one) == 64
    assert b"amber" not in one.lower()
