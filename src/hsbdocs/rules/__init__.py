"""Record to findings: small conditions registered by their code. They test what is recorded and judge nothing."""

from hsbdocs.rules import (
    action_rows,
    actions,
    age,
    answers,
    checklist,
    child,
    child_age,
    child_contact,
    completion,
    education,
    form,
    outcome,
    record,
    signatures,
)
from hsbdocs.rules.earlier import Earlier, child_of
from hsbdocs.rules.guide import Guide, guide_of
from hsbdocs.rules.registry import RULES, Case, apply_rules, lists_missing

#: Importing a family registers its rules.
FAMILIES = (
    *(form, child, child_age, child_contact, education, answers, age, outcome),
    *(action_rows, actions, completion, signatures, checklist, record),
)

__all__ = ["FAMILIES", "RULES", "Case", "Earlier", "Guide", "apply_rules", "child_of", "guide_of", "lists_missing"]
