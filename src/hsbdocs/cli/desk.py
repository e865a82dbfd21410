"""The commands about what a folder keeps: find it, and forget it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from hsbdocs.cli.shared import DONE, FAILED, NEEDS_A_PERSON, content_option, fresh, guarded

if TYPE_CHECKING:
    from hsbdocs.model.report import ReportWords
    from hsbdocs.pipeline.find import Found, Selection
    from hsbdocs.pipeline.parse import Parser
    from hsbdocs.store.ledger import Keeps

F = TypeVar("F", bound=Callable[..., Any])

_NO_NAME = (
    "Names are not kept in this folder: a record may be held without a name. Give the original file with --original, "
    "or look through the originals."
)


def _selecting(command: F) -> F:
    """The options by which a form is named; without one the text to look for is asked for."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    original = click.Path(exists=True, dir_okay=False, path_type=Path)
    for option in (
        click.option("--original", type=original, help="The file that came in."),
        click.option("--reference", help="The form's reference."),
        click.option("--in", "folder", required=True, type=folder, help="The folder of parse --out."),
    ):
        command = option(command)
    return command


@click.command()
@_selecting
@click.option("--among", type=click.Path(exists=True, path_type=Path),
              help="A folder of returned forms: say in which of its files the form came.")  # fmt: skip
@content_option
@guarded
def find(folder: Path, reference: str | None, original: Path | None, among: Path | None, content: Path | None) -> None:
    """Find what is kept of a form. Without --reference or --original the text to look for is asked for."""
    from hsbdocs.pipeline.find import said_of, with_originals
    from hsbdocs.store.ledger import ledger

    parser, keeps = _opened(folder, content)
    wanted = _selection(reference, original)
    with _problems(), ledger(folder, keeps) as opened:
        found = _found(folder, opened, parser, wanted)
    if among is not None:
        found = with_originals(found, among, parser)
    for line in said_of(found, parser.words):
        click.echo(line)
    if among is not None and (lost := [form.kept.reference for form in found.forms if not form.originals]):
        click.echo(f"Not among the files in {among}: {', '.join(lost)}.")
    if not found.forms and not found.rows:
        click.echo("Nothing found.")
        if said := _no_name(keeps, wanted):
            click.echo(said)
        sys.exit(NEEDS_A_PERSON)
    sys.exit(DONE)


@click.command()
@_selecting
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day of the receipt (YYYY-MM-DD).")
@content_option
@guarded
def forget(
    folder: Path, reference: str | None, original: Path | None, today: datetime | None, content: Path | None
) -> None:
    """Forget a form: show what would go, ask who authorised it and why, and take it out. A receipt stays."""
    from hsbdocs.model.register import Wanted
    from hsbdocs.pipeline import forget as pipeline
    from hsbdocs.pipeline.find import said_of
    from hsbdocs.pipeline.keep import keeping
    from hsbdocs.store.ledger import Keeps, ledger

    parser, keeps = _opened(folder, content, today)
    if held_open := pipeline.is_open(folder):
        click.echo(f"A workbook is open in a program ({', '.join(held_open)}): save and close it first.")
        click.echo("Nothing was forgotten.")
        sys.exit(NEEDS_A_PERSON)
    wanted = _selection(reference, original)
    with _problems(), ledger(folder, keeps) as opened:
        found = _found(folder, opened, parser, wanted)
    if not found.forms:
        click.echo(" ".join(filter(None, ("Nothing found.", _no_name(keeps, wanted)))))
        sys.exit(NEEDS_A_PERSON)
    if len(found.forms) > 1:
        found = _chosen(found, parser.words)
    click.echo("This would go:")
    for line in said_of(found, parser.words):
        click.echo(line)
    if names := pipeline.held(found.forms):
        click.echo(f"Something stands under Hold of {', '.join(names)}. Nothing was forgotten.")
        sys.exit(NEEDS_A_PERSON)
    by = click.prompt("Who authorised it (role or initials, no names)").strip()
    why = click.prompt("Why (a reason, no names)").strip()
    if click.prompt("Type FORGET to take it out", default="", show_default=False).strip() != "FORGET":
        click.echo("Nothing was forgotten.")
        sys.exit(NEEDS_A_PERSON)
    with _problems(), keeping(folder, parser, Wanted(full=keeps is Keeps.FULL)) as keeper:
        day = parser.today.isoformat()
        receipts = pipeline.forget(keeper, folder, found.forms, by=by, why=why, day=day)
        told = keeper.finish().told
    click.echo(f"Forgotten. Receipt: {', '.join(map(str, receipts))}")
    click.echo("Not reached, to be seen to by a person:")
    for text in (*(f"{file} in this folder" for file in pipeline.left(found.forms)), *pipeline.OUT_OF_REACH):
        click.echo(f"  - {text}")
    for text in told:
        click.echo(text)
    sys.exit(DONE)


def _no_name(keeps: Keeps, wanted: Selection) -> str:
    """What is said where nothing was found by a text in a folder that keeps no names; else nothing."""
    from hsbdocs.store.ledger import Keeps

    return _NO_NAME if keeps is Keeps.CODED and not wanted.reference else ""


def _opened(folder: Path, content: Path | None, today: datetime | None = None) -> tuple[Parser, Keeps]:
    """What reads, and what the folder keeps; a folder without a ledger is wrong usage."""
    from hsbdocs.pipeline.parse import Parser
    from hsbdocs.store.ledger import keeps_of

    keeps = keeps_of(folder)
    if keeps is None:
        raise click.BadParameter(f"{folder} holds no ledger.sqlite that can be read.", param_hint="--in")
    return Parser(fresh(content), today.date() if today else None), keeps


def _selection(reference: str | None, original: Path | None) -> Selection:
    """What is looked for. A text is asked for and never an argument: command lines are kept in history files."""
    from hsbdocs.pipeline.find import Selection

    if reference and original:
        raise click.UsageError("Give --reference or --original, not both.")
    if reference or original:
        return Selection(reference=reference or "", original=original)
    text = click.prompt("Text to look for").strip()
    return Selection(text=text)


def _chosen(found: Found, words: ReportWords) -> Found:
    """Those of several forms that somebody names: a text may stand in more than the one that is meant."""
    from hsbdocs.pipeline.find import NoReference, chosen, said_of

    click.echo("Found in several forms:")
    for line in said_of(found, words):
        click.echo(line)
    answer = click.prompt("Which are to go? Type their references, or ALL", default="", show_default=False).strip()
    try:
        forms = found if answer.casefold() == "all" else chosen(found, answer)
    except NoReference as error:
        click.echo(f"{error} Nothing was forgotten.")
        sys.exit(NEEDS_A_PERSON)
    if not forms.forms:
        click.echo("Nothing was forgotten.")
        sys.exit(NEEDS_A_PERSON)
    return forms


def _found(folder: Path, opened: Any, parser: Parser, wanted: Selection) -> Found:
    from hsbdocs.pipeline.find import NoReference
    from hsbdocs.pipeline.find import find as run

    try:
        return run(folder, opened, parser, wanted)
    except NoReference as error:
        raise click.BadParameter(str(error), param_hint="--reference") from error


@contextmanager
def _problems() -> Iterator[None]:
    """A ledger that cannot be used, in a sentence."""
    from hsbdocs.store.ledger import LedgerProblem

    try:
        yield
    except LedgerProblem as error:
        click.echo(f"Nothing was done. {error}", err=True)
        sys.exit(FAILED)
