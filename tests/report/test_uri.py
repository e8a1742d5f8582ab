import os
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest
from appeal_lint.report.uri import uri


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("letter.txt", "letter.txt"),
        ("./a b/ä%.txt", "./a%20b/%C3%A4%25.txt"),
        ("../x#1?.txt", "../x%231%3F.txt"),
        ("<stdin>", "%3Cstdin%3E"),
        ("a:b.txt", "a%3Ab.txt"),
        ("new\nline.txt", "new%0Aline.txt"),
    ],
)
def test_a_relative_name_stays_relative(path, says):
    assert uri(path) == says


@pytest.mark.skipif(os.name == "nt", reason="names of other systems")
def test_an_absolute_name_is_a_file_uri():
    assert uri("/tmp/my letter.txt") == Path("/tmp/my letter.txt").as_uri()
    assert uri("//tmp/letter.txt") == "file:///tmp/letter.txt"


@pytest.mark.skipif(os.name != "nt", reason="names of Windows")
def test_a_name_of_windows_has_its_drive():
    assert uri("C:\\my letters\\a.txt") == "file:///C:/my%20letters/a.txt"
    assert uri("letters\\a.txt") == "letters/a.txt"


def test_the_bytes_of_a_name_that_is_not_utf8_are_kept():
    assert (
        unquote_to_bytes(uri(b"caf\xe9.txt".decode("utf-8", "surrogateescape"))) == b"caf\xe9.txt"
    )
    assert uri("\ud800.txt").isascii()
