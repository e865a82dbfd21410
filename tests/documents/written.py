"""What is written in a document, all of it in one text."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

import openpyxl

from tests.documents.editions import EXCEL, WORD
from tests.documents.wordfile import WordFile, text_of, w


def written(data: bytes, suffix: str) -> str:
    """The words of a document with this ending, in order."""
    return _WRITTEN[suffix](data)


def _of_word(data: bytes) -> str:
    return " ".join(text_of(paragraph) for paragraph in WordFile(data).body.iter(w("p")))


def _of_workbook(data: bytes) -> str:
    sheets = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    return " ".join(str(cell) for sheet in sheets for row in sheet.values for cell in row if cell is not None)


_WRITTEN: Mapping[str, Callable[[bytes], str]] = {WORD: _of_word, EXCEL: _of_workbook}
