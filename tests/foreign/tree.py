"""Moving elements about in a tree that has no text between its elements."""

from lxml import etree


def parent_of(element: etree._Element) -> etree._Element:
    """The parent of an element that is known to have one."""
    parent = element.getparent()
    if parent is None:
        raise ValueError(f"{element.tag} stands alone")
    return parent


def replace(element: etree._Element, *others: etree._Element) -> None:
    """Puts other elements, or none, where the element stood. One of them may hold the element itself."""
    parent = parent_of(element)
    place = parent.index(element)
    parent.remove(element)
    parent[place:place] = list(others)


def wrap(element: etree._Element, wrapper: etree._Element, inner: etree._Element | None = None) -> None:
    """Puts a wrapper around the element; `inner` is the place in the wrapper, if not the wrapper itself."""
    parent_of(element).replace(element, wrapper)
    (wrapper if inner is None else inner).append(element)


def is_inside(element: etree._Element, *names: str) -> bool:
    """Whether the element stands, at any depth, in an element of one of these names."""
    return next(element.iterancestors(*names), None) is not None


def attributes(element: etree._Element) -> dict[str, str]:
    """The attributes, to make another element with."""
    return {str(name): str(value) for name, value in element.items()}


def drop_attribute(element: etree._Element, name: str) -> None:
    """Takes an attribute away, if it is there."""
    if name in element.attrib:
        del element.attrib[name]
