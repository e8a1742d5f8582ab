"""What the client says and asks, each with its answer."""

import asyncio
import contextlib

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from appeal_lint.doors.lsp import actions, commands, hover, parent, status, symbols
from appeal_lint.doors.lsp.server import Server, key_of
from appeal_lint.doors.lsp.wishes import SECTION, When

PATIENCE = 5.0
"""Seconds to wait for the settings of a client before its letters are checked without."""
_FIXES = types.CodeActionOptions([types.CodeActionKind.QuickFix])


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
        (types.TEXT_DOCUMENT_HOVER, _hover),
        (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, _symbols),
        (types.TEXT_DOCUMENT_CODE_ACTION, _actions, _FIXES),
    ):
        server.feature(method, *options)(answer)
    commands.register(server)


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
    """Ask the client for its settings; one that does not answer goes by those it sent."""
    if ls.client.settings:
        ours = types.ConfigurationParams([types.ConfigurationItem(section=SECTION)])
        with contextlib.suppress(TimeoutError, JsonRpcException):
            answer = ls.workspace_configuration_async(ours)
            for one in await asyncio.wait_for(answer, PATIENCE):
                ls.wish(one)
    ls.ready = True
    ls.catch_up()


def _opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    if ls.ready and ls.wishes.check is not When.MANUAL:
        ls.look(key_of(params.text_document.uri))


def _changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    document = ls.workspace.text_documents.get(key_of(params.text_document.uri))
    if document is not None:
        document.version = params.text_document.version  # there may be no change with it
    if ls.wishes.check is When.TYPING:
        ls.look(key_of(params.text_document.uri), ls.wishes.debounce / 1000)


def _saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    key = key_of(params.text_document.uri)
    letter = ls.letter(key)
    if ls.wishes.check is When.MANUAL or letter is None:
        return
    # A client that tells of no changed files may have saved the configuration before the letter.
    if not ls.client.watches or not ls.checks.is_current(key, letter.version):
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


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    checked = await ls.checks.current(key_of(params.text_document.uri))
    codec = ls.workspace.position_codec
    if checked is None:
        return None
    return hover.hover(checked, codec, params.position, ls.client.markdown)


async def _symbols(ls: Server, params: types.DocumentSymbolParams) -> symbols.Symbols | None:
    checked = await ls.checks.current(key_of(params.text_document.uri))
    codec = ls.workspace.position_codec
    return symbols.symbols(checked, codec, ls.client.tree) if checked is not None else None


async def _actions(ls: Server, params: types.CodeActionParams) -> list[actions.Action] | None:
    checked = await ls.checks.current(key_of(params.text_document.uri))
    codec = ls.workspace.position_codec
    if checked is None or not actions.wanted(params.context.only):
        return None
    spots = actions.touched(checked, codec, params.range)
    await ls.rewrites(checked, [one for one, _, _ in spots])
    return actions.actions(checked, codec, spots, ls.client)
