"""What people write for what became of an appeal."""

import re
import unicodedata

from appeal_lint.model.words import Outcome

_BACK = frozenset({
    "reinstated", "reinstate", "reinstatement", "approved", "approve", "approval", "won", "win",
    "yes", "y", "1", "true", "active", "activated", "reactivated", "accepted", "accept",
    "success", "successful", "succeeded", "granted", "restored", "back", "unsuspended", "reopened",
    "passed", "positive", "恢复", "已恢复", "恢复成功", "成功", "申诉成功", "通过", "已通过",
    "解封", "已解封", "是", "批准", "已批准",
})  # fmt: skip
_LOST = frozenset({
    "rejected", "reject", "rejection", "denied", "deny", "denial", "lost", "loss", "no", "n", "0",
    "false", "closed", "declined", "decline", "refused", "failed", "failure", "fail",
    "unsuccessful", "not reinstated", "not approved", "not accepted", "not successful",
    "turned down", "deactivated", "suspended", "still suspended", "still closed", "negative",
    "拒绝", "被拒绝", "已拒绝", "被拒", "失败", "申诉失败", "未通过", "不通过", "没通过", "驳回",
    "被驳回", "否", "未恢复", "关闭",
})  # fmt: skip
_OPEN = frozenset({
    "", "pending", "open", "waiting", "in progress", "in review", "under review", "submitted",
    "sent", "unknown", "n/a", "na", "none", "null", "nan", "tbd", "待定", "等待", "等待中",
    "审核中",     "处理中", "未知",
})  # fmt: skip
_AROUND = re.compile(r"^[\W_]+|[\W_]+$")
_BLANKS = re.compile(r"[\s_-]+")


def outcome_of(word: str) -> Outcome | None:
    """Return what a word says became of the appeal; None where it is open or not understood."""
    plain = _plain(word)
    if plain in _BACK:
        return Outcome.REINSTATED
    return Outcome.REJECTED if plain in _LOST else None


def understood(word: str) -> bool:
    """Say whether a word is known, be it for an appeal that is still open."""
    return _plain(word) in _BACK | _LOST | _OPEN


def _plain(word: str) -> str:
    """Return a word without case, and without signs around it: "?" is nothing, "Won!" is "won"."""
    folded = unicodedata.normalize("NFKC", word).casefold()
    return _BLANKS.sub(" ", _AROUND.sub("", folded))
