"""Versions of what is installed."""


def installed(name: str) -> str:
    """Return the version of a package, or nothing where it is not installed."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  (slow)

    try:
        return version(name)
    except PackageNotFoundError:
        return ""
