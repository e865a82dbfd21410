"""Blanks as ``hsbdocs build`` makes them, once for all tests."""

from pathlib import Path

import pytest

from tests.command.filling import complete
from tests.command.running import CONTENT, run


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the documents and the manifest."""
    folder = tmp_path_factory.mktemp("built")
    result = run("build", "--out", folder, *CONTENT)
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture(scope="session", params=["risk-assessment", "risk-assessment-guided"])
def document(request: pytest.FixtureRequest) -> str:
    """Each of the two documents."""
    return str(request.param)


@pytest.fixture(scope="session")
def blank(built: Path) -> bytes:
    """The blank form."""
    return (built / "risk-assessment.docx").read_bytes()


@pytest.fixture(scope="session")
def filled(blank: bytes) -> bytes:
    """The complete form."""
    return complete(blank)
