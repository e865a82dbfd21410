"""All 45 answers of a complete form, typed by hand. Everybody in it is invented."""

COMPLETE = {
    "child.name": "Amber Example",
    "child.date_of_birth": "3/4/2011",
    "child.age": "15",
    "child.gender": "Female",
    "child.ethnic_origin": "White British",
    "child.first_language": "English",
    "child.nhs_number": "999 000 0018",
    "child.gp": "Sample Surgery",
    "child.address": "1 Sample Street\nMaidstone ZZ1 1ZZ",
    "child.contact": "01632 960001",
    "child.occupation": "In education",
    "child.school": "Sample School",
    **{f"considerations.q{number:02}": f"What is known about point {number}." for number in range(1, 13)},
    "outcome.summary": "A summary.",
    "outcome.category": "problematic",
    **{f"actions.{row}.answer": "yes" for row in ("discussed", "support", "safeguarding_lead", "referral", "saved")},
    "actions.other.answer": "no",
    "actions.discussed.details": "On Monday.",
    "actions.support.details": "Weekly.",
    "actions.safeguarding_lead.details": "Sam Lead.",
    "actions.referral.details": "Front Door.",
    "actions.saved.details": "Saved.",
    "actions.other.details": "None.",
    "completion.mode": "face_to_face",
    "completion.practitioner": "Robin Writer",
    "completion.signature": "R. Writer",
    "completion.role": "School nurse",
    "completion.organisation": "Sample Trust",
    "completion.date": "12 May 2026",
    "completion.child_signature": "Amber",
}

#: What must come back where it is not the text as typed.
CONVERTED: dict[str, str | int] = {
    "child.date_of_birth": "2011-04-03",
    "child.age": 15,
    "child.nhs_number": "9990000018",
    "completion.date": "2026-05-12",
}
EXPECTED: dict[str, str | int] = {**COMPLETE, **CONVERTED}
