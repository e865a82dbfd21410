"""Three people who filled in the checklist: what they typed, and, written out separately by hand, what was meant.

All of it is invented.
"""

from tests.foreign.excel.book import Value

Typed = dict[str, Value]
Answers = dict[str, str | None]

_CRITERIA = (
    *("type", "context", "emotional_response", "response_of_others"),
    *("power_dynamics", "frequency", "persistence", "parental_relation"),
)

# Every id of the contract, with nothing answered.
NOTHING: Answers = {
    "checklist.reference": None,
    "checklist.date": None,
    "checklist.practitioner": None,
    "checklist.organisation": None,
    **{f"criteria.{name}.{part}": None for name in _CRITERIA for part in ("rating", "evidence")},
}


# ---- A teacher: everything filled in, from the lists ------------------------------------------------

TEACHER: Typed = {
    "checklist.reference": "MHS/2026/041",
    "checklist.date": 46095,
    "checklist.practitioner": "A. Placeholder, designated safeguarding lead",
    "checklist.organisation": "Mockham High School",
    "criteria.type.rating": "Amber – problematic",
    "criteria.type.evidence": "Sexual words to two girls in class, 10 March; told by Ms Fixture.",
    "criteria.context.rating": "Green – healthy",
    "criteria.context.evidence": "In the open, at break. Others were near.",
    "criteria.emotional_response.rating": "Amber – problematic",
    "criteria.emotional_response.evidence": "Ashamed when asked.\nSaid sorry the next day.",
    "criteria.response_of_others.rating": "Amber – problematic",
    "criteria.response_of_others.evidence": "Both girls were uneasy. One told her form tutor.",
    "criteria.power_dynamics.rating": "Green – healthy",
    "criteria.power_dynamics.evidence": "Same class, same age.",
    "criteria.frequency.rating": "Green – healthy",
    "criteria.frequency.evidence": "Once, as far as staff know.",
    "criteria.persistence.rating": "Green – healthy",
    "criteria.persistence.evidence": "Not since.",
    "criteria.parental_relation.rating": "Green – healthy",
    "criteria.parental_relation.evidence": "Mum came in on 12 March and will talk with him.",
}

TEACHER_ANSWERS: Answers = {
    "checklist.reference": "MHS/2026/041",
    "checklist.date": "2026-03-14",
    "checklist.practitioner": "A. Placeholder, designated safeguarding lead",
    "checklist.organisation": "Mockham High School",
    "criteria.type.rating": "problematic",
    "criteria.type.evidence": "Sexual words to two girls in class, 10 March; told by Ms Fixture.",
    "criteria.context.rating": "healthy",
    "criteria.context.evidence": "In the open, at break. Others were near.",
    "criteria.emotional_response.rating": "problematic",
    "criteria.emotional_response.evidence": "Ashamed when asked.\nSaid sorry the next day.",
    "criteria.response_of_others.rating": "problematic",
    "criteria.response_of_others.evidence": "Both girls were uneasy. One told her form tutor.",
    "criteria.power_dynamics.rating": "healthy",
    "criteria.power_dynamics.evidence": "Same class, same age.",
    "criteria.frequency.rating": "healthy",
    "criteria.frequency.evidence": "Once, as far as staff know.",
    "criteria.persistence.rating": "healthy",
    "criteria.persistence.evidence": "Not since.",
    "criteria.parental_relation.rating": "healthy",
    "criteria.parental_relation.evidence": "Mum came in on 12 March and will talk with him.",
}


# ---- A school nurse: some ratings left empty, "not known" beside them, as the form asks --------------

NURSE: Typed = {
    "checklist.reference": "SN 77/b",
    "checklist.date": 46114,
    "checklist.practitioner": "B. Specimen (school nurse)",
    "checklist.organisation": "Exampleshire Community Health",
    "criteria.type.rating": "Red – harmful",
    "criteria.type.evidence": "Disclosed to me 31/03/2026. Notes are in the record.",
    "criteria.context.rating": "Red – harmful",
    "criteria.context.evidence": "Planned; told not to tell anyone.",
    "criteria.emotional_response.evidence": "not known",
    "criteria.response_of_others.rating": "Red – harmful",
    "criteria.response_of_others.evidence": "Distressed, not sleeping",
    "criteria.power_dynamics.rating": "Red – harmful",
    "criteria.power_dynamics.evidence": "4 years older",
    "criteria.frequency.rating": "Amber – problematic",
    "criteria.frequency.evidence": "Three times she says, perhaps more",
    "criteria.persistence.evidence": "not known",
    "criteria.parental_relation.evidence": "Not known. Parents not told yet - social worker will decide.",
}

NURSE_ANSWERS: Answers = NOTHING | {
    "checklist.reference": "SN 77/b",
    "checklist.date": "2026-04-02",
    "checklist.practitioner": "B. Specimen (school nurse)",
    "checklist.organisation": "Exampleshire Community Health",
    "criteria.type.rating": "harmful",
    "criteria.type.evidence": "Disclosed to me 31/03/2026. Notes are in the record.",
    "criteria.context.rating": "harmful",
    "criteria.context.evidence": "Planned; told not to tell anyone.",
    "criteria.emotional_response.evidence": "not known",
    "criteria.response_of_others.rating": "harmful",
    "criteria.response_of_others.evidence": "Distressed, not sleeping",
    "criteria.power_dynamics.rating": "harmful",
    "criteria.power_dynamics.evidence": "4 years older",
    "criteria.frequency.rating": "problematic",
    "criteria.frequency.evidence": "Three times she says, perhaps more",
    "criteria.persistence.evidence": "not known",
    "criteria.parental_relation.evidence": "Not known. Parents not told yet - social worker will decide.",
}


# ---- A youth worker: little, and in a hurry ----------------------------------------------------------

YOUTH: Typed = {
    "checklist.reference": "yj-0009",
    "checklist.date": 46143,
    "checklist.practitioner": "c mockford",
    "checklist.organisation": "Youth justice",
    "criteria.type.rating": "Amber – problematic",
    "criteria.type.evidence": "see chronology",
    "criteria.power_dynamics.rating": "Red – harmful",
    "criteria.power_dynamics.evidence": "Much stronger than the other boy",
    "criteria.frequency.rating": "Amber – problematic",
}

YOUTH_ANSWERS: Answers = NOTHING | {
    "checklist.reference": "yj-0009",
    "checklist.date": "2026-05-01",
    "checklist.practitioner": "c mockford",
    "checklist.organisation": "Youth justice",
    "criteria.type.rating": "problematic",
    "criteria.type.evidence": "see chronology",
    "criteria.power_dynamics.rating": "harmful",
    "criteria.power_dynamics.evidence": "Much stronger than the other boy",
    "criteria.frequency.rating": "problematic",
}
