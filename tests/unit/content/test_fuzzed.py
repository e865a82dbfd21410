"""Whatever is done to a content file, it loads or is refused with faults: nothing else is ever raised."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.content.planting import ROOT, Copy

FILES = sorted(path.relative_to(ROOT / "content").as_posix() for path in (ROOT / "content").rglob("*.yaml"))
MARKS = [": ", "- ", "&a ", "*a", "<<: ", "{", "}", "[", "]", "\t", "'", '"', "\n", "null", "~", "? ", "| ", "---\n"]
WORDS = ["!!int x", "!!set {a}", "!!timestamp x", "2023-99-99", "0b_", "1e999", "%YAML 9\n"]
SNIPPETS = st.text(max_size=12) | st.sampled_from(MARKS) | st.sampled_from(WORDS)


@settings(max_examples=120)
@given(name=st.sampled_from(FILES), where=st.floats(0, 1), cut=st.integers(0, 30), snippet=SNIPPETS)
def test_a_file_changed_anywhere_loads_or_is_refused(name: str, where: float, cut: int, snippet: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(Path(folder))
        path = copy.content / name
        data = path.read_text(encoding="utf-8")
        at = int(where * len(data))
        path.write_bytes((data[:at] + snippet + data[at + cut :]).encode("utf-8", "surrogatepass"))

        for fault in copy.faults():
            assert fault.file.startswith("content/")
            assert fault.problem
            assert 0 <= fault.line <= path.read_bytes().count(b"\n") + 60
