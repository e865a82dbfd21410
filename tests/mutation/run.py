"""Runs the tests on every fault: each in a process of its own, forked from one that has everything imported."""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import resource
import signal
import sys
import time
import warnings
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

import hypothesis
import msgspec
import pytest
from _pytest.runner import runtestprotocol

from tests.mutation import inject
from tests.mutation.faults import Fault, Level, faults_of, with_fault
from tests.mutation.survey import Called, Survey, Surveyor, Watch

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"
TESTS = ("tests/unit/reading", "tests/unit/rules", "tests/rules", "tests/returned/test_returned.py")
PACKAGES = ("reading", "rules")
RESULTS = ROOT / "build" / "mutation.json"
_MEMORY = 3 << 30
#: Seconds that one test may take (the slowest needs one), and how many times as long as usual all of them.
_ONE_TEST = 6
_PATIENCE = 5
_AT_LEAST = 10.0
_HANGS = "a test hangs"
_KILLERS_FIRST = 12

_STARTED: list[int] = []

SURVIVED, KILLED, TIMED_OUT = "survived", "killed", "timed out"


class Job(msgspec.Struct, frozen=True):
    """A fault, and the tests that could see it, the likeliest first; ``anew``: everything is imported with it."""

    file: str
    fault: Fault
    tests: tuple[str, ...]
    seconds: float
    anew: bool


class Result(msgspec.Struct, frozen=True):
    """What came of a fault; ``by`` is the test that failed."""

    file: str
    fault: Fault
    outcome: str
    by: str = ""


def main() -> None:
    """Run as asked and print a table."""
    options = _options()
    asked = options.files or [SRC / "hsbdocs" / package for package in PACKAGES]
    files = [path.resolve() for each in asked for path in (sorted(each.glob("*.py")) if each.is_dir() else [each])]
    if options.list:
        _list(_saved(), files)
        return
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # then too, keep what is known
    _warm_up()
    known = {_name(result) for result in _saved() if options.again and result.outcome == KILLED}
    start = time.perf_counter()
    survey = _survey()
    print(f"{len(survey.calls)} tests, {sum(survey.seconds.values()):.0f} seconds", flush=True)
    jobs = [job for job in _jobs(files, survey) if _name(job) not in known]
    print(f"{len(jobs)} faults", flush=True)
    results: list[Result] = []
    try:
        for result in _run(jobs, options.workers):
            results.append(result)
            if result.outcome != KILLED:
                print(_line(result), flush=True)
    finally:
        _save(results, files, options.again)
        _end()
    _table(sorted(results, key=lambda each: (each.file, each.fault.number)))
    print(f"{(time.perf_counter() - start) / 60:.0f} minutes")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="source files or folders; without any: reading/ and rules/")
    parser.add_argument("--again", action="store_true", help="not the faults that a test saw in the last run")
    parser.add_argument("--list", action="store_true", help="print what no test saw in the last run, and run nothing")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


# ---- What to run ------------------------------------------------------------------------------------


def _jobs(files: Sequence[Path], survey: Survey) -> Iterator[Job]:
    callers: dict[Called, list[str]] = defaultdict(list)
    for test, called in survey.calls.items():
        for each in called:
            callers[each].append(test)
    at_import = set(survey.at_import)
    for path in files:
        of_file = {test for (name, _), tests in callers.items() if name == str(path) for test in tests}
        for fault in _faults(path):
            here = (str(path), fault.function)
            called_at_import = here in at_import and (here not in callers or "rules" in path.parts)
            anew = fault.level is Level.ANEW or called_at_import
            narrow = fault.level is Level.FUNCTION and not anew
            tests = set(callers[here]) if narrow else set(survey.calls)
            # First what calls little else, and of that the fastest.
            order = sorted(tests, key=lambda test: (test not in of_file, len(survey.calls[test]), survey.seconds[test]))
            seconds = sum(survey.seconds[test] for test in order)
            yield Job(str(path.relative_to(ROOT)), fault, tuple(order), seconds, anew)


def _faults(path: Path) -> list[Fault]:
    return faults_of(path.read_text(encoding="utf-8"))


def _name(each: Job | Result) -> tuple[str, ...]:
    """What a fault is known by when lines have moved."""
    fault = each.fault
    return (each.file, fault.function, fault.kind, fault.before, fault.after, str(fault.twin))


# ---- Running ------------------------------------------------------------------------------------


def _warm_up() -> None:
    """Import what is slow to import and has no part of the program in it."""
    import docx
    import jsonschema
    import lxml.etree
    import yaml

    del docx, jsonschema, lxml, yaml
    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile(
        "mutation", derandomize=True, database=None, deadline=None, max_examples=50, phases=phases
    )


def _pytest(plugin: object) -> int:
    quiet = ["-q", "--no-header", "--no-summary", "-p", "no:cacheprovider", "-p", "no:xdist", "-W", "ignore"]
    chosen = ["--hypothesis-profile=mutation", "--rootdir", str(ROOT), *(str(ROOT / test) for test in TESTS)]
    return int(pytest.main([*quiet, *chosen], plugins=[plugin]))


def _survey() -> Survey:
    """In a process of its own, so that this one never imports the program."""
    here, there = Pipe()
    pid = os.fork()
    if not pid:
        _silence()
        watch = Watch([path for package in PACKAGES for path in (SRC / "hsbdocs" / package).glob("*.py")])
        watch.start()
        _pytest(Surveyor(watch, lambda survey: there.send_bytes(msgspec.json.encode(survey))))
        os._exit(0)
    there.close()
    survey = msgspec.json.decode(here.recv_bytes(), type=Survey)
    os.waitpid(pid, 0)
    return survey


class _Server:
    """A plugin that runs no tests itself: for every job that comes it forks a process that does."""

    def __init__(self, jobs: Connection) -> None:
        self._jobs = jobs

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Serve until there is nothing more."""
        items = {item.nodeid: item for item in session.items}
        inject.make_ready()
        gc.freeze()
        _serve(self._jobs, lambda job: _first_failing(job, items))
        return True


class _Once:
    """A plugin that runs the tests of one job."""

    def __init__(self, job: Job) -> None:
        self.job, self.by = job, "nothing could be run"

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """The tests of the job; tests that cannot be collected have seen the fault."""
        if session.testsfailed:
            self.by = "collecting the tests"
        else:
            self.by = _failing(self.job, {item.nodeid: item for item in session.items})
        return True


def _first_failing(job: Job, items: dict[str, pytest.Item]) -> str:
    """Put the fault in, and run the tests until one fails."""
    path = ROOT / job.file
    tree, name = with_fault(path.read_text(encoding="utf-8"), job.fault.number), inject.module_name(path, SRC)
    inject.forget()
    try:
        if job.fault.level is Level.FUNCTION:
            inject.into_function(name, job.fault.function, tree, path)
        else:
            inject.into_module(name, tree, path, job.fault.line)
    except Exception as error:
        return f"importing: {type(error).__name__}"
    inject.forget()
    if "/rules/" in job.file:
        inject.make_unready()
    return _failing(job, items)


def _anew(job: Job) -> str:
    """Import everything with the fault in it, and run the tests until one fails."""
    path = ROOT / job.file
    inject.on_import(with_fault(path.read_text(encoding="utf-8"), job.fault.number), path)
    once = _Once(job)
    _pytest(once)
    return once.by


def _failing(job: Job, items: dict[str, pytest.Item]) -> str:
    for test in job.tests:
        signal.alarm(_ONE_TEST)
        if test in items and any(each.failed for each in runtestprotocol(items[test], log=False, nextitem=None)):
            return test
    return ""


def _serve(jobs: Connection, run: Callable[[Job], str]) -> None:
    while True:
        job = msgspec.json.decode(jobs.recv_bytes(), type=Job | None)
        if job is None:
            return
        outcome, by = _forked(job, run)
        jobs.send_bytes(msgspec.json.encode(Result(job.file, job.fault, outcome, by)))


def _forked(job: Job, run: Callable[[Job], str]) -> tuple[str, str]:
    """Run a job in a new process, which may hang, break down or eat all memory."""
    here, there = Pipe(duplex=False)
    pid = os.fork()
    if not pid:
        gc.disable()
        _silence()
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))

        def say(by: str) -> None:
            there.send_bytes(by.encode("utf-8", "replace"))
            os._exit(0)

        signal.signal(signal.SIGALRM, lambda *_: say(_HANGS))
        try:
            say(run(job))
        finally:
            say("the process broke down")
    there.close()
    limit = _AT_LEAST + _PATIENCE * job.seconds
    try:
        found = here.recv_bytes().decode() if here.poll(limit) else None
    except EOFError:
        found = "the process broke down"
    if found is None:
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    here.close()
    return (TIMED_OUT, "") if found in (None, _HANGS) else (KILLED, found) if found else (SURVIVED, "")


def _silence() -> None:
    sink = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(sink, number)


def _run(jobs: Sequence[Job], workers: int) -> Iterator[Result]:
    killers: dict[str, Counter[str]] = defaultdict(Counter)
    for anew in (False, True):
        todo = deque(job for job in jobs if job.anew is anew)
        yield from _run_all(todo, anew, killers, min(workers, len(todo)))


def _run_all(todo: deque[Job], anew: bool, killers: dict[str, Counter[str]], workers: int) -> Iterator[Result]:
    servers: list[Any] = [_start(anew) for _ in range(workers)]
    for server in servers:
        _next(server, todo, killers)
    while servers:
        for server in wait(servers):
            assert isinstance(server, Connection)
            result = msgspec.json.decode(server.recv_bytes(), type=Result)
            if result.by.startswith("tests/"):
                killers[result.file][result.by] += 1
            yield result
            if not _next(server, todo, killers):
                servers.remove(server)


def _start(anew: bool) -> Connection:
    here, there = Pipe()
    pid = os.fork()
    _STARTED.append(pid)
    if not pid:
        here.close()
        if anew:
            _serve(there, _anew)
        else:
            sys.stdout = open(os.devnull, "w")  # noqa: SIM115
            _pytest(_Server(there))
        os._exit(0)
    there.close()
    return here


def _end() -> None:
    for pid in _STARTED:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _next(server: Connection, todo: deque[Job], killers: dict[str, Counter[str]]) -> bool:
    job = todo.popleft() if todo else None
    if job is not None:
        able = set(job.tests)
        first = [test for test, _ in killers[job.file].most_common(_KILLERS_FIRST) if test in able]
        job = msgspec.structs.replace(job, tests=tuple(dict.fromkeys((*first, *job.tests))))
    server.send_bytes(msgspec.json.encode(job))
    return job is not None


# ---- Results ------------------------------------------------------------------------------------


def _saved() -> list[Result]:
    return msgspec.json.decode(RESULTS.read_bytes(), type=list[Result]) if RESULTS.exists() else []


def _save(results: Sequence[Result], files: Sequence[Path], again: bool) -> None:
    done = {str(path.relative_to(ROOT)) for path in files}
    ran = {_name(result) for result in results}
    there = {_name(Result(str(path.relative_to(ROOT)), fault, "")) for path in files for fault in _faults(path)}
    kept = [
        old
        for old in _saved()
        if (old.file not in done and (ROOT / old.file).exists())
        or (again and _name(old) in there and _name(old) not in ran)
    ]
    RESULTS.parent.mkdir(exist_ok=True)
    whole = sorted([*kept, *results], key=lambda each: (each.file, each.fault.line, each.fault.number))
    RESULTS.write_bytes(msgspec.json.encode(whole))


def _line(result: Result) -> str:
    fault = result.fault
    before, after = (" ".join(text.split())[:110] for text in (fault.before, fault.after))
    return f"{result.file}:{fault.line} {result.outcome}: {fault.function or '-'}: {before}  ->  {after}"


def _list(results: Sequence[Result], files: Sequence[Path]) -> None:
    asked = {str(path.relative_to(ROOT)) for path in files}
    left = [result for result in results if result.outcome != KILLED and result.file in asked]
    print("\n".join(_line(result) for result in left))
    _table([result for result in results if result.file in asked])


def _table(results: Sequence[Result]) -> None:
    print(f"{'':40}{'faults':>8}{'killed':>8}{'timed out':>11}{'survived':>10}{'caught':>9}")
    names = [str(Path(each.file).relative_to("src/hsbdocs")) for each in results]
    groups = {
        **{name: [name] for name in names},
        **{p: [n for n in set(names) if n.split("/")[0] == p] for p in PACKAGES},
    }
    for title, members in groups.items():
        counted = Counter(result.outcome for name, result in zip(names, results, strict=True) if name in members)
        if not counted.total():
            continue
        caught = 100 * (counted[KILLED] + counted[TIMED_OUT]) / counted.total()
        row = (counted.total(), counted[KILLED], counted[TIMED_OUT], counted[SURVIVED])
        print(f"{title:40}{row[0]:>8}{row[1]:>8}{row[2]:>11}{row[3]:>10}{caught:>8.1f}%")
