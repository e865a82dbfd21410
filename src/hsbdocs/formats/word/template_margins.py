"""Words that stand only in a template's headers and footers: no content knows them, and no release keeps them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from hsbdocs.formats.word.controls import W
from hsbdocs.model.patterns import TEMPLATE_TAG, WORD

#: What our templates print around the number of a page, and the fields that give it.
_ALLOWED = {"Page", "of"}
_NUMBERS = {"PAGE", "NUMPAGES"}
_FIELD, _SIMPLE, _INSTRUCTION = f"{{{W}}}fldChar", f"{{{W}}}fldSimple", f"{{{W}}}instrText"
_PARAGRAPH = f"{{{W}}}p"
#: Text, and what parts words.
_TEXT = f"{{{W}}}t"
_BETWEEN = tuple(f"{{{W}}}{name}" for name in ("tab", "ptab", "br", "cr"))


def own_words(roots: Mapping[str, etree._Element]) -> Iterator[str]:
    """Each header's or footer's paragraph with words of its own, as a problem in words."""
    for part, root in roots.items():
        where = next((name for name in ("header", "footer") if part.startswith(f"word/{name}")), "")
        if where:
            for text in _paragraphs(root):
                words = TEMPLATE_TAG.sub(" ", text)
                if set(WORD.findall(words)) - _ALLOWED:
                    yield (
                        f'has words of its own in a {where}, "{" ".join(words.split())[:60]}": put them into content/ '
                        "or the agency's settings, and take them out here (a tag prints what content/ says)"
                    )


def _paragraphs(root: etree._Element) -> list[str]:
    """The text of every paragraph, without the numbers that fields count."""
    texts: dict[etree._Element, str] = {}
    fields: list[_Field] = []
    for element in root.iter(_FIELD, _INSTRUCTION, _TEXT, *_BETWEEN):
        if element.tag == _FIELD:
            _step(fields, element.get(f"{{{W}}}fldCharType", ""))
        elif element.tag == _INSTRUCTION:
            if fields:
                fields[-1].instruction += element.text or ""
        elif not _counted(element, fields):
            paragraph = next(element.iterancestors(_PARAGRAPH), root)
            texts[paragraph] = texts.get(paragraph, "") + (" " if element.tag in _BETWEEN else element.text or "")
    return list(texts.values())


class _Field:
    def __init__(self) -> None:
        self.instruction = ""
        self.shown = False


def _step(fields: list[_Field], kind: str) -> None:
    if kind == "begin":
        fields.append(_Field())
    elif kind == "separate" and fields:
        fields[-1].shown = True
    elif kind == "end" and fields:
        fields.pop()


def _counted(text: etree._Element, fields: list[_Field]) -> bool:
    """True for what stands in a field that counts pages."""
    simple = [str(field.get(f"{{{W}}}instr", "")) for field in text.iterancestors(_SIMPLE)]
    instructions = simple + [field.instruction for field in fields if field.shown]
    return any(instruction.split()[:1] and instruction.split()[0].upper() in _NUMBERS for instruction in instructions)
