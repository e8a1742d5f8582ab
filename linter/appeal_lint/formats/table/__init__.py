"""Tables with one appeal a row, and tables that say what became of appeals.

`rows` reads letters from `.csv`, `.tsv`, `.xlsx`, `.jsonl`, `.ndjson` and `.parquet`; `outcomes`
reads a table without letters. Both go through a table row by row and hold one row at a time.
"""

from appeal_lint.formats.table.outcomes import Outcomes, outcomes
from appeal_lint.formats.table.read import ENDINGS, is_table
from appeal_lint.formats.table.rows import Doubts, TableRow, letter, rows
from appeal_lint.formats.table.words import outcome_of, understood

__all__ = [
    "ENDINGS",
    "Doubts",
    "Outcomes",
    "TableRow",
    "is_table",
    "letter",
    "outcome_of",
    "outcomes",
    "rows",
    "understood",
]
