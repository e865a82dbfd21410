"""Two assessments of one child in one run."""

from hsbdocs.model.record import State
from hsbdocs.rules.earlier import Earlier
from tests.unit.rules.records import complete


def test_the_same_child_and_another_outcome() -> None:
    earlier = Earlier()
    assert not earlier.another_outcome(complete())
    assert not earlier.another_outcome(complete())
    assert earlier.another_outcome(complete({"outcome.category": "harmful"}))
    assert earlier.another_outcome(complete())


def test_another_child_is_another_child() -> None:
    earlier = Earlier()
    earlier.another_outcome(complete())
    assert not earlier.another_outcome(complete({"outcome.category": "harmful", "child.name": "Other Example"}))
    other = complete({"outcome.category": "harmful", "child.date_of_birth": "2011-04-04"})
    assert not earlier.another_outcome(other)


def test_what_cannot_be_compared_is_passed_over() -> None:
    for field in ("child.name", "child.date_of_birth", "outcome.category"):
        earlier = Earlier()
        for outcome in ("normal", "harmful"):
            assert not earlier.another_outcome(complete({"outcome.category": outcome, field: State.UNREADABLE}))


def test_each_run_has_a_key_of_its_own_and_holds_no_name() -> None:
    one, two = Earlier(), Earlier()
    one.another_outcome(complete())
    two.another_outcome(complete())
    assert set(one._outcomes) != set(two._outcomes)
    assert "amber" not in str(vars(one)).lower()
    assert all(len(key) == 64 for key in one._outcomes)


def test_a_form_without_an_outcome_is_passed_over() -> None:
    earlier = Earlier()
    assert not earlier.another_outcome(complete({"outcome.category": None}))
    assert not earlier.another_outcome(complete())
    assert not earlier.another_outcome(complete({"outcome.category": None}))
