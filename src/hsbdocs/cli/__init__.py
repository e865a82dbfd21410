"""The command line: options to pipeline to exit status. Nothing else is imported until a command needs it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hsbdocs import __version__
from hsbdocs.cli.build import build
from hsbdocs.cli.review import review_commands
from hsbdocs.cli.shared import (
    DONE,
    FAILED,
    NEEDS_A_PERSON,
    content_option,
    fresh,
    guarded,
    print_lines,
    roots_of,
)

if TYPE_CHECKING:
    from hsbdocs.pipeline.parse import Parser


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hsbdocs")
def main() -> None:
    """Fillable Word forms from one content model, and completed forms read back.

    The tool supports professional judgement and never replaces it. If a child is in immediate danger, call 999.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


main.add_command(build)


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="PATH...")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON for each form found, and nothing else.")
@click.option("--out", type=click.Path(path_type=Path),
              help="Keep coded values and findings in this folder, in place of an earlier run's.")  # fmt: skip
@click.option("--full", is_flag=True, help="With --out: keep names and free text too.")
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
    today: datetime | None,
    settings: Path | None,
    contents: tuple[Path, ...],
) -> None:
    """Read returned forms: files, or folders with all that is in them. Nothing is kept unless --out asks for it."""
    from hsbdocs.model.line import Status, as_text
    from hsbdocs.report.terminal import report as printed
    from hsbdocs.report.view import Report
    from hsbdocs.store.records import records

    if full and out is None:
        raise click.UsageError("--full goes with --out: it says what is kept there.")
    parser = _parser(contents, today.date() if today else None, settings)
    report = Report(parser.words, parser.places, parser.changes)
    clear, failed = True, False
    with ExitStack() as kept:
        sink = None if out is None else kept.enter_context(records(out))
        for read in parser.parse(paths, skip=out):
            clear = clear and read.line.status is Status.CLEAR
            failed = failed or read.failed
            if as_json:
                click.echo(as_text(read.line))
            else:
                report.add(read.line, read.statements, parser.form_of(read.line))
            if sink is not None:
                sink.write(read.line if full else parser.coded(read.line))
        if not as_json:
            print_lines(printed(report.view()))
    if sink is not None:
        what = "names and free text included" if full else "coded values and findings only"
        click.echo(f"Kept: {sink.path} ({what})", err=as_json)
    sys.exit(FAILED if failed else DONE if clear else NEEDS_A_PERSON)


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


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON for each thing, and nothing else.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Hold dates against this day (YYYY-MM-DD).")
@content_option
@guarded
def check(as_json: bool, today: datetime | None, content: Path | None) -> None:
    """Check all content: everything that is wrong, with file, line and what to do, and what is not verified."""
    from hsbdocs.model.finding import Severity
    from hsbdocs.model.line import as_text
    from hsbdocs.pipeline.check import check as run
    from hsbdocs.report.check import check_data, check_report

    checks = run(fresh(content), today.date() if today else None)
    if as_json:
        for found in checks:
            click.echo(as_text(check_data(found)))
    else:
        print_lines(check_report(checks))
    sys.exit(NEEDS_A_PERSON if any(found.severity is Severity.ERROR for found in checks) else DONE)


@main.command()
@click.argument("name", metavar="ID")
@content_option
@guarded
def show(name: str, content: Path | None) -> None:
    """Show one thing by its id: D10, C06, 1.4.p11, E033, AGE-03 …, with its source, errata and where it is printed."""
    from hsbdocs.pipeline.look_up import NotThere
    from hsbdocs.pipeline.look_up import show as run

    try:
        print_lines(run(fresh(content), name))
    except NotThere as error:
        raise click.UsageError(str(error)) from error


@main.command("list")
@click.argument("kind", metavar="KIND")
@click.option("--area", type=click.Choice(["kent", "medway"]), help="What holds in this area.")
@click.option("--class", "erratum_class", type=click.Choice(["S", "F", "E", "X"]), help="Errata of this class.")
@click.option("--force", type=click.Choice(["must", "always", "should", "will", "need", "do"]),
              help="Duties of this force.")  # fmt: skip
@click.option("--all", "settled", is_flag=True, help="Errata that are settled too.")
@click.option("--document", help="Only what this document prints, or what an entry that it prints names.")
@content_option
@guarded
def list_(
    kind: str,
    area: str | None,
    erratum_class: str | None,
    force: str | None,
    settled: bool,
    document: str | None,
    content: Path | None,
) -> None:
    """List all of a kind: duties, contacts, errata, links, laws, sections … Errata are those that are open."""
    from hsbdocs.model.guidance import Area, ErratumClass, Force
    from hsbdocs.pipeline.look_up import NotThere, WrongFilter, list_kind

    try:
        lines = list_kind(
            fresh(content),
            kind,
            area=Area(area) if area else None,
            erratum_class=ErratumClass(erratum_class) if erratum_class else None,
            force=Force(force) if force else None,
            settled=settled,
            document=document,
        )
        print_lines(lines)
    except (NotThere, WrongFilter) as error:
        raise click.UsageError(str(error)) from error


main.add_command(review_commands)


@main.command()
@content_option
@guarded
def demo(content: Path | None) -> None:
    """Build the forms, read sample returns (all invented), and show what came of each."""
    from hsbdocs.pipeline.demo import TODAY, run_demo
    from hsbdocs.report.terminal import report

    out = Path("build") / "demo"
    result = run_demo(roots_of(content), out)
    click.secho("1. Forms built", bold=True)
    for item in result.built:
        click.echo(f"   {item.path}  {item.document.title}")
    click.echo()
    click.secho(f"2. Sample returns read, as on {TODAY.day} {TODAY:%B %Y} (all of them invented)", bold=True)
    for sample in result.samples:
        verdict = "as expected" if sample.as_expected else "NOT AS EXPECTED"
        click.echo(f"   {sample.name}: {sample.shows}")
        status = result.view.words.of(sample.standing)
        click.secho(f"      {status} ({verdict})", fg="green" if sample.as_expected else "red")
        click.echo(f"      findings: {', '.join(sample.codes) or 'none'}")
    click.echo()
    click.secho("3. The report that 'hsbdocs parse' prints for one of them, the third", bold=True)
    click.echo()
    print_lines(report(result.view))
    click.echo()
    click.secho("4. Where the results lie", bold=True)
    click.echo(f"   {out}: the forms and the checklist, to open in Word and Excel and fill in")
    click.echo(f"   {result.records}: one line of JSON for each sample, names and free text included")
    click.echo("   Try next: fill one of the forms in, and read it with")
    click.echo(f"   {sys.argv[0]} parse {result.built[-1].path}")
    sys.exit(DONE if result.samples and all(sample.as_expected for sample in result.samples) else NEEDS_A_PERSON)
