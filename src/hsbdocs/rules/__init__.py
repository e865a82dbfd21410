"""Record to findings: small conditions registered by their code. They test what is recorded and judge nothing."""

from hsbdocs.rules.registry import apply_rules

__all__ = ["apply_rules"]
