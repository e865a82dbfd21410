"""What somebody else wrote, shown on one line of a terminal: it can forge neither a line nor a colour nor a quote."""

from __future__ import annotations

#: How long a quote is beside a finding, and where somebody is to ring today.
SHORT, LONG = 80, 200
#: Tick boxes and quotation marks, as every console shows them.
_PLAIN = str.maketrans({"\u2610": "[ ]", "\u2611": "[x]", "\u2612": "[x]", '"': "'"})


def clean(text: str) -> str:
    """The text with every run of white space as one blank, and what is no sign spelt out."""
    return "".join(sign if sign.isprintable() else _spelt(sign) for sign in " ".join(text.split()))


def spelt(text: str) -> str:
    """The text with all that is no sign spelt out, line ends among it."""
    return "".join(sign if sign.isprintable() else _spelt(sign) for sign in text)


def quoted(text: str, longest: int = SHORT) -> str:
    """The text in quotation marks, which it cannot close itself; what is longer is cut between words."""
    said = clean(text[: longest * 4]).translate(_PLAIN)
    if len(said) > longest or len(text) > longest * 4:
        cut = said[:longest]
        said = f"{cut.rsplit(' ', 1)[0] if ' ' in cut[longest // 2 :] else cut} ..."
    return f'"{said}"'


def _spelt(sign: str) -> str:
    return sign.encode("unicode_escape").decode("ascii")
