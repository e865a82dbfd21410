"""A real client: LibreOffice opens the built form, fills in every field and saves it; all 45 values come back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.libreoffice import client, values
from tests.support.forms import DOCUMENTS, blank, read


@pytest.mark.slow
def test_every_value_comes_back(tmp_path: Path) -> None:
    """Saved as .docx, and saved as .odt and then as .docx."""
    blanks = {document: tmp_path / f"{document}.docx" for document in DOCUMENTS}
    for document, path in blanks.items():
        path.write_bytes(blank(document))
    formats: tuple[client.SavedFormat, ...] = ("docx", "odt")
    jobs = [
        client.Job(path, tmp_path / f"{document}-filled.{form}", form, values.TYPED)
        for document, path in blanks.items()
        for form in formats
    ]
    client.fill(jobs)
    resaved = client.resave([job.target for job in jobs if job.format == "odt"], "docx", tmp_path / "again")
    for path in [*(job.target for job in jobs if job.format == "docx"), *resaved.values()]:
        found = read(path.read_bytes())
        assert found.line.form is not None, path.name
        assert found.line.answers == values.EXPECTED, path.name
        assert not found.line.unplaced, path.name
        assert found.line.status.value == "clear", path.name
