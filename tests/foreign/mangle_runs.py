"""Changes to runs: what Word writes into and between them without a letter changing."""

import copy
import itertools
import random
from collections.abc import Iterator

from lxml import etree

from tests.foreign import docx
from tests.foreign.docx import mc, w, w14
from tests.foreign.tree import is_inside, replace
from tests.foreign.typed import text_element

_W16SE = "http://schemas.microsoft.com/office/word/2015/wordml/symex"
_MOST_CUTS = 6


def text_runs(root: etree._Element) -> list[etree._Element]:
    """The runs that a reader sees text in, not those of deleted or moved text."""
    return [
        run
        for run in root.iter(w("r"))
        if run.find(w("t")) is not None and not is_inside(run, w("del"), w("moveFrom"), mc("AlternateContent"))
    ]


def split_runs(data: bytes, seed: int) -> bytes:
    """Cuts every run with text in pieces, between its parts and within its words."""
    rng = random.Random(seed)

    def change(root: etree._Element) -> None:
        for run in text_runs(root):
            replace(run, *_pieces_of_run(run, rng))

    return docx.edit(data, change)


def _pieces_of_run(run: etree._Element, rng: random.Random) -> Iterator[etree._Element]:
    properties = run.find(w("rPr"))
    for part in [part for part in run if part.tag != w("rPr")]:
        for piece in _pieces_of_text(part.text or "", rng) if part.tag == w("t") else [None]:
            new = etree.Element(w("r"))
            for name, value in run.items():
                new.set(name, value)
            if properties is not None:
                new.append(copy.deepcopy(properties))
            new.append(part if piece is None else text_element(piece))
            yield new


def _pieces_of_text(text: str, rng: random.Random) -> list[str]:
    places = range(1, len(text))
    cuts = sorted(rng.sample(places, rng.randint(0, min(_MOST_CUTS, len(places)))))
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def sprinkle_marks(data: bytes, seed: int) -> bytes:
    """Adds what Word keeps for itself: save ids, spelling marks, page breaks as last shown, bookmarks."""
    rng = random.Random(seed)

    def change(root: etree._Element) -> None:
        ids = fresh_ids(root)
        saves = [f"00{rng.randrange(0x1000000):06X}" for _ in range(4)]
        for element in root.iter(w("p"), w("tr"), w("r")):
            _add_save_ids(element, saves, rng)
        for run in text_runs(root):
            if rng.random() < 0.3:
                kind = rng.choice(["spell", "gram"])
                run.addprevious(etree.Element(w("proofErr"), {w("type"): f"{kind}Start"}))
                run.addnext(etree.Element(w("proofErr"), {w("type"): f"{kind}End"}))
            if rng.random() < 0.3:
                number = str(next(ids))
                run.addprevious(etree.Element(w("bookmarkStart"), {w("id"): number, w("name"): f"_Hlk{number}"}))
                run.addnext(etree.Element(w("bookmarkEnd"), {w("id"): number}))
            if rng.random() < 0.2:
                run.insert(0 if run.find(w("rPr")) is None else 1, etree.Element(w("lastRenderedPageBreak")))

    return docx.edit(data, change)


def _add_save_ids(element: etree._Element, saves: list[str], rng: random.Random) -> None:
    element.set(w("rsidR"), rng.choice(saves))
    if element.tag == w("p"):
        element.set(w("rsidRDefault"), rng.choice(saves))
        element.set(w("rsidP"), rng.choice(saves))
    elif element.tag == w("tr"):
        element.set(w("rsidTr"), rng.choice(saves))
    if element.tag != w("r") and docx.W14 in element.nsmap.values():
        element.set(w14("paraId"), f"{rng.randrange(1, 0x80000000):08X}")
        element.set(w14("textId"), "77777777")


def fresh_ids(root: etree._Element) -> Iterator[int]:
    """Numbers for bookmarks and tracked changes that the document does not use yet."""
    used = [element.get(w("id"), "") for element in root.iter("*")]
    return itertools.count(1 + max((int(number) for number in used if number.isdigit()), default=0))


def breaks_as_cr(data: bytes, seed: int) -> bytes:
    """Writes some line breaks as `w:cr`, which means the same as `w:br`."""
    rng = random.Random(seed)

    def change(root: etree._Element) -> None:
        for element in list(root.iter(w("br"))):
            if not element.attrib and rng.random() < 0.7:
                replace(element, etree.Element(w("cr")))

    return docx.edit(data, change)


def literal_tabs(data: bytes, seed: int) -> bytes:
    """Writes some typed tabs as the character instead of `w:tab`."""
    rng = random.Random(seed)

    def change(root: etree._Element) -> None:
        for run in list(root.iter(w("r"))):
            for element in run.findall(w("tab")):
                if rng.random() < 0.7:
                    replace(element, text_element("\t"))

    return docx.edit(data, change)


def emoji_as_symbols(data: bytes, seed: int) -> bytes:
    """Writes emoji as Word 2016 and later does: a symbol for itself, the character in `mc:Fallback` for others.

    Here `mc:Fallback` does not repeat `mc:Choice`: it alone holds the text.
    """
    rng = random.Random(seed)

    def change(root: etree._Element) -> None:
        for element in [text for run in text_runs(root) for text in run.findall(w("t"))]:
            replace(element, *_with_symbols(element.text or "", rng))

    return docx.edit(data, change)


def _with_symbols(text: str, rng: random.Random) -> Iterator[etree._Element]:
    plain = ""
    for character in text:
        if "\U0001f300" <= character <= "\U0001faff" and rng.random() < 0.8:
            if plain:
                yield text_element(plain)
            plain = ""
            yield _symbol(character)
        else:
            plain += character
    if plain:
        yield text_element(plain)


def _symbol(character: str) -> etree._Element:
    alternate = etree.Element(mc("AlternateContent"), nsmap={"mc": docx.MC, "w16se": _W16SE})
    choice = etree.SubElement(alternate, mc("Choice"), Requires="w16se")
    symbol = {f"{{{_W16SE}}}font": "Segoe UI Emoji", f"{{{_W16SE}}}char": f"{ord(character):X}"}
    etree.SubElement(choice, f"{{{_W16SE}}}symEx", symbol)
    etree.SubElement(alternate, mc("Fallback")).append(text_element(character))
    return alternate
