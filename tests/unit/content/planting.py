"""A copy of the project's content in which a test plants a mistake."""

import shutil
from pathlib import Path

from hsbdocs.content.load import load_content
from hsbdocs.model.content import Content
from hsbdocs.model.faults import AuthorError, Fault

ROOT = Path(__file__).resolve().parents[3]


class Copy:
    """A content folder and its templates, copied; files are named from the content folder."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        self.templates = folder / "templates"
        shutil.copytree(ROOT / "content", self.content)
        shutil.copytree(ROOT / "templates", self.templates)

    def text(self, file: str) -> str:
        return (self.content / file).read_text(encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        (self.content / file).write_text(text, encoding="utf-8", newline="")

    def replace(self, file: str, old: str, new: str) -> None:
        """Puts `new` in the place of `old`, which must stand exactly once."""
        text = self.text(file)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def line_of(self, file: str, text: str) -> int:
        """The line on which `text` starts; it must stand exactly once."""
        whole = self.text(file)
        assert whole.count(text) == 1, f"{text!r} stands {whole.count(text)} times in {file}"
        return whole[: whole.index(text)].count("\n") + 1

    def load(self, *, compiled: bool = False) -> Content:
        return load_content(self.content, self.templates, compiled=compiled)

    def faults(self, *, compiled: bool = False) -> tuple[Fault, ...]:
        """What loading refuses; nothing where it does not refuse."""
        try:
            self.load(compiled=compiled)
        except AuthorError as error:
            return error.faults
        return ()
