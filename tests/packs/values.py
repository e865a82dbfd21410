"""What is typed into the forms of the made-up partnership, and the answers that a person reads in them; by hand."""

from datetime import date

from tests.foreign.fill import TICKED, date_value

RECORD = {
    "who.called": "Wren",
    "who.born": date_value(date(2017, 5, 9)),
    "seen.what": "Cried at the gate & held on.\nSaid nothing.",
    "seen.where": "School gate",
    "seen.day": date_value(date(2026, 4, 30)),
    "writer.name": "Ash Example",
    "child.heard.not_yet": TICKED,
    "view.worry.some": TICKED,
    "view.because": "Third time this month",
    "steps.told.done.no": TICKED,
    "steps.told.more": "Not yet safe to",
    "steps.read.done.yes": TICKED,
    "steps.rung.done.yes": TICKED,
    "steps.rung.more": "Monday, to Sky",
    "steps.asked.done.no": TICKED,
}
RECORD_ANSWERS = {
    "who.called": "Wren",
    "who.born": "2017-05-09",
    "seen.what": "Cried at the gate & held on.\nSaid nothing.",
    "seen.where": "School gate",
    "seen.day": "2026-04-30",
    "writer.name": "Ash Example",
    "child.heard": "not_yet",
    "view.worry": "some",
    "view.because": "Third time this month",
    "steps.told.done": "no",
    "steps.told.more": "Not yet safe to",
    "steps.read.done": "yes",
    "steps.read.more": None,
    "steps.rung.done": "yes",
    "steps.rung.more": "Monday, to Sky",
    "steps.asked.done": "no",
    "steps.asked.more": None,
    "steps.planned.done": None,
    "steps.planned.more": None,
}
VISIT = {
    "visit.day": date_value(date(2026, 5, 1)),
    "visit.by": "Ash Example",
    "rooms.kitchen.state.fine": TICKED,
    "rooms.kitchen.seen": "Bread and fruit",
    "rooms.bed.state.unsafe": TICKED,
    "rooms.bed.seen": "A mattress by the stairs",
    "rooms.outside.seen": "Not looked at",
}
VISIT_ANSWERS = {
    "visit.day": "2026-05-01",
    "visit.by": "Ash Example",
    "rooms.kitchen.state": "fine",
    "rooms.kitchen.seen": "Bread and fruit",
    "rooms.bed.state": "unsafe",
    "rooms.bed.seen": "A mattress by the stairs",
    "rooms.outside.state": None,
    "rooms.outside.seen": "Not looked at",
}
SIGNS = {
    ("File number", ""): "NV 31",
    ("Week beginning", ""): date_value(date(2026, 4, 27)),
    ("Comes to school hungry", "How often"): "nearly every day",
    ("Comes to school hungry", "Seen where"): "Breakfast club",
    ("Falls asleep in class", "How often"): "not this week",
    ("Does not want to go home", "Seen where"): "At the gate",
}
SIGNS_ANSWERS = {
    "signs.file": "NV 31",
    "signs.week": "2026-04-27",
    "signs.hungry.often": "daily",
    "signs.hungry.where": "Breakfast club",
    "signs.asleep.often": "never",
    "signs.asleep.where": None,
    "signs.home.often": None,
    "signs.home.where": "At the gate",
}
