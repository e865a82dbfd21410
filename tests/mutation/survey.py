"""Which test calls which function, and how long it takes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import CodeType, FrameType

import msgspec
import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.inject import forget

Called = tuple[str, str]


class Survey(msgspec.Struct):
    """The functions that each test calls, its seconds, and the functions that are called at import."""

    calls: dict[str, list[Called]] = {}
    seconds: dict[str, float] = {}
    at_import: list[Called] = []


class Watch:
    """Notes the functions of the files that are called."""

    def __init__(self, files: list[Path]) -> None:
        self.codes: set[CodeType] = set()
        self._files = {str(path) for path in files}

    def start(self) -> None:
        sys.settrace(self._call)

    def stop(self) -> list[Called]:
        """What was called since the start, or since the last stop."""
        sys.settrace(None)
        found = {(code.co_filename, code.co_qualname.split(".<")[0]) for code in self.codes}
        self.codes = set()
        return sorted(found)

    def _call(self, frame: FrameType, event: str, _: object) -> None:
        if frame.f_code.co_filename in self._files:
            self.codes.add(frame.f_code)


class Surveyor:
    """A plugin that runs every test on its own."""

    def __init__(self, watch: Watch, done: Callable[[Survey], None]) -> None:
        self._watch, self._done = watch, done

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run each test once by itself, then each once more with the watch on."""
        survey = Survey(at_import=self._watch.stop())
        assert not session.testsfailed
        for item in session.items:
            forget()
            start = time.perf_counter()
            reports = runtestprotocol(item, log=False, nextitem=None)
            survey.seconds[item.nodeid] = time.perf_counter() - start
            assert not any(report.failed for report in reports), f"fails without a fault: {item.nodeid}"
            forget()
            self._watch.start()
            runtestprotocol(item, log=False, nextitem=None)
            survey.calls[item.nodeid] = self._watch.stop()
        self._done(survey)
        return True
