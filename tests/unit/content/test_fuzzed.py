"""Whatever is done to a content file, it loads or is refused with faults: nothing else is ever raised."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.content.planting import ROOT, Copy

FILES = sorted(path.relative_to(ROOT / "content").as_posix() for path in (ROOT / "content").rglob("*.yaml"))
MARKS = [": ", "- ", "&a ", "*a", "<<: ", "{", "}", "[", "]", "\t", "'", '"', "\n", "null", "~", "? ", "| ", "---\n"]
WORDS = ["!!int x", "!!set {a}", "!!timestamp x", "2023-99-99", "0b_", "1e999", "%YAML 9\n"]
SNIPPETS = st.text(max_size=12) | st.sampled_from(MARKS) | st.sampled_from(WORDS)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """One copy for all examples: each puts back the file that it changed."""
    return Copy(tmp_path_factory.mktemp("copy"))


@given(name=st.sampled_from(FILES), where=st.floats(0, 1), cut=st.integers(0, 30), snippet=SNIPPETS)
def test_a_file_changed_anywhere_loads_or_is_refused(
    copied: Copy, name: str, where: float, cut: int, snippet: str
) -> None:
    path: Path = copied.content / name
    before = path.read_bytes()
    data = before.decode()
    at = int(where * len(data))
    changed = (data[:at] + snippet + data[at + cut :]).encode("utf-8", "surrogatepass")
    path.write_bytes(changed)
    try:
        for fault in copied.faults():
            assert fault.file.startswith("content/")
            assert fault.problem
            assert 0 <= fault.line <= changed.count(b"\n") + 60
    finally:
        path.write_bytes(before)
