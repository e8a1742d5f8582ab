"""A program that is missing is never passed over in silence."""

import pytest
from at_hand import missing


def test_in_ci_it_fails_and_elsewhere_it_skips_with_what_to_do(monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="hx is not installed"):
        missing("hx", "apt-get install hx")
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception, match="apt-get install hx"):
        missing("hx", "apt-get install hx")
