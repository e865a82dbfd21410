"""Record to findings: small conditions registered by their code. They test what is recorded and judge nothing."""

from hsbdocs.rules import actions, age, answers, child, completion, outcome
from hsbdocs.rules.registry import apply_rules

#: Importing a family registers its rules.
FAMILIES = (child, answers, age, outcome, actions, completion)

__all__ = ["FAMILIES", "apply_rules"]
