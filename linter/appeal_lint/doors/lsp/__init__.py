"""The language server: the same checks in an editor, while the letter is written.

Nothing here is imported before `appeal-lint lsp` runs.
"""
