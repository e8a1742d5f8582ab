"""What the client says and asks, each with its answer."""

from lsprotocol import types

from appeal_lint.doors.lsp import parent, status
from appeal_lint.doors.lsp.server import Server, key_of
from appeal_lint.doors.lsp.wishes import SECTION, When


def register(server: Server) -> None:
    """Give a server all that it can do."""
    for method, answer, *options in (
        (types.INITIALIZE, _meet),
        (types.INITIALIZED, _begin),
        (types.TEXT_DOCUMENT_DID_OPEN, _opened),
        (types.TEXT_DOCUMENT_DID_CHANGE, _changed),
        (types.TEXT_DOCUMENT_DID_SAVE, _saved),
        (types.TEXT_DOCUMENT_DID_CLOSE, _closed),
        (types.WORKSPACE_DID_CHANGE_CONFIGURATION, _configured),
        (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, _files_changed),
        (types.TEXT_DOCUMENT_CODE_LENS, _lenses),
    ):
        server.feature(method, *options)(answer)


def _meet(ls: Server, params: types.InitializeParams) -> None:
    ls.meet(params)
    if params.process_id is not None:
        parent.watch(params.process_id, ls.writing)


async def _begin(ls: Server, _: types.InitializedParams) -> None:
    ls.watching.begin()
    if ls.client.settings_later:
        later = types.Registration(
            SECTION,
            types.WORKSPACE_DID_CHANGE_CONFIGURATION,
            types.DidChangeConfigurationRegistrationOptions(SECTION),
        )
        ls.client_register_capability(types.RegistrationParams([later]))
    await _ask_settings(ls)


async def _ask_settings(ls: Server) -> None:
    if ls.client.settings:
        ours = types.ConfigurationParams([types.ConfigurationItem(section=SECTION)])
        for one in await ls.workspace_configuration_async(ours):
            ls.wish(one)


def _opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    if ls.wishes.check is not When.MANUAL:
        ls.look(key_of(params.text_document.uri))


def _changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    if ls.wishes.check is When.TYPING:
        ls.look(key_of(params.text_document.uri), ls.wishes.debounce / 1000)


def _saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    key = key_of(params.text_document.uri)
    letter = ls.letter(key)
    if ls.wishes.check is When.MANUAL or letter is None:
        return
    if not ls.checks.is_current(key, letter.version):
        ls.look(key)


def _closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.checks.stop(key_of(params.text_document.uri))
    ls.publish(params.text_document.uri, None, [])


async def _configured(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    ls.wish(params.settings)
    await _ask_settings(ls)


def _files_changed(ls: Server, _: types.DidChangeWatchedFilesParams) -> None:
    ls.look_again()


def _lenses(ls: Server, params: types.CodeLensParams) -> list[types.CodeLens]:
    checked = ls.checks.last(key_of(params.text_document.uri))
    return [status.lens(checked)] if checked is not None else []
