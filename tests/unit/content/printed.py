"""The form of section 4.4 as printed, typed by hand from the guidance of June 2023 and from the design's table."""

DETAILS = {
    "Name of Child/Young Person": ["child.name"],
    "DOB/Age": ["child.date_of_birth", "child.age"],
    "Gender": ["child.gender"],
    "Ethnic Origin": ["child.ethnic_origin"],
    "First Language": ["child.first_language"],
    "NHS Number": ["child.nhs_number"],
    "GP/Surgery": ["child.gp"],
    "Address (if known)": ["child.address"],
    "Contact information": ["child.contact"],
    "Employed/unemployed/In education": ["child.occupation"],
    "School/College (If relevant)": ["child.school"],
}

CONSIDERATIONS = [
    "What is the age of the child/young person?",
    "Is the child/young person sexually active or likely to be soon?",
    "What is known about the context of sexual activity?",
    "Details of sexual partner/s.",
    "Is the parent/carer aware of the sexual activity or relationship?",
    "What is the ability, attitude, level of maturity and behaviour of the child/young person?",
    "What is the child/young persons living circumstances and background?",
    "Is the young person using drugs/alcohol/substances currently or previously?",
    "Are there indicators of self-harm or wider mental health concerns for the young person?",
    "Are there any signs of grooming or exploitation?",
    "Is the child/YP at risk of sexual harm online?",
    "Are there any signs of domestic abuse?",
]

OUTCOMES = {
    "Summary of risk assessment:": ["outcome.summary"],
    "Consider to be: (Circle as appropriate)": ["outcome.category"],
}

ACTIONS = {
    "If you have concerns, have they been discussed with the child/young person?": "discussed",
    "I am continuing to provide ongoing advice and support.": "support",
    "Have you discussed your concerns with a safeguarding lead?": "safeguarding_lead",
    "Are you making a referral? (See local pathways guidance) If so, where?": "referral",
    "A copy of this risk assessment has been uploaded/saved in the child/young person's record.": "saved",
    "Any other actions": "other",
}

COMPLETION = {
    "Risk assessment completed via virtual/face to face assessment (please circle)": ["completion.mode"],
    "Name of practitioner/person completing risk assessment": ["completion.practitioner"],
    "Signature": ["completion.signature"],
    "Designation/role": ["completion.role"],
    "Organisation": ["completion.organisation"],
    "Date": ["completion.date"],
    "Signature of child/young person": ["completion.child_signature"],
}

CHOICES = {
    "outcome.category": {
        "normal": "Normal/developmentally appropriate sexually active behaviour",
        "problematic": "Problematic sexually active behaviour",
        "harmful": "Harmful sexually active behaviour",
    },
    "completion.mode": {"virtual": "virtual", "face_to_face": "face to face"},
}

#: Every field whose value is not free text.
TYPES = {
    "child.date_of_birth": "date",
    "child.age": "age",
    "child.nhs_number": "nhs_number",
    "outcome.category": "choice",
    "completion.mode": "choice",
    "completion.date": "date",
} | {f"actions.{row}.answer": "yes_no" for row in ACTIONS.values()}


def labels(*, numbered: bool) -> list[str]:
    """All labels in printed order; `numbered` with the numbers 1 to 12 before the considerations."""
    questions = [f"{n}. {q}" if numbered else q for n, q in enumerate(CONSIDERATIONS, 1)]
    return [*DETAILS, *questions, *OUTCOMES, *ACTIONS, *COMPLETION]


def ids() -> list[list[str]]:
    """The field ids of each row in printed order."""
    return [
        *DETAILS.values(),
        *([f"considerations.q{n:02}"] for n in range(1, 13)),
        *OUTCOMES.values(),
        *([f"actions.{row}.answer", f"actions.{row}.details"] for row in ACTIONS.values()),
        *COMPLETION.values(),
    ]


def refs() -> list[str]:
    """The refs of our own form in printed order."""
    return [
        *(f"D{n}" for n in range(1, 12)),
        *(str(n) for n in range(1, 13)),
        "O1",
        "O2",
        *(f"A{n}" for n in range(1, 7)),
        *(f"C{n}" for n in range(1, 8)),
    ]
