"""A word that nobody writes, put together at each call: no text of the program holds it."""


def mark() -> str:
    """The word, in lower case."""
    return "".join(("zq", "zebra", "qz"))
