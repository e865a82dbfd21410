"""What the commands share: where content lies, how lines are printed, and what comes of a failure."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from hsbdocs.content.locate import Roots
    from hsbdocs.report.text import Line

#: What is made here is nearly all plain data without circles; by itself Python looks for those every 700 objects.
_OBJECTS_BETWEEN_SWEEPS = 10_000

DONE, NEEDS_A_PERSON, WRONG_USAGE, FAILED = 0, 1, 2, 3

F = TypeVar("F", bound=Callable[..., Any])


def content_option(command: F) -> F:
    return click.option(
        "--content",
        "content",
        type=click.Path(path_type=Path),
        help="Folder that holds content/. Default: the nearest one above here, else the copy in the program.",
    )(command)


def guarded(command: F) -> F:
    """Turn what a command could not do into one clear sentence and exit status 3."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        from hsbdocs.model.faults import AuthorError

        gc.set_threshold(_OBJECTS_BETWEEN_SWEEPS)
        try:
            return command(*args, **kwargs)
        except AuthorError as error:
            click.echo("The content or a template has faults. Nothing was written.", err=True)
            for fault in error.faults:
                click.echo(f"  {fault}", err=True)
            sys.exit(FAILED)
        except BrokenPipeError:
            raise
        except OSError as error:
            what = error.strerror or type(error).__name__
            click.echo(f"Could not be done: {what}. Check that the disk has room and the folder can be used.", err=True)
            sys.exit(FAILED)
        finally:
            gc.freeze()  # what is left goes with the process: it need not be looked through once more

    return run  # type: ignore[return-value]


def roots_of(content: Path | None) -> Roots:
    from hsbdocs.content.locate import NoContent, find_roots

    try:
        return find_roots(content)
    except NoContent as error:
        raise click.BadParameter(str(error), param_hint="--content") from error


def fresh(content: Path | None) -> Roots:
    """The same, once what is made from content is as young as its sources."""
    from hsbdocs.pipeline.made import bring_up_to_date

    roots = roots_of(content)
    bring_up_to_date(roots)
    return roots


def print_lines(lines: Iterable[Line]) -> None:
    from hsbdocs.report.text import Tone

    looks: dict[Tone, dict[str, Any]] = {
        Tone.PLAIN: {},
        Tone.STRONG: {"bold": True},
        Tone.GOOD: {"fg": "green"},
        Tone.ERROR: {"fg": "red"},
        Tone.WARNING: {"fg": "yellow"},
        Tone.ADVICE: {"fg": "cyan"},
    }
    for line in lines:
        click.secho(line.text, **looks[line.tone])
