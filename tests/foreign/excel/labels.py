"""What is printed in the checklist: labels, headings, choices, descriptions and captions, as people see them."""

TITLE = "Checklist of sexual behaviour: green, amber, red"
DANGER = "If a child is in immediate danger, call 999. Act first: a referral does not wait for this checklist."
STATUS = (
    "Sample wording, not approved for issue. Stated review date: June 2026. No review recorded. "
    "How to fill it in: see the sheet Notes."
)
JUDGEMENT = "These ratings support your judgement. They are not added up, and the checklist gives no overall result."
AGE = "Think of the child's age, development, understanding and any disability: the descriptions are only examples."
STAMP = "Form rag-checklist, version 2023.06-1"
END = "End of the checklist."
VERSION = "2023.06-1"

PROPERTIES = {
    "hsbdocs.form": "rag-checklist",
    "hsbdocs.version": VERSION,
    "hsbdocs.document": "rag-checklist",
}

HEADINGS = ("Ref", "Criterion", "Healthy", "Problematic", "Harmful", "Rating", "Evidence")

# The label of each detail by the id of its answer.
DETAILS = {
    "checklist.reference": "Record reference (no names)",
    "checklist.date": "Date of checklist",
    "checklist.practitioner": "Name of practitioner",
    "checklist.organisation": "Organisation",
}

# Each criterion: its label and its three descriptions.
CRITERIA = {
    "type": (
        "Type of sexual behaviour",
        "What is usual at this age. Everyone involved wants it. Curious, trying things out.",
        "Not usual at this age. Some sexual words, or masturbation is the only way they find comfort or deal with "
        "arousal. Pushed to it by friends.",
        "What adults do, such as intercourse or oral sex. Extreme masturbation that hurts or injures. Sex with "
        "animals. [Under query: E006]",
    ),
    "context": (
        "Context of behaviour",
        "Open, playful, on the spur of the moment.",
        "Nothing is hidden, nobody is forced and no harm is meant, yet those involved look uneasy. Masturbates in "
        "public, or it is noticed more.",
        "Thought out and hidden; there are threats, force and coercion. Masturbation comes with strong feelings "
        "(anger, arousal, insecurity) and is the main way they manage them.",
    ),
    "emotional_response": (
        "Child and young person's emotional response when challenged about their behaviour",
        "Happy or embarrassed. Can own what they did and how it affected others, as far as age and understanding "
        "allow.",
        "Ashamed. May find it hard at first to own what they did, but can be sorry and feel for the other person.",
        "Angry, afraid, aggressive or distressed; or passive, and cannot see why people worry. Does not own what they "
        "did, blames others, shows no empathy.",
    ),
    "response_of_others": (
        "Response of other children, young people and adults targeted",
        "Take part freely and are happy.",
        "Uneasy or unhappy about it, but neither afraid nor anxious. Adults it is aimed at feel uneasy.",
        "Unhappy, afraid, anxious or distressed. May be injured. Adults may feel intimidated.",
    ),
    "power_dynamics": (
        "Power dynamics",
        "Close in age and ability; they would play together anyway. Nothing points to a power imbalance.",
        "They would not usually play together, or small signs suggest that one has more control than the other.",
        "They would not usually play together, or one plainly has more power: by age, size, status, ability or "
        "strength, for instance.",
    ),
    "frequency": (
        "Frequency of behaviour",
        "Usual at this age, now and then, and not what they mostly think about. They have other interests. "
        "[Under query: E015]",
        "Some sexual behaviour that does not fit their age, but other interests too. It comes and goes, and may be "
        "growing more frequent.",
        "Often. They seem fixed on it and seem to look to it for comfort, reassurance or control. It outweighs the "
        "rest of their life.",
    ),
    "persistence": (
        "Persistence of the behaviour",
        "Usual at this age, now and then, and not what they mostly think about. They have other interests. "
        "[Under query: E015]",
        "Keeps coming back, and it is sometimes hard to distract or redirect them. Some help makes a difference.",
        "Hard to distract from it, and goes back to it. It outweighs the rest of their life. It looks compulsive, and "
        "is their chief way to find comfort, attention or control.",
    ),
    "parental_relation": (
        "Parental relation",
        "Accept that there is a concern and support their child.",
        "Find it hard to accept the behaviour, or look for other explanations.",
        "Deny it or play it down. Blame the victim; threaten victim and family. Reject the child or young person. "
        "Punish harshly.",
    ),
}

RATINGS = {"healthy": "Green – healthy", "problematic": "Amber – problematic", "harmful": "Red – harmful"}

NOTES = (
    "Notes on this checklist",
    "Use this checklist together with the Kent and Medway guidance of June 2023 (section 3.2). It helps to gather what "
    "is known before you decide how concerned to be now. It is one part of an assessment and decides nothing by "
    "itself.",
    "Fill in the cells beside D1 to D4, and the columns Rating and Evidence. For each criterion read the three "
    "descriptions, choose a rating from the list, and write what was seen or heard, when, and who told you. Leave a "
    'rating empty where you do not know, and write "not known" under Evidence. Keep it short: a longer account belongs '
    "in the child's record. If the rows grow too high, make the column wider.",
    "Do not write names of children. Give the reference of the child's record, and keep the checklist in that record.",
    "If in doubt, consult your safeguarding lead.",
    "Do not put pictures in this checklist. Never put in an image of a child.",
    "The checklist is Carson's. The guidance names no publication, and prints no permission to use it (under query, "
    "E016).",
    "The guidance prints the checklist twice. This one follows the first copy, which it dates 2014. These differences "
    "have not been decided by the partnership:",
    "The first copy is dated 2014, the second 2004 (under query, E001).",
    "The second copy heads its columns: Developmentally Typical (Healthy / Normal); Problematic "
    "(Inappropriate/Problematic); Harmful (abusive/Violet) (under query, E003, E004, E005).",
    "Row R1, Harmful: the second copy leaves out extreme masturbation and sex with animals (under query, E006).",
    "Rows R6 and R7 have the same text under Healthy in both copies (under query, E015).",
)

FIELDS = (*DETAILS, *(f"criteria.{name}.{part}" for name in CRITERIA for part in ("rating", "evidence")))
