"""What the editor can do, as it said when it started the server."""

from dataclasses import dataclass

from lsprotocol.types import ClientCapabilities, MarkupKind
from pygls.capabilities import get_capability


@dataclass(frozen=True, slots=True)
class Client:
    """The abilities that make a difference here."""

    markdown: bool = False
    """In hovers."""
    actions: bool = False
    """Code actions with a kind and an edit, not commands alone."""
    versions: bool = False
    """Edits that name the version of the document they are for."""
    tree: bool = False
    """Symbols that stand in one another."""
    shows: bool = False
    """Pages, on request of the server."""
    settings: bool = False
    """Is asked for its settings."""
    settings_later: bool = False
    """Tells of changed settings where it is asked to."""
    watches: bool = False
    """Tells of changed files where it is asked to."""
    relative: bool = False
    """Understands patterns of files below a folder."""
    lenses: bool = False
    """Asks again for code lenses where it is told to."""


def client(said: ClientCapabilities) -> Client:
    """Return what a client can do by what it said."""

    def able(name: str) -> bool:
        return bool(get_capability(said, name, False))

    hover = get_capability(said, "text_document.hover.content_format") or ()
    literals = get_capability(said, "text_document.code_action.code_action_literal_support")
    return Client(
        markdown=MarkupKind.Markdown in hover,
        actions=literals is not None,
        versions=able("workspace.workspace_edit.document_changes"),
        tree=able("text_document.document_symbol.hierarchical_document_symbol_support"),
        shows=able("window.show_document.support"),
        settings=able("workspace.configuration"),
        settings_later=able("workspace.did_change_configuration.dynamic_registration"),
        watches=able("workspace.did_change_watched_files.dynamic_registration"),
        relative=able("workspace.did_change_watched_files.relative_pattern_support"),
        lenses=able("workspace.code_lens.refresh_support"),
    )
