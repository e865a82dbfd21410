"""Compares the JSON line of a form with what a careful person reads in it."""

from __future__ import annotations

from typing import Any

_SOFT_HYPHEN = "\u00ad"


def differences(want: dict[str, Any], got: dict[str, Any]) -> list[str]:
    """What is wrong with a line, a sentence each."""
    codes = {finding["code"] for finding in got["findings"]}
    if got["form"] is None:
        return [f"not read: {sorted(codes)}"]
    wrong = []
    if got["form"]["version"] != want["version"]:
        wrong.append(f"version {got['form']['version']}, not {want['version']}")
    if got["part"] != want["parts"]:
        wrong.append(f"part {got['part']}, not {want['parts']}")
    named = {field for finding in got["findings"] for field in finding["fields"]}
    for field, value in want["answers"].items():
        read = got["answers"][field]
        if field in want.get("or_doubtful", []) and read is None:
            if field not in named:
                wrong.append(f"{field}: null and no finding names it; expected {value!r}, or null and a finding")
        elif field in want["doubtful"]:
            if read is not None:
                wrong.append(f"{field}: read as {read!r}, but nobody can be sure: must be null")
            elif field not in named:
                wrong.append(f"{field}: is null as it must be, but no finding names it")
        elif _plain(read) != _plain(value):
            wrong.append(f"{field}: expected {value!r}, read {read!r}")
    wrong += [f"finding {code} is missing" for code in want["findings"] if code not in codes]
    wrong += [f"finding {code} must not be there" for code in want["not_findings"] if code in codes]
    unplaced = "\n".join(each["text"] for each in got["unplaced"])
    wrong += [f"not among the unplaced: {text!r}" for text in want["unplaced"] if text not in unplaced]
    outside = "\n".join([unplaced, *got["as_written"].values()])
    wrong += [f"neither unplaced nor as written: {text!r}" for text in want.get("kept", []) if text not in outside]
    return wrong


def _plain(value: object) -> object:
    # Nobody sees a soft hyphen within a line.
    return value.replace(_SOFT_HYPHEN, "") if isinstance(value, str) else value
