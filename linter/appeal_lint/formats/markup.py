"""XML of unknown origin, parsed within bounds: nothing is fetched and no entity is expanded."""

from __future__ import annotations

from typing import Any

from appeal_lint.formats.faults import damaged, too_much
from appeal_lint.model.extras import load

MOST_SIGNS = 1_000_000
"""Tags and attributes together. Each takes some hundred bytes of memory, however short it is."""
_DOCTYPES = tuple("<!DOCTYPE".encode(one) for one in ("utf-8", "utf-16-le", "utf-16-be"))


def parse(data: bytes, path: str, extra: str) -> Any:
    """Return the root element of a document, without comments and instructions.

    Args:
        data: the document.
        path: the name of the file in what is said.
        extra: the extra of appeal-lint that brings the parser.

    Raises:
        DraftError: it is no XML, has too many parts or too deep ones, or brings definitions of
            its own, as no word processor does.
        MissingExtraError: there is no parser.

    """
    etree = load("lxml.etree", extra)
    if any(one in data for one in _DOCTYPES):
        raise damaged(path)
    if data.count(b"<") + data.count(b"=") > MOST_SIGNS:
        raise too_much(path)
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as fault:
        raise damaged(path) from fault
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise damaged(path)
    return root


def local(element: Any) -> str:
    """Return the name of an element or attribute without its namespace."""
    name = element if isinstance(element, str) else element.tag
    return str(name).rpartition("}")[2] if isinstance(name, str) else ""


def child(element: Any, name: str) -> Any | None:
    """Return the first child of a name, in any namespace; None where there is none."""
    if element is None:
        return None
    return next((one for one in element if local(one) == name), None)


def value(element: Any, name: str) -> str:
    """Return an attribute by its name, in any namespace; empty where there is none."""
    if element is None:
        return ""
    return next((str(one) for key, one in element.attrib.items() if local(key) == name), "")
