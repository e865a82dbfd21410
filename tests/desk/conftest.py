"""The blank form."""

from pathlib import Path

import pytest

from tests.command.running import CONTENT, run


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """As it is built."""
    folder: Path = tmp_path_factory.mktemp("blank")
    assert run("build", "risk-assessment", "--out", folder, *CONTENT).exit_code == 0
    return (folder / "risk-assessment.docx").read_bytes()
