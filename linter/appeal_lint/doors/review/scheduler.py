"""The way to a Dask scheduler, and whether its workers are fit for a review."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Mapping
from typing import Any

from appeal_lint.doors.review.cluster_work import Unlike, unlike
from appeal_lint.doors.review.installation import Uses, installation
from appeal_lint.model import extras
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.said import Said


def connected(address: str) -> Any:
    """Return a client of a scheduler; how long it tries is a setting of Dask.

    Raises:
        AppealLintError: Dask is not installed, or no scheduler answers.

    """
    dask = extras.load("distributed", "dask")
    _quiet()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # other releases of Dask; what counts is compared
        try:
            return dask.Client(address, name="appeal-lint")
        except TypeError as fault:  # what Dask says where it knows no certificate
            raise AppealLintError(
                "--scheduler {address}: for tls:// Dask's own settings must name the certificates.",
                address=address,
            ) from fault
        except Exception as fault:
            raise AppealLintError(
                "--scheduler {address}: no Dask scheduler can be reached there. "
                "Check the address, and that the scheduler runs.",
                address=address,
            ) from fault


def first_workers(client: Any, address: str) -> int:
    """Return how many workers there are, once there is one; waits as long as `connected`.

    Raises:
        AppealLintError: there is none.

    """
    settings = extras.load("dask", "dask").config
    try:
        client.wait_for_workers(1, timeout=settings.get("distributed.comm.timeouts.connect"))
        return len(client.nthreads())
    except TimeoutError as fault:
        raise AppealLintError(
            "--scheduler {address}: this scheduler has no workers. "
            "Start one on each computer with: dask worker {address}",
            address=address,
        ) from fault


def compare(client: Any, uses: Uses, packages: tuple[str, ...], here: Mapping[str, str]) -> None:
    """Make sure that every worker has what this computer has; parameters as of `Shared`.

    Raises:
        AppealLintError: one has not.

    """
    found = client.run(installation, uses, packages, on_error="return")
    for worker, there in sorted(found.items()):
        if isinstance(there, BaseException):
            raise AppealLintError(
                "The worker {worker} has no appeal-lint like this one ({reason}). "
                "Install the same appeal-lint on all computers.",
                worker=worker,
                reason=type(there).__name__,
            )
        if (one := unlike(here, there)) is not None:
            raise differs(one)


def differs(one: Unlike) -> AppealLintError:
    """Return what to say of a worker that may find something else in a letter."""
    return AppealLintError(
        "A worker of the cluster has {what} {there}, this computer has {here}. "
        "Install the same on all computers, then start the workers again.",
        what=Said(one.what),
        there=one.there,
        here=one.here,
    )


def _quiet() -> None:
    """Let Dask say nothing on standard error: what matters is said in one line."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("distributed", "tornado"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
