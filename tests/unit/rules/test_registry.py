"""How rules are registered, and how what they find becomes findings."""

from collections.abc import Iterable

import pytest

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.settings import in_months
from hsbdocs.rules import registry
from hsbdocs.rules.registry import Case, Rule, Spot, apply_rules, rule
from tests.support.said import where
from tests.unit.reading.sheets import RELEASED
from tests.unit.rules.records import GUIDE, TODAY, complete


def found(monkeypatch: pytest.MonkeyPatch, spot: tuple[str, ...] | Spot, code: Code = Code.CHILD_01) -> Finding:
    """The finding that comes of one spot."""
    monkeypatch.setattr(registry, "RULES", {code: Rule(condition=lambda _: [spot])})
    (finding,) = apply_rules(Case(record=complete(), form=RELEASED, today=TODAY, guide=GUIDE))
    return finding


def test_a_rule_stays_the_function_that_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "RULES", {})

    def condition(_: Case) -> Iterable[tuple[str, ...]]:
        return [()]

    needs, each, uses = ("child.name",), ("child.gender",), ("child.age",)
    assert rule(Code.CHILD_01, needs=needs, each=each, uses=uses)(condition) is condition
    assert {Code.CHILD_01: Rule(condition=condition, needs=needs, each=each, uses=uses)} == registry.RULES
    with pytest.raises(ValueError, match="CHILD-01"):
        rule(Code.CHILD_01)(condition)


def test_nothing_is_known_of_a_file_unless_it_is_said() -> None:
    codes = [
        finding.code.value for finding in apply_rules(Case(record=complete(), form=RELEASED, today=TODAY, guide=GUIDE))
    ]
    assert not [code for code in codes if code.startswith("RECORD")]


@pytest.mark.parametrize("fields", [(), ("child.name",)])
def test_the_graver_case_is_handed_on(monkeypatch: pytest.MonkeyPatch, fields: tuple[str, ...]) -> None:
    assert found(monkeypatch, Spot(fields=fields, grave=True)).grave
    assert not found(monkeypatch, Spot(fields=fields)).grave
    assert not found(monkeypatch, fields).grave


def test_words_for_the_sentence_are_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(monkeypatch, Spot(params={"due": "June"})).params == {"due": "June"}
    spot = Spot(fields=("child.name",), params={"due": "June"})
    assert found(monkeypatch, spot).params == {"ref": "D1", "label": RELEASED.rows[0].label, "due": "June"}
    period = in_months(GUIDE.months[Code.SIGN_08])
    assert found(monkeypatch, (), Code.SIGN_08).params == {"period": period}


@pytest.mark.parametrize(
    ("fields", "location"),
    [
        ((), ""),
        (("child.name",), "row D1"),
        (("child.date_of_birth", "child.age"), "row D2"),
        (("child.name", "child.age"), "rows D1 and D2"),
        (("child.name", "child.age", "child.gender"), "rows D1, D2 and D3"),
        (("child.name", "child.age", "child.gender", "child.ethnic_origin"), "rows D1 to D4"),
        (("child.age", "child.gender", "child.ethnic_origin", "child.first_language"), "rows D2 to D5"),
        (("child.name", "child.age", "child.gender", "child.first_language"), "rows D1, D2, D3 and D5"),
        (("child.age", "child.name", "child.gender", "child.ethnic_origin"), "rows D2, D1, D3 and D4"),
    ],
)
def test_where(monkeypatch: pytest.MonkeyPatch, fields: tuple[str, ...], location: str) -> None:
    finding = found(monkeypatch, fields)
    assert (where(finding.location), finding.fields) == (location, fields)
