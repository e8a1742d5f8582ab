"""Every request gets an answer, also one that is wrong or comes at the wrong time."""

import pytest
from lsp_client import uri

NOT_INITIALIZED, INVALID_REQUEST, INVALID_PARAMS, NO_METHOD = -32002, -32600, -32602, -32601
PLACE = {"line": 0, "character": 3}


def refused(client, method, params):
    """Return the code of the error that a request is answered with."""
    fault = client.answer(client.send(method, params))["error"]
    assert "data" not in fault  # where in the program it arose is for the log
    return fault["code"]


@pytest.mark.parametrize(
    ("method", "params", "code"),
    [
        ("textDocument/hover", None, INVALID_PARAMS),
        ("textDocument/hover", {"textDocument": 5}, INVALID_PARAMS),
        (
            "textDocument/hover",
            {"textDocument": {"uri": "file:///a.txt"}, "position": {"line": "x", "character": 0}},
            INVALID_PARAMS,
        ),
        ("textDocument/codeAction", {"textDocument": {"uri": "file:///a.txt"}}, INVALID_PARAMS),
        ("workspace/executeCommand", {"command": "appeal-lint.none"}, INVALID_PARAMS),
        ("textDocument/definition", {}, INVALID_PARAMS),
        ("appealLint/none", {}, NO_METHOD),
    ],
)
def test_a_request_that_cannot_be_understood_is_refused(client, method, params, code):
    assert refused(client, method, params) == code


def test_what_comes_before_the_greeting_is_refused(serve, letter):
    client = serve()
    asked = {"textDocument": {"uri": uri(letter)}, "position": PLACE}
    assert refused(client, "textDocument/hover", asked) == NOT_INITIALIZED
    client.open(uri(letter), letter.read_text())
    assert refused(client, "shutdown", None) == NOT_INITIALIZED
    client.start()
    client.open(uri(letter), letter.read_text())
    assert client.diagnostics(uri(letter))


def test_a_second_greeting_is_refused_and_open_letters_stay_open(client, opened):
    asked = {"processId": None, "rootUri": None, "capabilities": {}}
    assert refused(client, "initialize", asked) == INVALID_REQUEST
    hover = {"textDocument": {"uri": opened}, "position": PLACE}
    assert client.request("textDocument/hover", hover) is not None


def test_what_comes_after_goodbye_is_refused(serve):
    client = serve()
    client.start()
    client.request("shutdown", None)
    assert refused(client, "textDocument/codeLens", {"textDocument": {"uri": "file:///a.txt"}}) == (
        INVALID_REQUEST
    )
    client.notify("exit", None)
    assert client.process.wait(60) == 0
