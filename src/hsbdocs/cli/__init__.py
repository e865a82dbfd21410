"""The command line: options to pipeline to exit status. Nothing else is imported until a command needs it."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from hsbdocs import __version__
from hsbdocs.cli.build import build
from hsbdocs.cli.desk import find, forget
from hsbdocs.cli.parse import parse
from hsbdocs.cli.review import review_commands
from hsbdocs.cli.shared import (
    DONE,
    NEEDS_A_PERSON,
    content_option,
    fresh,
    guarded,
    print_lines,
    roots_of,
)


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


main.add_command(parse)


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
@click.option("--for", "role", metavar="ROLE", help="Duties and permissions that the guidance addresses to this role, "
              "an id of an actor; what is for anyone is among them.")  # fmt: skip
@click.option("--all", "settled", is_flag=True, help="Errata that are settled too.")
@click.option("--document", help="Only what this document prints, or what an entry that it prints names.")
@content_option
@guarded
def list_(
    kind: str,
    area: str | None,
    erratum_class: str | None,
    force: str | None,
    role: str | None,
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
            role=role,
            settled=settled,
            document=document,
        )
        print_lines(lines)
    except (NotThere, WrongFilter) as error:
        raise click.UsageError(str(error)) from error


main.add_command(review_commands)


main.add_command(find)


main.add_command(forget)


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
    ledger, records, register, *_ = result.kept
    click.echo(f"   {register}: the register, to work with in Excel; what you write there stays")
    click.echo(f"   {records}: one line of JSON for each sample, names and free text included")
    click.echo(f"   {ledger}: what both are made from")
    click.echo("   Try next: fill one of the forms in, and read it with")
    click.echo(f"   {sys.argv[0]} parse {result.built[-1].path}")
    sys.exit(DONE if result.samples and all(sample.as_expected for sample in result.samples) else NEEDS_A_PERSON)
