"""A copy of the project's content, as it was issued, in which a test plants a mistake."""

import re
import shutil
from pathlib import Path

from hsbdocs.content.load import load_content
from hsbdocs.model.content import Content
from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.pipeline.kinds import ASKS
from tests.support.unreviewed import issued

ROOT = Path(__file__).resolve().parents[3]

#: What is looked for in a file: as it stands there, or by a pattern where somebody may change its wording any day.
Text = str | re.Pattern[str]


class Copy:
    """A content folder and its templates, copied; files are named from the content folder."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        self.templates = folder / "templates"
        shutil.copytree(issued() / "content", self.content)
        shutil.copytree(issued() / "templates", self.templates)

    def text(self, file: str) -> str:
        return (self.content / file).read_text(encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        (self.content / file).write_text(text, encoding="utf-8", newline="")

    def replace(self, file: str, old: Text, new: str) -> None:
        """Puts `new` in the place of `old`, which must stand exactly once; ``\\1`` in it is a group of a pattern."""
        text = self.text(file)
        found = list(_pattern(old).finditer(text))
        assert len(found) == 1, f"{old!r} stands {len(found)} times in {file}"
        put = found[0].expand(new) if isinstance(old, re.Pattern) else new
        self.write(file, text[: found[0].start()] + put + text[found[0].end() :])

    def line_of(self, file: str, text: Text) -> int:
        """The line on which `text` starts; it must stand exactly once."""
        whole = self.text(file)
        found = list(_pattern(text).finditer(whole))
        assert len(found) == 1, f"{text!r} stands {len(found)} times in {file}"
        return whole[: found[0].start()].count("\n") + 1

    def load(self, *, compiled: bool = False) -> Content:
        return load_content(self.content, self.templates, ASKS, compiled=compiled)

    def faults(self, *, compiled: bool = False) -> tuple[Fault, ...]:
        """What loading refuses; nothing where it does not refuse."""
        try:
            self.load(compiled=compiled)
        except AuthorError as error:
            return error.faults
        return ()


def _pattern(text: Text) -> re.Pattern[str]:
    return text if isinstance(text, re.Pattern) else re.compile(re.escape(text))
