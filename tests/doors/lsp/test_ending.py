"""The server ends with its editor, whatever way that goes, and says nothing but the protocol."""

import json
import os
import subprocess
import sys

import psutil
import pytest
from lsp_client import PATIENCE, environment, uri

HERE = os.path.dirname(__file__)


def test_goodbye_and_exit_leave_with_0(serve):
    client = serve()
    client.start()
    assert client.stop() == 0


def test_exit_without_goodbye_leaves_with_1(serve):
    client = serve()
    client.start()
    client.notify("exit", None)
    assert client.process.wait(PATIENCE) == 1


def test_it_ends_in_the_midst_of_a_check(serve, letter):
    client = serve()
    client.start()
    client.open(uri(letter), letter.read_text())
    assert client.stop() == 0


def test_the_end_of_the_input_ends_it(serve, letter):
    client = serve()
    client.start()
    client.open(uri(letter), letter.read_text())
    client.process.stdin.close()
    assert client.process.wait(PATIENCE) == 1


def test_it_ends_when_the_editor_is_gone_though_its_input_stays_open(serve):
    editor = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    client = serve()
    client.start(process=editor.pid)
    editor.kill()
    editor.wait()
    editor.stdin.close()
    assert client.process.wait(PATIENCE) == 1


def test_an_editor_that_cannot_be_seen_is_not_taken_to_be_gone(serve, letter):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    client = serve()
    client.start(process=gone.pid)
    client.open(uri(letter), letter.read_text())
    assert client.diagnostics(uri(letter))


EDITOR = """
import sys, time
sys.path.insert(0, sys.argv[1])
from lsp_client import Client
client = Client(sys.argv[2])
import os
client.start(process=os.getpid())
client.open("file:///letter.txt", "We will hire two inspectors.")
print(client.process.pid, flush=True)
time.sleep(600)
"""


def test_it_ends_when_the_editor_is_killed(tmp_path):
    command = [sys.executable, "-c", EDITOR, HERE, str(tmp_path)]
    editor = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment(tmp_path))
    server = psutil.Process(int(editor.stdout.readline()))
    editor.kill()
    editor.wait()
    editor.stdout.close()
    psutil.wait_procs([server], PATIENCE)
    assert not server.is_running() or server.status() == psutil.STATUS_ZOMBIE


PRINTING = """
import os, sys
from appeal_lint.doors.lsp import judge
check = judge.Judge.check
def printing(self, letter):
    print("a stray line")
    os.write(1, b"another, from C\\n")
    os.system("echo a third, of another program")
    print(repr(sys.stdin.read()))
    return check(self, letter)
judge.Judge.check = printing
from appeal_lint.doors import cli
cli.main(["lsp"])
"""


def test_a_stray_print_goes_to_the_log_and_breaks_nothing(serve, letter):
    client = serve(command=[sys.executable, "-u", "-c", PRINTING])
    client.start()
    client.open(uri(letter), letter.read_text())
    assert client.diagnostics(uri(letter))
    assert client.stop() == 0
    client.kill()
    log = "".join(client.errors)
    for line in ("a stray line", "another, from C", "a third, of another program"):
        assert line in log


CRASHING = """
from appeal_lint import lint
def judged(self, draft, entries):
    raise RuntimeError("no such luck")
lint.Linter._judged = judged
from appeal_lint.doors import cli
cli.main(["lsp"])
"""


def test_a_fault_of_the_program_is_told_in_plain_words_and_logged(serve, letter):
    client = serve(command=[sys.executable, "-c", CRASHING])
    client.start()
    client.open(uri(letter), letter.read_text())
    assert client.status(uri(letter))["state"] == "failed"
    told = client.wait_for("window/showMessage")["message"]
    assert "Your letter is unchanged" in told
    assert "no such luck" not in told
    client.stop()
    client.kill()
    assert "no such luck" in "".join(client.errors)


@pytest.mark.parametrize("body", [b"{", b"[]", b'{"jsonrpc": "2.0", "method": 3}'])
def test_what_is_no_message_is_passed_over(serve, letter, body):
    client = serve()
    client.start()
    client.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    client.process.stdin.flush()
    client.open(uri(letter), letter.read_text())
    assert client.diagnostics(uri(letter))


def test_an_edit_of_a_document_that_is_not_open_is_passed_over(client, letter):
    client.change("file:///never-opened.txt", 2, {"text": "We paid."})
    client.save("file:///never-opened.txt")
    client.close("file:///never-opened.txt")
    client.open(uri(letter), letter.read_text())
    assert client.diagnostics(uri(letter))
    client.close(uri(letter))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals of this kind")
def test_who_starts_it_by_hand_is_told_what_it_is_for(tmp_path):
    ours, theirs = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "appeal_lint", "lsp"],
        stdin=theirs,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        env=environment(tmp_path),
    )
    os.close(ours)
    os.close(theirs)
    assert (done.returncode, done.stdout) == (2, "")
    assert "for editors" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_command_line_does_not_load_the_server(tmp_path):
    code = (
        "import sys, json\nfrom appeal_lint.doors import cli\n"
        "try:\n    cli.main(['--version'])\nexcept SystemExit:\n    pass\n"
        "print(json.dumps([one for one in ('pygls', 'lsprotocol') if one in sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environment(tmp_path), check=True
    )
    assert json.loads(done.stdout.splitlines()[-1]) == []
