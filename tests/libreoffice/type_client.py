"""Fills in tables with LibreOffice Writer as a person would: goes into each cell, types, marks words, and saves.

    /usr/bin/python3 type_client.py -        JOBS, a list, from stdin

    {"source": "blank.docx", "target": "out/filled.odt", "filter": "writer8",
     "cells": [[0, "B1", "text"], …],        the number of the table, the cell, what is typed at the end of the cell
     "marks": [["face to face", "Bold"], …]} words to select, and the command to give then (or "Highlight")

As `fill_client.py`, from which it takes LibreOffice, it is a program of its own for the Python that has `uno`.
"""

import json
import sys
from pathlib import Path

from fill_client import Office, UnoObject, _options, _url, office  # type: ignore[import-not-found, unused-ignore]


def type_into(program: Office, document: UnoObject, cell: UnoObject, text: str) -> None:
    """A click behind the last letter of a cell, and then the keyboard."""
    document.CurrentController.ViewCursor.gotoRange(cell.End, False)
    for number, line in enumerate(text.split("\n")):
        if number:
            program.command(document, "InsertPara")
        if line:
            program.command(document, "InsertText", Text=line)


def mark(program: Office, document: UnoObject, words: str, command: str) -> None:
    """Selects words with the mouse and clicks a button."""
    search = document.createSearchDescriptor()
    search.SearchString, search.SearchCaseSensitive = words, True
    found = document.findAll(search)
    if found.Count != 1:
        raise ValueError(f"{words!r} stands in the document {found.Count} times")
    if command == "Highlight":
        # The button's command does nothing without a window.
        found.getByIndex(0).CharBackColor = 0xFFFF00
        return
    document.CurrentController.select(found.getByIndex(0))
    program.command(document, command)


def fill_in(program: Office, job: dict[str, object]) -> None:
    """Does one job."""
    document = program.open(Path(str(job["source"])))
    try:
        # Marks first: what is typed later may hold the same words.
        for words, command in job["marks"]:  # type: ignore[attr-defined]
            mark(program, document, words, command)
        tables = [part for part in document.Text if part.supportsService("com.sun.star.text.TextTable")]
        for number, name, text in job["cells"]:  # type: ignore[attr-defined]
            type_into(program, document, tables[number].getCellByName(name), text)
        document.storeToURL(_url(Path(str(job["target"]))), _options(FilterName=job["filter"], Overwrite=True))
    finally:
        document.close(True)


def main() -> None:
    """Does all jobs with one start of LibreOffice."""
    with office() as program:
        for job in json.load(sys.stdin):
            fill_in(program, job)


if __name__ == "__main__":
    main()
