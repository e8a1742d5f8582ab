"""Where the rules that come with the program are."""

from pathlib import Path


def shipped_folder() -> Path:
    """Return the folder of the rules that come with the program.

    It is `appeal_lint/rules` in an installed package and `rules/` in a checkout.
    """
    package = Path(__file__).resolve().parents[1]
    packaged = package / "rules"
    return packaged if packaged.is_dir() else package.parents[1] / "rules"
