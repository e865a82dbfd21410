"""Settings of all tests, and a word at the end about programs that were missing."""

import pytest
from hypothesis import settings

from tests.support import programs, search

settings.register_profile("fixed", search.FIXED)
settings.register_profile("search", search.SEARCH)
settings.load_profile("fixed")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says which programs the tests could not ask, so that a skipped test does not pass for a passed one."""
    absent = programs.missing()
    if not absent:
        return
    what_follows = "failed" if programs.programs_are_required() else "were skipped or not selected"
    terminalreporter.write_sep("=", f"Programs not found: tests that need them {what_follows}", yellow=True)
    for name in absent:
        terminalreporter.write_line(f"{name}: {programs.how_to_get(name)}")
