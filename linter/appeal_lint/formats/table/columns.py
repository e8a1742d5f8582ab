"""Which column of a table is which, by its name or because the user says so."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from appeal_lint.model.errors import DraftError

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "letter", "appeal", "body", "poa", "plan of action", "message", "letter text",
        "appeal text", "appeal letter", "letter body", "content", "draft", "正文", "内容",
        "申诉信", "申诉内容", "申诉正文", "信件",
    ),
    "outcome": (
        "outcome", "result", "status", "decision", "verdict", "appeal result", "appeal outcome",
        "结果", "申诉结果", "状态",
    ),
    "type": (
        "type", "kind", "suspension", "category", "suspension type", "appeal type",
        "suspension reason", "类型", "类别", "申诉类型", "封号类型", "封号原因",
    ),
    "date": (
        "date", "sent", "submitted", "date sent", "sent date", "sent on", "sent at",
        "submitted on", "date submitted", "submission date", "日期", "提交日期", "发送日期",
        "申诉日期",
    ),
    "author": (
        "author", "writer", "consultant", "agent", "written by", "作者", "撰写人", "顾问",
    ),
    "id": (
        "id", "case", "case id", "ref", "reference", "case number", "case no", "case ref",
        "letter id", "appeal id", "ticket", "ticket id", "编号", "案号", "案件编号", "申诉编号",
    ),
    "file": (
        "file", "filename", "file name", "path", "file path", "document", "letter file",
        "文件", "文件名", "路径",
    ),
}  # fmt: skip
"""The columns there may be, and the names that each is known by; the first goes before others."""
SHOWN = 20
"""Names of columns that a message shows at most."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BETWEEN = re.compile(r"[\s_./\\-]+")
_WIDEST = 40


@dataclass(frozen=True, slots=True)
class Chooser:
    """Finds the columns that are wanted among the names of a table.

    Args:
        path: the table, for messages.
        wanted: the columns to look for; see `NAMES`.
        needed: a table has at least one of each of these groups.
        named: the names of columns as the user gives them, by what they are.

    """

    path: str
    wanted: tuple[str, ...]
    needed: tuple[tuple[str, ...], ...]
    named: Mapping[str, str]

    def choose(self, names: Sequence[str]) -> dict[str, int] | None:
        """Return where each wanted column stands; None where one that is needed is not there.

        Raises:
            DraftError: two columns may be the same.

        """
        found: dict[str, int] = {}
        for role in self.wanted:
            places = self._places(role, names)
            if len(places) > 1:
                raise DraftError(
                    "{path}: two columns may be “{role}”: “{one}” and “{two}”. "
                    "Say which one it is: --column {role}=NAME",
                    path=self.path,
                    role=role,
                    one=_short(names[places[0]]),
                    two=_short(names[places[1]]),
                )
            if places:
                found[role] = places[0]
        lacking = any(not any(role in found for role in group) for group in self.needed)
        unmet = any(role not in found for role in self.named if role in self.wanted)
        return None if lacking or unmet else found

    def missing(self, names: Sequence[str]) -> DraftError:
        """Return what to say of a table for whose names `choose` returns None."""
        shown = [_short(name) for name in names if name.strip()][:SHOWN]
        columns = ", ".join(f"“{name}”" for name in shown) or "–"
        for role, name in self.named.items():
            if role in self.wanted and not self._places(role, names):
                return DraftError(
                    "{path}: there is no column “{name}”. The columns are: {columns}.",
                    path=self.path,
                    name=_short(name),
                    columns=columns,
                )
        if ("text",) in self.needed and not self._places("text", names):
            return DraftError(
                "{path}: I find no column with the letters. The columns are: {columns}. "
                "Say which one it is: --column text=NAME",
                path=self.path,
                columns=columns,
            )
        if ("outcome",) in self.needed and not self._places("outcome", names):
            return DraftError(
                "{path}: I find no column with the outcomes. The columns are: {columns}. "
                "Say which one it is: --column outcome=NAME",
                path=self.path,
                columns=columns,
            )
        return DraftError(
            "{path}: I find no column that says which letter a row is about. "
            "The columns are: {columns}. Say which one it is: --column id=NAME or "
            "--column file=NAME",
            path=self.path,
            columns=columns,
        )

    def _places(self, role: str, names: Sequence[str]) -> list[int]:
        if role in self.named:
            exact = [at for at, name in enumerate(names) if name.strip() == self.named[role]]
            wish = _plain(self.named[role])
            return exact[:1] or [at for at, name in enumerate(names) if _plain(name) == wish]
        taken = {_plain(name) for name in self.named.values()}
        plain = [_plain(name) for name in names]
        known = [at for at, name in enumerate(plain) if name in NAMES[role] and name not in taken]
        return [at for at in known if plain[at] == role] or known


def _plain(name: str) -> str:
    """Return a name as `NAMES` has it: "Case_ID:" and "caseId" are "case id"."""
    folded = _CAMEL.sub(" ", unicodedata.normalize("NFKC", name[:200])).casefold()
    return _BETWEEN.sub(" ", folded).strip(" :#*?\ufeff")


def _short(name: str) -> str:
    flat = " ".join(name.split())
    return flat if len(flat) <= _WIDEST else flat[: _WIDEST - 1] + "…"
