import pytest
from appeal_lint.redaction import Redactor


@pytest.fixture(scope="session")
def redactor(reader):
    return Redactor(reader)
