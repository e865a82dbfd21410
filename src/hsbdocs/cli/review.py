"""The commands of the review."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from hsbdocs.cli.shared import DONE, NEEDS_A_PERSON, content_option, fresh, guarded, print_lines, roots_of


def _new_file(context: click.Context, option: click.Parameter, path: Path) -> Path:
    """A file to write that is not there yet: what somebody sent back may have the same name."""
    if path.exists():
        raise click.BadParameter(f"{path} is there already: name another file, or move that one away.")
    return path


@click.group("review")
def review_commands() -> None:
    """The review of the guidance: where it stands, what goes out to partners, and what comes back."""


@review_commands.command("status")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Count days to this day (YYYY-MM-DD).")
@content_option
@guarded
def review_status(today: datetime | None, content: Path | None) -> None:
    """Say where the review stands: what is open, never verified, not carried out, and what blocks an issue."""
    from hsbdocs.pipeline.review import status

    print_lines(status(fresh(content), (today or datetime.now()).date()))


@review_commands.command("workbook")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), callback=_new_file)
@content_option
@guarded
def review_workbook(file: Path, content: Path | None) -> None:
    """Write an Excel workbook for partners to fill in: contacts, links, law, decisions, additions, sign-off."""
    from hsbdocs.pipeline.review import workbook

    rows = workbook(fresh(content), file)
    click.echo(
        f"{file}  {rows} rows. Send a copy to each partner; put back what comes with: hsbdocs review apply FILE ..."
    )


@review_commands.command("agenda")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), callback=_new_file)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Count days to this day (YYYY-MM-DD).")
@content_option
@guarded
def review_agenda(file: Path, today: datetime | None, content: Path | None) -> None:
    """Write the agenda of the partners' meeting as a Word document, with a call sheet and the log of decisions."""
    from hsbdocs.pipeline.review import agenda

    agenda(roots_of(content), file, (today or datetime.now()).date())
    click.echo(f"{file}  Open it in Word, and fill in part 1 and the boxes of part 2.")


@review_commands.command("copy")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), callback=_new_file)
@content_option
@guarded
def review_copy(file: Path, content: Path | None) -> None:
    """Write a copy of the content as a Word document, to be commented on: each paragraph opens with its id."""
    from hsbdocs.pipeline.review import copy

    copy(roots_of(content), file)
    click.echo(f"{file}  Open it in Word, and comment on the words that a comment is about.")


@review_commands.command("apply")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@content_option
@guarded
def review_apply(files: tuple[Path, ...], dry_run: bool, content: Path | None) -> None:
    """Put into content what returned workbooks ask for; show what readers wrote on copies for comments.

    What partners do not agree on is shown, and nothing is chosen.
    """
    from hsbdocs.pipeline.made import bring_up_to_date
    from hsbdocs.pipeline.review import apply, report_of

    roots = fresh(content)
    applied = apply(roots, files, datetime.now().date(), dry_run=dry_run)
    bring_up_to_date(roots)
    print_lines(report_of(applied, dry_run=dry_run))
    open_ = applied.asked.conflicts or applied.asked.problems or applied.refused
    open_ = open_ or applied.copied.changes or applied.copied.problems
    sys.exit(NEEDS_A_PERSON if open_ else DONE)
