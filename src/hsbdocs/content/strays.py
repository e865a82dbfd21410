"""Files in the content folder that nothing reads because of what they are called, or of where they lie."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

import msgspec

from hsbdocs.content.catalogue import catalogue_path
from hsbdocs.content.printed import printed_path
from hsbdocs.content.soundness import sound_path
from hsbdocs.model import patterns
from hsbdocs.model.check import CheckCode
from hsbdocs.model.faults import Fault

#: What the guidance is read from: each a file, or a folder of files.
GUIDANCE = (
    "actors", "ages", "contacts", "cover", "documents", "duties", "errata", "footnotes", "laws", "links", "lists",
    "missing", "owners", "pathway", "permissions", "quiz", "resources", "scales", "sections", "source", "tables",
    "terms", "tools", "vignettes",
)  # fmt: skip
#: Files that stand once: handout.yaml and state.yaml may be missing.
_ONCE = ("doubts", "handout", "house", "hsbdocs", "note", "places", "report", "state")
#: Folders in which every file is read that is called so.
_EVERY = ("documents", "findings", "names")

#: What systems leave in folders; what begins with a dot or ends in ~ is left by them and by editors.
_SYSTEMS = ("thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r")


#: What is said of a file of a form that the form does not name.
UNNAMED = "no form and no section names it"


class Stray(msgspec.Struct, frozen=True):
    """A file that nothing reads, and the name under which it would be read; empty where there is none."""

    file: Path
    right: str
    why: str


def strays(root: Path, read: Collection[str], faulty: Collection[str]) -> list[Stray]:
    """Every file of a content folder that nothing reads.

    ``read`` names what was read of it, as faults name files, and ``faulty`` where reading found faults. What no form
    names is only told where the form was read whole, unless its name ends in something else than .yaml.
    """
    found = _Folder(root, read, faulty)
    return [stray for path in sorted(root.rglob("*")) if path.is_file() and (stray := found.stray(path)) is not None]


def told(root: Path, found: Collection[Stray]) -> Iterator[Fault]:
    """A fault for each."""
    for stray in found:
        name = f"{root.name}/{stray.file.relative_to(root).as_posix()}"
        yield Fault(name, 0, "", f"is not read: {stray.why}; {_what_to_do(root, stray)}", CheckCode.UNREADABLE)


def _what_to_do(root: Path, stray: Stray) -> str:
    out = f"move it out of {root.name}/"
    if not stray.right:
        return out
    beside = _right(stray).is_file()
    return f"{stray.right} lies beside it: {out}" if beside else f"rename it to {stray.right}, or {out}"


def without_those_missed(root: Path, faults: Collection[Fault], found: Collection[Stray]) -> list[Fault]:
    """The faults but those that say that a file is not there, where it is there under a wrong name."""
    files = {f"{root.name}/{_right(stray).relative_to(root).as_posix()}" for stray in found if stray.right}
    named = {f"names the file {_right(stray).parent.name}/{stray.right}, " for stray in found if stray.right}
    return [fault for fault in faults if not _says_so(fault, files, named)]


def _right(stray: Stray) -> Path:
    return stray.file.parent / stray.right


def _says_so(fault: Fault, files: Collection[str], named: Collection[str]) -> bool:
    opened = fault.file in files and fault.problem.startswith("cannot be opened")
    return opened or any(fault.problem.startswith(start) for start in named)


class _Folder:
    """A content folder, and what was read of it."""

    def __init__(self, root: Path, read: Collection[str], faulty: Collection[str]) -> None:
        self.root = root
        self.read = read
        self.faulty = faulty
        self.generated = {path(root).name for path in (catalogue_path, printed_path, sound_path)}
        self.of_folder: Mapping[str, Callable[[Path, Path], tuple[bool, str]]] = {
            "": self._in_root,
            **dict.fromkeys(_EVERY, self._in_every),
            "blanks": self._in_blanks,
            "forms": self._in_forms,
            "generated": self._in_generated,
            "guidance": self._in_guidance,
            "releases": self._in_releases,
        }

    def stray(self, path: Path) -> Stray | None:
        inside = path.relative_to(self.root)
        if any(_is_passed_over(part) for part in inside.parts) or f"{self.root.name}/{inside.as_posix()}" in self.read:
            return None
        kind = inside.parts[0] if len(inside.parts) > 1 else ""
        if kind not in self.of_folder:
            return Stray(path, "", f"nothing is read from a folder {kind}/ here")
        belongs, what = self.of_folder[kind](path, inside)
        if belongs:
            return None
        right = "" if kind in ("blanks", "generated", "releases") else _right_name(path.name)
        if right and not self._would_be_read(path, right):
            right = ""
        ending = "its name does not end in .yaml"
        return Stray(path, right, ending if right else what)

    def _would_be_read(self, path: Path, right: str) -> bool:
        renamed = path.with_name(right)
        inside = renamed.relative_to(self.root)
        kind = inside.parts[0] if len(inside.parts) > 1 else ""
        if kind == "forms":
            return len(inside.parts) > 2
        if kind in _EVERY:
            return len(inside.parts) == 2
        belongs, _ = self.of_folder[kind](renamed, inside)
        return belongs

    def _in_root(self, path: Path, _: Path) -> tuple[bool, str]:
        return path.suffix == ".yaml" and path.stem in _ONCE, f"of files here only {_listed(_ONCE)} are read"

    def _in_every(self, _: Path, inside: Path) -> tuple[bool, str]:
        """What is read there was read."""
        return False, f"of {inside.parts[0]}/ only files are read whose names end in .yaml"

    def _in_forms(self, path: Path, inside: Path) -> tuple[bool, str]:
        form = f"{self.root.name}/{'/'.join(inside.parts[:2])}/"
        is_whole = f"{form}form.yaml" in self.read and not any(name.startswith(form) for name in self.faulty)
        in_doubt = len(inside.parts) > 2 and not is_whole
        return path.suffix == ".yaml" and in_doubt, UNNAMED

    def _in_guidance(self, path: Path, inside: Path) -> tuple[bool, str]:
        if path.suffix != ".yaml":
            return False, "of guidance/ only files are read whose names end in .yaml"
        *folders, _ = inside.parts[1:]
        if not folders and path.with_suffix("").is_dir():
            return False, f"the folder {path.stem}/ is read in its place"
        is_there = [*folders, path.stem][0] in GUIDANCE and len(folders) < 2
        return is_there, "nothing of the guidance is called so"

    def _in_generated(self, path: Path, inside: Path) -> tuple[bool, str]:
        what = f"of generated/ only {' and '.join(sorted(self.generated))} are read"
        return len(inside.parts) == 2 and path.name in self.generated, what

    def _in_releases(self, path: Path, inside: Path) -> tuple[bool, str]:
        is_one = patterns.RELEASE_FILE.fullmatch(path.name) is not None
        return len(inside.parts) == 2 and is_one, "a release is called by its form and version, such as x-2026.01.json"

    def _in_blanks(self, path: Path, inside: Path) -> tuple[bool, str]:
        is_one = patterns.BLANK_FILE.fullmatch(path.name) is not None
        return len(inside.parts) == 2 and is_one, "a file here is called by its form and version, such as x-2026.01.txt"


def _is_passed_over(name: str) -> bool:
    return name.startswith((".", "~$")) or name.endswith("~") or name.lower() in _SYSTEMS


def _right_name(name: str) -> str:
    """What a content file was to be called, that got another ending; empty where it was to be none."""
    found = patterns.YAML_ENDING.search(name[-patterns.LONGEST_NAME :])
    right = "" if found is None else f"{name[: len(name) - len(found[0])]}.yaml"
    return "" if right == name else right


def _listed(stems: Collection[str]) -> str:
    names = [f"{stem}.yaml" for stem in stems]
    return f"{', '.join(names[:-1])} and {names[-1]}"
