"""From a promise of the seller to the finished deed, for who has done it meanwhile."""

from appeal_lint.rewriting.rewrite import asks_promise, rewrite

__all__ = ["asks_promise", "rewrite"]
