"""The command that makes documents."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hsbdocs.cli.shared import FAILED, content_option, fresh, guarded

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from hsbdocs.model.content import House
    from hsbdocs.pipeline.build import Built
    from hsbdocs.pipeline.editions import Pack

#: So many documents take long enough to show how far it is.
_SHOWN_FROM = 10


@click.command()
@click.argument("names", nargs=-1, metavar="[DOCUMENT|GROUP]...")
@click.option("--out", type=click.Path(path_type=Path), default=Path("build"), show_default=True,
              help="Folder for the documents and manifest.json.")  # fmt: skip
@click.option("--area", type=click.Choice(["kent", "medway", "all"]),
              help="This area's numbers only; all: a folder for each area. Without it, both together.")  # fmt: skip
@click.option("--agency", type=click.Path(exists=True, path_type=Path),
              help="Agency file, or folder of them: a pack each, with name, logo, return address.")  # fmt: skip
@click.option("--large-print", is_flag=True, help="Type of 18 point; not the checklist, which Excel enlarges.")
@click.option("--marked", is_flag=True,
              help="For those who decide: numbers, readings and options of what is in doubt.")  # fmt: skip
@click.option("--pdf", is_flag=True, help="A tagged PDF beside each document too. Needs LibreOffice.")
@content_option
@guarded
def build(
    names: tuple[str, ...],
    out: Path,
    area: str | None,
    agency: Path | None,
    large_print: bool,
    marked: bool,
    pdf: bool,
    content: Path | None,
) -> None:
    """Build documents: all, or those named (also by group, such as forms or training)."""
    from hsbdocs.content.agencies import WrongAgencies
    from hsbdocs.model.variant import Variant
    from hsbdocs.pipeline.build import MANIFEST, NotInLargePrint, UnknownDocument, build_packs
    from hsbdocs.pipeline.editions import WrongEdition, packs
    from hsbdocs.pipeline.pack_pages import INDEX, INSPECTORS, TRAINING
    from hsbdocs.pipeline.pdf import NoLibreOffice, NoPdf, find_libreoffice

    asked = Variant(marked=marked, large_print=large_print)

    def wanted(house: House) -> Sequence[Pack]:
        return packs(house, asked, area, agency)

    try:
        with ExitStack() as shown:
            libreoffice = find_libreoffice() if pdf else ""
            built = build_packs(fresh(content), names, out, wanted, _bar(shown), libreoffice=libreoffice)
    except (UnknownDocument, NotInLargePrint, WrongEdition, NoLibreOffice) as error:
        raise click.UsageError(str(error)) from error
    except NoPdf as error:
        click.echo(f"The documents are written, and not all of their PDFs. {error}", err=True)
        sys.exit(FAILED)
    except WrongAgencies as error:
        faults = "\n".join(f"  {fault}" for fault in error.faults)
        raise click.UsageError(f"An agency file has mistakes. Nothing was built.\n{faults}") from error
    _say(built)
    if stay := sum(item.stays for item in built):
        click.echo(f"{stay} of {len(built)} would be the same again, and stay as they lie there.")
    if TRAINING in names:
        click.echo(f"{out / INDEX}  the training pack, in order; {INSPECTORS} beside it is for inspectors")
    click.echo(f"{out / MANIFEST}  list of what was built")
    for status in dict.fromkeys(item.status for item in built):
        click.echo(status)


def _say(built: Sequence[Built]) -> None:
    """A line for each document; of many packs one for each pack."""
    folders = dict.fromkeys(item.pack.folder for item in built)
    if len(folders) > 1:
        for folder in folders:
            items = [item for item in built if item.pack.folder == folder]
            click.echo(f"{items[0].path.parent}  {len(items)} documents{_for_whom(items[0].pack)}")
        return
    for item in built:
        stamp = f" ({item.form.stamp})" if item.form else ""
        click.echo(f"{item.path}  {item.document.title}{stamp}")


def _for_whom(pack: Pack) -> str:
    variant = pack.variant
    whose = [variant.agency.name if variant.agency else "", variant.area.capitalize() if variant.area else ""]
    named = ", ".join(each for each in whose if each)
    return f" for {named}" if named else ""


def _bar(shown: ExitStack) -> Callable[[int, int], None]:
    """A progress bar on stderr, where there is more to make than one pack, and somebody looks."""
    bars: list[ProgressBar[int]] = []

    def at(_: int, of: int) -> None:
        if of < _SHOWN_FROM or not sys.stderr.isatty():
            return
        if not bars:
            bars.append(shown.enter_context(click.progressbar(length=of, label="Building", file=sys.stderr)))
        bars[0].update(1)

    return at
