"""What is typed into the checklist by LibreOffice, and what must come back. Everything in it is invented."""

from __future__ import annotations

_CRITERIA = {
    "type": "Type of sexual behaviour",
    "context": "Context of behaviour",
    "emotional_response": "Child and young person's emotional response when challenged about their behaviour",
    "response_of_others": "Response of other children, young people and adults targeted",
    "power_dynamics": "Power dynamics",
    "frequency": "Frequency of behaviour",
    "persistence": "Persistence of the behaviour",
    "parental_relation": "Parental relation",
}
_DETAILS = {
    "checklist.reference": ("Record reference (no names)", "KM-0001"),
    "checklist.date": ("Date of checklist", "12 May 2026"),
    "checklist.practitioner": ("Name of practitioner", "Robin Writer, school nurse"),
    "checklist.organisation": ("Organisation", "Sample School & College"),
}
_RATINGS = {
    "type": "healthy",
    "context": "problematic",
    "emotional_response": "harmful",
    "response_of_others": "healthy",
    "power_dynamics": "harmful",
    "frequency": "problematic",
    "persistence": "problematic",
    "parental_relation": "healthy",
}
_LISTED = {"healthy": "Green – healthy", "problematic": "Amber – problematic", "harmful": "Red – harmful"}
_EVIDENCE = {
    "type": "Seen by staff on Monday.\nSaid by the school on Tuesday.",
    "context": "=1+1 is what was chalked up",
    "emotional_response": '- cried & said "sorry" <twice>',
    "response_of_others": "+ two others, 07700 900123",
    "power_dynamics": "0012",
    "frequency": "12/5",
    "persistence": "not known",
    "parental_relation": "Zoë’s record says “supportive” – see 3.2 🙂",
}

#: By the label of the row and the heading of the column, as a person finds them.
TYPED: dict[tuple[str, str], str] = {
    **{(label, ""): text for label, text in _DETAILS.values()},
    **{(label, "Rating"): _LISTED[_RATINGS[name]] for name, label in _CRITERIA.items()},
    **{(label, "Evidence"): _EVIDENCE[name] for name, label in _CRITERIA.items()},
}
EXPECTED: dict[str, str] = {
    **{name: text for name, (_, text) in _DETAILS.items()},
    "checklist.date": "2026-05-12",
    **{f"criteria.{name}.rating": code for name, code in _RATINGS.items()},
    **{f"criteria.{name}.evidence": text for name, text in _EVIDENCE.items()},
}
