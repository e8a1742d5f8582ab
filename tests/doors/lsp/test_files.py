"""Configuration, rules and ignores are those of the command line, as they are now."""

from lsp_client import uri


def codes(shown):
    return {one["code"] for one in shown}


def changed(client, *paths):
    changes = [{"uri": uri(path), "type": 2} for path in paths]
    client.notify("workspace/didChangeWatchedFiles", {"changes": changes})


def test_configuration_is_found_and_its_change_is_seen_at_once(client, opened, letter):
    config = letter.parent / ".appeal-lint.yaml"
    config.write_text("rules: {excuse-geography: off}\n")
    changed(client, config)
    assert "excuse-geography" not in codes(client.diagnostics(opened))
    config.unlink()
    changed(client, config)
    assert "excuse-geography" in codes(client.diagnostics(opened))


def test_it_is_seen_with_the_next_edit_where_nobody_tells_of_it(client, opened, letter):
    (letter.parent / "pyproject.toml").write_text('[tool.appeal-lint]\nselect = ["promises"]\n')
    end = {"line": 99, "character": 0}
    client.change(opened, 2, {"range": {"start": end, "end": end}, "text": "\n"})
    assert "excuse-geography" not in codes(client.diagnostics(opened, 2))


def test_a_fault_is_told_once_and_nothing_crashes(client, opened, letter):
    config = letter.parent / ".appeal-lint.yaml"
    config.write_text("min-score: many\n")
    end = {"line": 99, "character": 0}
    for version in (2, 3):
        client.change(opened, version, {"range": {"start": end, "end": end}, "text": "\n"})
        assert client.status(opened, version)["state"] == "failed"
    told = [one for one in client.settled() if one.get("method") == "window/showMessage"]
    assert len(told) == 1
    assert f"{config}:1: min-score" in told[0]["params"]["message"]
    logged = client.wait_for("window/logMessage", lambda one: "min-score" in one["message"])
    assert "appeal-lint" in logged["message"]
    config.unlink()
    changed(client, config)
    assert client.wait_for("appealLint/status", lambda one: one["state"] == "checked")


def test_a_broken_file_of_ignores_is_told_too(client, opened, letter):
    side = letter.with_name("letter.txt.ignores.yaml")
    side.write_text("version: 1\nignores:\n- rule: x\n  word: y\n")
    changed(client, side)
    status = client.wait_for("appealLint/status", lambda one: one["uri"] == opened)
    while status["state"] == "checked":
        status = client.wait_for("appealLint/status", lambda one: one["uri"] == opened)
    said = "did you mean 'words'?"
    assert client.wait_for("window/showMessage", lambda one: said in one["message"])


def test_ignores_beside_the_letter_hold(client, opened, letter, run):
    run("ignore", "--isolated", letter, 1)
    changed(client, letter.with_name("letter.txt.ignores.yaml"))
    before = len(client.diagnostics(opened))
    run("ignore", "--isolated", letter, 2)
    changed(client, letter.with_name("letter.txt.ignores.yaml"))
    assert len(client.diagnostics(opened)) == before - 1


def test_what_breaks_again_is_told_again(client, opened, letter):
    config = letter.parent / ".appeal-lint.yaml"
    top = {"line": 0, "character": 0}

    def written(version, text):
        config.write_text(text)
        client.change(opened, version, {"range": {"start": top, "end": top}, "text": "x"})
        return client.checked(opened, version)[1]["state"]

    def tells(one):
        return str(config) in one["message"]

    for version in (2, 5):
        assert written(version, "rules: [\n") == "failed"
        client.wait_for("window/showMessage", tells)
        assert written(version + 1, "min-score: 5\n") == "checked"
        assert written(version + 2, "min-score: 6\n") == "checked"
    told = [one for one in client.settled() if one.get("method") == "window/showMessage"]
    assert not any(tells(one["params"]) for one in told)


def test_a_save_is_enough_where_the_client_watches_no_files(serve, letter):
    client = serve()
    client.start({}, options={"debounce": 0})
    client.open(uri(letter), letter.read_text())
    assert "excuse-geography" in codes(client.diagnostics(uri(letter)))
    (letter.parent / ".appeal-lint.yaml").write_text("rules: {excuse-geography: off}\n")
    client.save(uri(letter))
    assert "excuse-geography" not in codes(client.diagnostics(uri(letter)))
