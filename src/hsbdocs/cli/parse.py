"""The command that reads returned forms."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hsbdocs.cli.shared import DONE, FAILED, NEEDS_A_PERSON, fresh, guarded, print_lines

if TYPE_CHECKING:
    from hsbdocs.model.register import Wanted
    from hsbdocs.pipeline.desk import Desk
    from hsbdocs.pipeline.folder import PassedOver
    from hsbdocs.pipeline.keep import Keeper, Outcome
    from hsbdocs.pipeline.parse import Parser
    from hsbdocs.pipeline.read import Read

_TOLD = {"new": "new", "same": "the same", "named": "the same, now with an organisation or role", "changed": "changed"}


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="PATH...")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON for each form found, and nothing else.")
@click.option("--out", type=click.Path(path_type=Path),
              help="Keep coded values and findings in this folder, beside those of earlier runs.")  # fmt: skip
@click.option("--full", is_flag=True, help="With --out: keep names and free text too.")
@click.option("--fresh", "renew", is_flag=True, help="With --out: start anew; an old register stays beside, dated.")
@click.option("--csv", is_flag=True, help="With --out: the register as CSV too.")
@click.option("--html", is_flag=True, help="With --out: the register as one page to search and sort too.")
@click.option("--notes", is_flag=True, help="With --out: a note to each sender, in Word, with what there is to ask.")
@click.option("--details", is_flag=True,
              help="Over 20 forms: show every point of each, not only whom to ring today and counts.")  # fmt: skip
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Read the forms as on this day (YYYY-MM-DD).")
@click.option("--settings", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Settings of your team (TOML): rules on and off, periods, handling mark.")  # fmt: skip
@click.option(
    "--content",
    "contents",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Folder that holds content/. Several are several packs: each form is judged by its own, and the first gives "
    "the report's words. Default: the nearest one above here, else the copy in the program.",
)
@guarded
def parse(
    paths: tuple[Path, ...],
    as_json: bool,
    out: Path | None,
    full: bool,
    renew: bool,
    csv: bool,
    html: bool,
    notes: bool,
    details: bool,
    today: datetime | None,
    settings: Path | None,
    contents: tuple[Path, ...],
) -> None:
    """Read returned forms: files, or folders with all that is in them. Nothing is kept unless --out asks for it."""
    from hsbdocs.model.register import Wanted

    wanted = Wanted(full=full, fresh=renew, csv=csv, html=html, notes=notes)
    if out is None and wanted != Wanted():
        raise click.UsageError("--full, --fresh, --csv, --html and --notes go with --out: they say what is kept there.")
    passed_over = _check_folders(out, paths)
    if details and as_json:
        raise click.UsageError("--details goes with the report for people, not with --json.")
    parser = _parser(contents, today.date() if today else None, settings)
    with ExitStack() as opened:
        keeper = None if out is None else opened.enter_context(_keeper(out, parser, wanted))
        run = _Run(parser, keeper, as_json=as_json, details=details)
        for found in parser.parse(paths, passed_over):
            run.add(found)
        run.finish(full=full, passed_over=passed_over.others)
    sys.exit(run.status)


class _Run:
    """One run: what is shown of each form as it is read, and what came of all of them."""

    def __init__(self, parser: Parser, keeper: Keeper | None, *, as_json: bool, details: bool) -> None:
        from hsbdocs.report.taking import Report

        self._parser, self._keeper = parser, keeper
        self._desk = None if keeper is None else _desk(keeper, parser)
        folder = None if self._desk is None else self._desk.folder
        self._report = Report(parser.words, parser.places, parser.changes, folder=folder, details=details)
        self._as_json = as_json
        self._clear, self._failed, self._training = True, False, 0

    def add(self, found: Read) -> None:
        """Show one form, and keep it where forms are kept."""
        from hsbdocs.model.line import Status, as_text

        read = found if self._desk is None else self._desk.corrected(found)
        self._clear = self._clear and read.line.status is Status.CLEAR
        self._failed = self._failed or read.failed
        self._training += read.training
        stands = None if self._desk is None else self._desk.keep(read)
        if self._as_json:
            click.echo(as_text(read.line))
        else:
            statements = read.statements if self._desk is None else self._desk.said_of(read)
            self._report.add(read.line, statements, self._parser.form_of(read.line), stands)

    def finish(self, *, full: bool, passed_over: Sequence[Path]) -> None:
        """The register first: whoever reads the report page by page may leave it before its end."""
        try:
            outcome = None if self._keeper is None else self._keeper.finish()
        finally:
            if not self._as_json:
                self._print_report()
        if outcome is not None:
            _say(outcome, full=full, err=self._as_json)
        for path in passed_over:
            click.echo(f"Passed over: {path.as_posix()}, where this program keeps what it read before.", err=True)
        if self._training and self._as_json:  # the report has said it
            click.echo(self._parser.words.training.format(count=self._training), err=True)

    def _print_report(self) -> None:
        from hsbdocs.report.terminal import report

        print_lines(report(self._report.view()))

    @property
    def status(self) -> int:
        """The exit status."""
        if self._failed:
            return FAILED
        return DONE if self._clear else NEEDS_A_PERSON


def _check_folders(out: Path | None, paths: Sequence[Path]) -> PassedOver:
    """What is kept is no form, and has a folder of its own; the folders that are passed over."""
    from hsbdocs.pipeline.folder import PassedOver, is_kept

    if out is not None:
        _check_folder(out, paths)
    for path in paths:
        if path.is_dir() and is_kept(path.resolve()):
            raise click.BadParameter(f"{path} holds what this program keeps: name the folder of returned forms.")
    return PassedOver(out)


def _check_folder(out: Path, paths: Sequence[Path]) -> None:
    """A folder of its own: not one of forms, and no file."""
    if any(each.is_file() for each in (out, *out.parents)) or (out.suffix and not out.exists()):
        raise click.BadParameter(f"{out} is no folder: name one. The register is written into it.", param_hint="--out")
    if any(path.resolve() == out.resolve() for path in paths):
        raise click.BadParameter(f"{out} is the folder of the forms: name another one.", param_hint="--out")


@contextmanager
def _keeper(out: Path, parser: Parser, wanted: Wanted) -> Iterator[Keeper]:
    """What keeps; a folder that cannot be used is said in a sentence."""
    from hsbdocs.pipeline.folder import synchronised_by
    from hsbdocs.pipeline.keep import keeping
    from hsbdocs.store.ledger import LedgerProblem

    if client := synchronised_by(out):
        click.echo(
            f"{out} seems to lie in a folder that {client} synchronises: what is kept goes to its servers, and what is "
            "forgotten here stays in its older versions.",
            err=True,
        )
    try:
        with keeping(out, parser, wanted) as keeper:
            yield keeper
    except LedgerProblem as error:
        click.echo(f"Nothing more was kept. {error}", err=True)
        sys.exit(FAILED)


def _desk(keeper: Keeper, parser: Parser) -> Desk:
    from hsbdocs.pipeline.desk import Desk

    return Desk(keeper, parser)


def _say(outcome: Outcome, *, full: bool, err: bool) -> None:
    """What the run did in the folder."""
    what = "names and free text included" if full else "coded values and findings only"
    click.echo(f"Kept: {', '.join(map(str, outcome.files))} ({what})", err=err)
    counts = ", ".join(f"{number} {_TOLD[told.value]}" for told, number in outcome.counts.items() if number)
    click.echo(f"Forms and files: {counts or 'none'}", err=err)
    if outcome.open:
        since = f"{date.fromisoformat(outcome.open[0]):%d/%m/%Y}"
        click.echo(f"Open in the register, with questions and not closed: {len(outcome.open)}, since {since}", err=err)
    if outcome.changed:
        click.echo(
            f"Other findings than before, by rules, the day or a correction: {', '.join(outcome.changed)}", err=err
        )
    for each in outcome.told:
        click.echo(each, err=err)


def _parser(contents: Sequence[Path], today: date | None, settings: Path | None) -> Parser:
    """What reads, against every pack that was named; a mistake in what was named is wrong usage."""
    from hsbdocs.pipeline.packs import SamePack
    from hsbdocs.pipeline.parse import Parser
    from hsbdocs.pipeline.settings import WrongSettings

    first, *more = [fresh(content) for content in contents] or [fresh(None)]
    try:
        parser = Parser(first, today, settings, more=more)
    except SamePack as error:
        raise click.BadParameter(str(error), param_hint="--content") from error
    except WrongSettings as error:
        faults = "\n".join(f"  {fault}" for fault in error.faults)
        raise click.UsageError(f"The settings file has mistakes. Nothing was read.\n{faults}") from error
    gc.freeze()  # content stays until the end: it need not be looked through for what can go
    return parser
