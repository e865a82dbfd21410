"""Every pattern that is held against what somebody wrote, a program saved or a file is called: all in one place.

Each goes through its text a bounded number of times, so that no text can hold the program up: no long repeat stands in
another or beside one that takes the same signs, and none is tried from every sign of the text (a test looks at the
pattern's own tree). What can only be told of a short text is asked only of one: ``LONGEST_VALUE``, ``LONGEST_NAME``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

#: A date, an age, a number or a remark is no longer than this: longer text is none, and nobody looks further.
LONGEST_VALUE = 200
#: No system gives a file a longer name; a name in an archive can be longer, and only so much of it is looked at.
LONGEST_NAME = 255

# ---- Words -----------------------------------------------------------------------------------------

WORD = re.compile(r"\w+")
FIRST_OF_A_WORD = re.compile(r"\w")
NO_SPACE = re.compile(r"\S+")
APOSTROPHES = re.compile(r"['\u2018\u2019\u02bc`\u00b4\uff07]")
#: Where one sentence ends and the next begins.
SENTENCE_END = re.compile(r"(?<=[.?!:])\s+|\n")
#: Where parts of a short answer end: commas, strokes, stops, brackets, line ends.
PART_END = re.compile(r"[,;/.()\n]")
#: "AnnExample" is two words.
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
#: An aside in brackets, that of a label or a heading.
ASIDE = re.compile(r"\([^()]*\)")
#: The number before a label: "7", "Q7".
ROW_NUMBER = re.compile(r"q?\d+")

# ---- The form itself -------------------------------------------------------------------------------

#: What a form prints to say which it is: "Form risk-assessment, version 2023.06-1".
STAMP = re.compile(r"\bform\s+([a-z][a-z0-9-]*)\s*,\s*version\s+([0-9][0-9a-z.-]*[0-9a-z])", re.IGNORECASE)
#: What a copy made for training prints, and may say in its properties.
TRAINING_COPY = re.compile(r"\btraining copy: not about a real child\b", re.IGNORECASE)
#: A form's reference where somebody names one: the word, and behind it signs that may be one ("reference AVEZ507H0").
REFERENCE = re.compile(r"\breference\b[\s:]{0,3}([0-9a-z]{9,13})\b", re.IGNORECASE)
#: The same behind another word of letters ("Re AVEZ507H0", "about AVEZ507H0"): it counts only where its check holds.
REFERENCE_IN_SHORT = re.compile(r"\b(?:ref|re|about|case|form)\b[\s.:]{0,3}([0-9a-z]{9,13})\b", re.IGNORECASE)
#: A height or width of nothing, as a workbook writes it.
NO_SIZE = re.compile(r"0(?:\.0*)?")
#: A part that controls may be bound to.
STORE = re.compile(r"customxml/item\d{1,9}\.xml")
#: A step of the path by which a control is bound to a part, and a prefix that is used in it.
BINDING_STEP = re.compile(r"(?:([\w.-]{1,99}):)?([\w.-]{1,99})(?:\[(\d{1,4})\])?")
BINDING_PREFIX = re.compile(r"""xmlns:([\w.-]{1,99})=['"]([^'"]{0,999})['"]""")
PAGE_NUMBER = re.compile(r"(?:page\s*)?\d+(?:\s*(?:of|/)\s*\d+)?", re.IGNORECASE)
#: The same among other words; of a workbook the numbers are no part of the text.
PAGE = re.compile(r"\bpage\b\s*+\d*+(?:\s*+(?:of\b|/)\s*+\d*+)?|(?<=\d)page \d+ of \d+", re.IGNORECASE)
#: A hash of something printed, in a document's properties.
HASH = re.compile(r"[0-9a-f]{16}")
#: The tags of templates and of merged letters, as they stand where nothing was put in their place.
TAG = re.compile(
    r"\u00ab[^\u00ab\u00bb]{0,200}\u00bb|<<[^<>]{0,200}>>|\{\{[^{}]{0,200}\}\}|\{%[^{}%]{0,200}%\}|\$\{[^{}]{0,200}\}"
)

#: A tag of our own templates; and one that prints nothing itself.
TEMPLATE_TAG = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}%]*%\}")
TEMPLATE_STATEMENT = re.compile(r"\{%[^{}%]*%\}")

# ---- Ticks and circles -----------------------------------------------------------------------------

TICKED = (
    "\u25cf\u2b24\u25c9"
    "\u2612\u2611\u2713\u2714\u2717\u2718\u2715\u2716\u221a\u22a0\u00d7\u274c\u2705\U0001f5f9\U0001f5f7\u2327"
)
OPEN = "\u2610\u25a1\u25a2\u2751\u274f\u25fb\u25fd\u2b1c\u25cb\u25ef"
BOXES = re.compile(f"[{TICKED}{OPEN}\ufe0e\ufe0f]")
LETTER_X = re.compile(r"(?<!\w)[xX](?!\w)")
#: Signs around a mark that mean nothing.
AROUND_A_MARK = re.compile(r"[\s.,:;()\[\]{}]")
LETTER = re.compile(r"\w")
LETTERS = re.compile(r"[^\W_]+")
#: Held against the start of a line.
BULLET = re.compile(r"\s*[\u2022\u00b7\u25aa\u25e6\u2023\uf0b7\uf0a7\u2013\u2014-]+(?=\s|\w)")
NUMBERING = re.compile(r"\s*\(?(\d|[a-d]|i{1,3})[.)](?=\s)")
SEPARATOR = re.compile(r"[/,;|]|\bor\b", re.IGNORECASE)
SEPARATING_SIGN = re.compile(r"[/,;|]")
POINTING = re.compile(
    r"[\u2190\u2192\u2794\u27a1\u279c\u27a4\u21d0\u21d2\u25b6\u25ba]\ufe0f?|<(?=-)-*+>?|(?<!-)-++>|\*+"
)
TICKS = re.compile("[\u2713\u2714\u2611\u2705\u221a]")
CROSSES = re.compile("[\u2717\u2718\u2715\u2716\u274c\u00d7\u2612]|(?<!\\w)[xX](?!\\w)")
CROSS_SIGNS = re.compile("[\u2717\u2718\u2715\u2716\u274c]")
#: A remark behind the words typed alone: in brackets, or behind a dash. Only of a line no longer than LONGEST_VALUE.
REMARK = re.compile(r" ?(?:\(([^()]*)\)|[-\u2013\u2014] ?([^()]*))$")
DASH = re.compile(r"[-\u2010-\u2015\u2212]{1,3}")
COLOUR = re.compile(r"[0-9A-Fa-f]{6}")

# ---- Dates, ages and numbers: of text no longer than LONGEST_VALUE, its spaces made single ----------------

NUMBERS = re.compile(r"(\d{1,2}) ?[/.\- ] ?(\d{1,2}) ?[/.\- ] ?(\d{2}|\d{4})")
ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?")
LAST_HOUR = re.compile(r"T23:[\d:.]+Z$")
NAMED = re.compile(
    r"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thur?s?|fri|sat|sun)\.?,? )?"
    r"(\d{1,2}) ?(?:st|nd|rd|th)?(?: of)?[ \-/.,]{0,8}([a-z]{3,9})\.?[ \-/.,]{0,8}(\d{2}|\d{4})",
    re.IGNORECASE,
)
AGE = re.compile(
    r"(?:aged?:? ?)?(\d{1,3})"
    r"(?: ?(?:years|year|yrs|yr|y)\.?(?:[, ]{0,3}(?:and )?(?:[0-9]|1[01]) ?(?:months|month|mths|mth|m)\.?)?)?"
    r"(?: ?old| ?of age| ?y[./]?o\.?)?",
    re.IGNORECASE,
)
#: What people print or write before a date of birth or an age.
AGE_CAPTIONS = re.compile(r"\b(?:d\.?\s?o\.?\s?b|date\s+of\s+birth|born(?:\s+on)?|aged?)\b[.\s]*[:=]?", re.IGNORECASE)
PIECES = re.compile(r"[^\s,;()\[\]|]+|[;]")
PIECE_END = re.compile(r"[,;()\n]|(?<=\?)\s")
#: "2 7/3/2011" may be the 27th.
TORN_DAY = re.compile(r"(?<![\w/.,-])\d\s+\d[/.-]\d")
DASH_BEFORE = re.compile(r"\s[-\u2013\u2014](?=\d)")
STROKE = re.compile(r"(?<![\d/])(\d{1,2}/\d{1,2}/\d{4})/(\d{2})(?![\d/])")
#: An age that is a guess.
ABOUT = re.compile(
    r"(?:(?:about|around|approx\w*|circa|c|nearly|almost|maybe|perhaps)\.? )?"
    r"\d{1,2}(?:\b|ish\b)[^\d]*(?:\d{1,2}\b\D*)?",
    re.IGNORECASE,
)
#: Anything that holds a date.
HAS_DATE = re.compile(r"\d\s*[/.-]\s*\d+\s*[/.-]\s*\d|\d{4}")
TIME = re.compile(
    r"(?<=\d{4})(?:,| at)? (?:\d{1,2}[:.]\d{2} ?(?:am|pm|hrs?|h)?|\d{1,2} ?(?:am|pm)|\d{4} ?(?:hrs?|h))$",
    re.IGNORECASE,
)
DASHES = re.compile(r"[\u2010-\u2015\u2212]")
NHS_PARTING = re.compile(r"[\s\-\u2010-\u2015]")
SMALL_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
YEAR = re.compile("(19|20)[0-9]{2}")

# ---- Addresses and telephones ----------------------------------------------------------------------

#: Letters and figures where a postcode has them, as people write it (BS 7666).
POSTCODE = re.compile(r"(?<![A-Z0-9])((?:[A-Z]{1,2}[0-9][A-Z0-9]?|GIR))\s*([0-9][A-Z]{2})(?![A-Z0-9])", re.IGNORECASE)
#: The districts that there can be, and the letters that stand in no postcode's end.
POSTCODE_DISTRICT = re.compile(
    r"GIR|[A-PR-UWYZ]\d{1,2}|[A-PR-UWYZ][A-HK-Y]\d{1,2}|[A-PR-UWYZ]\d[A-HJKPS-UW]|[A-PR-UWYZ][A-HK-Y]\d[ABEHMNPRV-Y]"
)
POSTCODE_END = re.compile(r"\d[ABD-HJLNP-UW-Z]{2}")
#: A telephone number's figures, and what people write between them.
PHONE = re.compile(r"[+(]?[0-9][0-9 ()\t\u00a0-]*")
UK_PHONE = re.compile(r"0[0-9]{9,10}")
FROM_ABROAD = re.compile(r"^(?:\+|00)44(?:\(0\))?0?")
NO_FIGURE = re.compile("[^0-9]")
FILE_NAME_SIGNS = re.compile(r"[\s._\u2010-\u2015-]")

# ---- What programs write ---------------------------------------------------------------------------

#: The place of a level's number in the text of a list.
LIST_LEVEL = re.compile(r"%([1-9])")
CELL = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")
AREA = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})")
#: Characters that Excel cannot write as they are.
ESCAPED = re.compile(r"_x[Dd][89ABab][0-9A-Fa-f]{2}__x[Dd][C-Fc-f][0-9A-Fa-f]{2}_|_x[0-9A-Fa-f]{4}_")
RGB = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})")
#: The end of a stored moment that is a day alone.
DAY_ALONE = re.compile(r"T00:00(:00(\.0+)?)?Z?$|Z$")
#: Codes of a header or footer in Excel.
MARGIN_CODE = re.compile(r'&(?:"[^"]*"|\d+|K[0-9A-Fa-f+-]{6}|[A-Za-z]|&)')
FORM_CONTROL = re.compile(rb"ClientData[^>]{0,200}ObjectType=[\"']([A-Za-z]{1,40})")
#: A number format that shows the month first.
MONTH_FIRST = re.compile(r"(?<!m)m{1,2}[^a-z]+d{1,2}[^a-z]+yy(?!y)")
#: What a number format holds besides its letters: texts, signs, colours and conditions.
FORMAT_TEXT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\[\]]*\]', re.IGNORECASE)
FORMAT_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|(?:_.|\*.)|\[(?!hh?\])[^\[\]]*\]|[\[\]]|(AM/PM|A/P)|([ymdhs])\4*|(.)', re.IGNORECASE
)
DECIMALS = re.compile(r"(0{1,30})(?:\.(0{1,15}))?(%?)")


# ---- What authors mistype in content ---------------------------------------------------------------

#: Where a line of a content file ends for the library that reads it.
YAML_LINE_END = re.compile("\r\n|[\r\n\u0085\u2028\u2029]")
#: Held against the start of a line, its spaces and hyphens left out: a key with its colon.
YAML_KEY = re.compile(r"""(?:"[^"]*+"|'[^']*+'|[^\s:"'#{[](?:[^:\n]|:(?!\s))*+):(?:\s|$)""")
#: The same where the colon has no space behind it.
YAML_COLON_WITHOUT_SPACE = re.compile(r"[\w-]++:(?=\S)")
#: Held against the start of a line.
YAML_SAYS_SOMETHING = re.compile(r"\s*+[^\s#]")
YAML_TAB = re.compile(r" *+\t")
YAML_STRANGE_SPACE = re.compile("[ ]*+[\u00a0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff]")
YAML_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")
#: A text that begins with a quotation mark as Word sets it.
YAML_SMART_QUOTE = re.compile("(?:^|: )[\u2018\u201c\u201e\u00ab]")
#: A bracket that begins a value and is not closed on its line.
YAML_OPEN_BRACKET = re.compile(r"(?:: |- )([\[{])(?=[^\]}\n]{0,4000}$)")
#: The wrong ending of a content file: another, one that Windows hides, or none in small letters.
YAML_ENDING = re.compile(r"\.ya?ml(?:\.ya?ml|\.txt)?$", re.IGNORECASE)
#: What a frozen release is called, and the sentences of a blank: by form (or guidance) and version.
RELEASE_FILE = re.compile(r"[a-z][a-z0-9-]*-[0-9][0-9a-z.-]*\.json")
BLANK_FILE = re.compile(r"[a-z][a-z0-9-]*-[0-9][0-9a-z.-]*\.txt")

# ---- Made from what a form prints ------------------------------------------------------------------


@lru_cache(maxsize=128)
def label_pattern(label: str) -> re.Pattern[str]:
    """A label, its number or not, and the signs that end it; held against a text from its first letter on."""
    words = [re.escape(word) for word in WORD.findall(label)]
    number = rf"(?:{words.pop(0)}\W+)?" if len(words) > 1 and words[0].isdecimal() else ""
    return re.compile(rf"(?<!\w)(?P<label>{number}" + r"\W+".join(words) + r")(?!\w)(?P<end>[):.?\s]*)", re.IGNORECASE)


def label_at_start(label: str, text: str) -> re.Match[str] | None:
    """The label where it is the first that a text says."""
    first = FIRST_OF_A_WORD.search(text)
    return label_pattern(label).match(text, first.start() if first else 0)


@lru_cache(maxsize=64)
def option_pattern(label: str) -> re.Pattern[str]:
    """An option's words, whatever stands between them."""
    words = [re.escape(word) for word in WORD.findall(label)]
    return re.compile(r"(?<!\w)" + r"\W+".join(words) + r"(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=64)
def caption_pattern(caption: str) -> re.Pattern[str]:
    """A caption that is printed in an answer's place, whatever white space stands in it."""
    return re.compile(
        r"\s*".join(re.escape(word) for word in re.findall(r"\w+|[^\w\s]", caption)), re.DOTALL | re.IGNORECASE
    )


@lru_cache(maxsize=128)
def printed_pattern(words: str) -> re.Pattern[str]:
    """Printed words in a text of words parted by single spaces (``words.key``)."""
    return re.compile(r"\W+".join(map(re.escape, words.split())))


def between(captions: Sequence[re.Pattern[str]], text: str) -> list[str] | None:
    """The text before the first caption, and behind each; None where one is missing or they stand in another order."""
    parts, at = [], 0
    for caption in captions:
        match = caption.search(text, at)
        if match is None:
            return None
        parts.append(text[at : match.start()])
        at = match.end()
    return [*parts, text[at:]]
