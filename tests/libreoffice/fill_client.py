"""Fills in Word forms with LibreOffice Writer as a person would: goes into each control, types, ticks, and saves.

    /usr/bin/python3 fill_client.py JOBS        JOBS: JSON text, or - to read it from stdin

JOBS is one job or a list of jobs; all of them are done with one start of LibreOffice:

    {"source": "blank.docx", "target": "out/filled.odt", "format": "docx | odt | doc",
     "values": {"child.name": "…", "outcome.category.harmful": "x"}}

Keys of `values` are the tags of the controls. A tick box takes "x" (ticked) or "" (not ticked); everything else is
typed, with the Enter key for each newline. On stdout: one line of JSON for each job, with what was found out about
this LibreOffice on the way. Exit status: 0 all done; 1 something was not found or did not take what was typed
(all of it on stderr, no such job is saved); 2 wrong usage; 3 LibreOffice itself failed.

`uno` imports only in LibreOffice's or the system's own Python, so this file is a program of its own: `client.py`
starts it. It uses nothing but the standard library and `uno`.
"""

import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import uno  # type: ignore[import-not-found, unused-ignore]

SAVE_FILTERS = {"docx": "MS Word 2007 XML", "odt": "writer8", "doc": "MS Word 97"}
START_SECONDS = 60.0
END_SECONDS = 20.0

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_SIGNS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t"}

# What the client knows of LibreOffice's objects: they come without types.
UnoObject = Any


class ClientError(Exception):
    """Something about the jobs or the forms is not as it must be; one line for each thing."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))


class OfficeError(Exception):
    """LibreOffice did not start, or did not do as it was told."""


# ---- Jobs --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Job:
    source: Path
    target: Path
    format: str
    values: dict[str, str]


def read_jobs(text: str) -> list[Job]:
    data = json.loads(text)
    return [_read_job(each) for each in (data if isinstance(data, list) else [data])]


def _read_job(data: dict[str, Any]) -> Job:
    wrong = {"source", "target", "format", "values"} ^ set(data)
    if wrong:
        raise ClientError([f"a job has not exactly the keys it must have: {', '.join(sorted(wrong))}"])
    if data["format"] not in SAVE_FILTERS:
        raise ClientError([f"cannot save as {data['format']!r}, only as {', '.join(SAVE_FILTERS)}"])
    job = Job(Path(data["source"]).resolve(), Path(data["target"]).resolve(), data["format"], dict(data["values"]))
    if not job.source.is_file():
        raise ClientError([f"no such file: {job.source}"])
    return job


# ---- LibreOffice -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Office:
    desktop: UnoObject
    dispatcher: UnoObject
    version: str
    desk: Path

    def open(self, path: Path) -> UnoObject:
        # A copy: LibreOffice locks what it opens, and another one may want the same form now.
        copy = Path(tempfile.mkdtemp(dir=self.desk)) / path.name
        shutil.copyfile(path, copy)
        document = self.desktop.loadComponentFromURL(_url(copy), "_blank", 0, _options())
        if document is None:
            raise OfficeError(f"LibreOffice could not open {path.name}")
        return document

    def command(self, document: UnoObject, name: str, **options: object) -> None:
        """What a key or menu does. It is done when this returns."""
        frame = document.CurrentController.Frame
        self.dispatcher.executeDispatch(frame, f".uno:{name}", "", 0, _options(**options))


def _url(path: Path) -> str:
    url: str = uno.systemPathToFileUrl(str(path))
    return url


def _options(**options: object) -> tuple[UnoObject, ...]:
    made = []
    for name, value in options.items():
        option = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        option.Name, option.Value = name, value
        made.append(option)
    return tuple(made)


@contextmanager
def office() -> Iterator[Office]:
    """A LibreOffice of our own: profile and pipe belong to this process, and both are gone afterwards."""
    program = os.environ.get("SOFFICE") or shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        raise OfficeError("soffice not found: put it on PATH or name it in SOFFICE")
    folder = Path(tempfile.mkdtemp(prefix="soffice-"))
    profile, desk, pipe = folder / "profile", folder / "desk", folder.name
    desk.mkdir()
    process = subprocess.Popen(
        [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
            "--headless",
            "--norestore",
            "--nodefault",
            "--nologo",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        context = _connect(process, pipe)
        services = context.ServiceManager
        desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        try:
            dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
            yield Office(desktop, dispatcher, _version(services, context), desk)
        finally:
            _end(desktop, process)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _connect(process: subprocess.Popen[bytes], pipe: str) -> UnoObject:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    not_yet = uno.getClass("com.sun.star.connection.NoConnectException")
    last_moment = time.monotonic() + START_SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except not_yet:
            if process.poll() is not None:
                raise OfficeError(f"soffice ended at once with status {process.returncode}") from None
            if time.monotonic() > last_moment:
                raise OfficeError(f"soffice did not answer within {START_SECONDS:g} seconds") from None
            time.sleep(0.05)


def _version(services: UnoObject, context: UnoObject) -> str:
    provider = services.createInstanceWithContext("com.sun.star.configuration.ConfigurationProvider", context)
    product = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationAccess", _options(nodepath="/org.openoffice.Setup/Product")
    )
    version: str = product.getByName("ooSetupVersionAboutBox")
    return version


def _end(desktop: UnoObject, process: subprocess.Popen[bytes]) -> None:
    # The connection may break before the call returns.
    with suppress(uno.getClass("com.sun.star.lang.DisposedException")):
        desktop.terminate()
    try:
        process.wait(END_SECONDS)
    except subprocess.TimeoutExpired:
        raise OfficeError(f"soffice did not end within {END_SECONDS:g} seconds") from None


# ---- Controls ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class WrittenControl:
    """A control as the Word file has it."""

    tag: str
    kind: str
    text: str


def written_controls(path: Path) -> list[WrittenControl]:
    """The content controls inside paragraphs, in the order of the document."""
    with zipfile.ZipFile(path) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
    return [_written_control(sdt) for paragraph in root.iter(f"{_W}p") for sdt in paragraph.iter(f"{_W}sdt")]


def _written_control(sdt: ElementTree.Element) -> WrittenControl:
    tag = sdt.find(f"{_W}sdtPr/{_W}tag")
    kind = "text"
    if sdt.find(f"{_W}sdtPr/{_W14}checkbox") is not None:
        kind = "tick box"
    elif sdt.find(f"{_W}sdtPr/{_W}date") is not None:
        kind = "date"
    text = "".join((each.text or "") if each.tag == f"{_W}t" else _SIGNS.get(each.tag, "") for each in sdt.iter())
    return WrittenControl("" if tag is None else tag.get(f"{_W}val", ""), kind, text)


def find_controls(text: UnoObject) -> Iterator[UnoObject]:
    """The content controls of a text and of the tables in it, in the order of the document."""
    for paragraph in text:
        if paragraph.supportsService("com.sun.star.text.TextTable"):
            for name in paragraph.CellNames:
                yield from find_controls(paragraph.getCellByName(name))
        else:
            yield from _controls_of(paragraph)


def _controls_of(portions: UnoObject) -> Iterator[UnoObject]:
    for portion in portions:
        if portion.TextPortionType == "ContentControl":
            yield portion.ContentControl
            yield from _controls_of(portion.ContentControl)


def content(control: UnoObject) -> str:
    # The control's own String is always empty in 7.4.
    return "".join(portion.String for portion in control)


def kind_of(control: UnoObject) -> str:
    if control.Checkbox:
        return "tick box"
    return "date" if control.Date else "text"


def controls_by_tag(document: UnoObject, source: Path) -> tuple[dict[str, UnoObject], str]:
    """The controls by their tags, and how the tags were learned."""
    controls = list(find_controls(document.Text))
    if controls and controls[0].PropertySetInfo.hasPropertyByName("Tag"):
        return _unique((control.Tag, control) for control in controls), "property Tag"
    # LibreOffice 7.4 forgets the tags when it opens a file. A person needs none: the place of a control tells what
    # it asks for, and so does it here.
    written = written_controls(source)
    differences = [
        f"control {number}: {'nothing' if was is None else (was.kind, was.text)} in the file, "
        f"{'nothing' if now is None else (kind_of(now), content(now))} in LibreOffice"
        for number, (was, now) in enumerate(itertools.zip_longest(written, controls), start=1)
        if was is None or now is None or (was.kind, was.text) != (kind_of(now), content(now))
    ]
    if differences:
        raise ClientError([f"{source.name}: LibreOffice shows other controls than the file has", *differences])
    pairs = zip((each.tag for each in written), controls, strict=True)
    return _unique(pairs), "order in word/document.xml"


def _unique(pairs: Iterator[tuple[str, UnoObject]]) -> dict[str, UnoObject]:
    controls: dict[str, UnoObject] = {}
    twice = []
    for tag, control in pairs:
        if tag in controls:
            twice.append(tag)
        elif tag:
            controls[tag] = control
    if twice:
        raise ClientError([f"tag used twice: {tag}" for tag in twice])
    return controls


# ---- Filling in --------------------------------------------------------------------------------


@dataclass
class Typist:
    """A person at the keyboard, in one document."""

    office: Office
    document: UnoObject
    enter_makes: str = "not tried"

    def type_into(self, control: UnoObject, value: str) -> None:
        """A click into a placeholder selects it and takes away its flag; what is typed takes its place."""
        control.ShowingPlaceHolder = False
        self._select(control)
        lines = value.split("\n")
        for number, line in enumerate(lines):
            if number:
                self._press_enter()
            # An empty text would leave the selection as it is.
            self._command("InsertText", Text=line) if line else None

    def tick(self, control: UnoObject, *, ticked: bool) -> None:
        """A click changes the mark and the glyph. A program has to change each of them, and no key types into a box."""
        control.Checked = ticked
        glyph = control.CheckedState if ticked else control.UncheckedState
        # Newer versions change the glyph with the mark.
        if content(control) != glyph:
            start = next(iter(control)).Start
            cursor = start.Text.createTextCursorByRange(start)
            cursor.goRight(len(content(control)), True)
            cursor.String = glyph

    def _select(self, control: UnoObject) -> None:
        # Counted from the first character, not to the end of the last portion: that lies behind the mark that ends the
        # control, and LibreOffice 7.4 would then leave most of what is typed outside.
        cursor = self.document.CurrentController.ViewCursor
        cursor.gotoRange(next(iter(control)).Start, False)
        cursor.goRight(len(content(control)), True)

    def _press_enter(self) -> None:
        before = self._paragraphs()
        self._command("InsertPara")
        self.enter_makes = "paragraph" if self._paragraphs() > before else "line break"

    def _paragraphs(self) -> int:
        cell = self.document.CurrentController.ViewCursor.Text
        return sum(1 for _ in cell)

    def _command(self, name: str, **options: object) -> None:
        self.office.command(self.document, name, **options)


def fill_in(office: Office, job: Job) -> dict[str, object]:
    """Does one job and returns what there is to report."""
    began = time.monotonic()
    document = office.open(job.source)
    try:
        controls, found_by = controls_by_tag(document, job.source)
        missing = [tag for tag in job.values if tag not in controls]
        if missing:
            raise ClientError([f"{job.source.name}: no control with the tag {tag}" for tag in missing])
        typist = Typist(office, document)
        refused = []
        for tag, value in job.values.items():
            control = controls[tag]
            if control.Checkbox:
                if value not in ("x", ""):
                    refused.append(f'{job.source.name}: {tag} is a tick box and takes "x" or "", not {value!r}')
                    continue
                typist.tick(control, ticked=value == "x")
                wanted = control.CheckedState if value else control.UncheckedState
            elif value:
                typist.type_into(control, value)
                wanted = value
            else:
                continue
            if content(control) != wanted:
                refused.append(f"{job.source.name}: {tag} holds {content(control)!r} instead of {wanted!r}")
        if refused:
            raise ClientError(refused)
        job.target.parent.mkdir(parents=True, exist_ok=True)
        document.storeAsURL(_url(job.target), _options(FilterName=SAVE_FILTERS[job.format], Overwrite=True))
        flagged = sum(bool(controls[tag].ShowingPlaceHolder) for tag, value in job.values.items() if value)
    finally:
        document.close(True)
    return {
        "target": str(job.target),
        "libreoffice": office.version,
        "controls": len(controls),
        "filled": sum(bool(value) for value in job.values.values()),
        "found_by": found_by,
        "enter_makes": typist.enter_makes,
        "filled_but_still_flagged_as_placeholder": flagged,
        "seconds": round(time.monotonic() - began, 2),
    }


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        jobs = read_jobs(sys.stdin.read() if arguments[0] == "-" else arguments[0])
    except (ValueError, TypeError, ClientError) as error:
        print(error, file=sys.stderr)
        return 2
    faults = []
    try:
        with office() as program:
            for job in jobs:
                try:
                    print(json.dumps(fill_in(program, job)), flush=True)
                except ClientError as error:
                    faults.append(str(error))
    except (OfficeError, uno.getClass("com.sun.star.uno.Exception")) as error:
        faults.append(f"LibreOffice failed: {error}")
        print("\n".join(faults), file=sys.stderr)
        return 3
    if faults:
        print("\n".join(faults), file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
