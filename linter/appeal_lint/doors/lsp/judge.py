"""Judges letters, one at a time and away from the thread that listens to the editor."""

import traceback
from collections.abc import Callable, Iterable

from appeal_lint import draft as drafts
from appeal_lint.config import Scope
from appeal_lint.doors.kept import Kept
from appeal_lint.doors.linters import Linters
from appeal_lint.doors.lsp.letter import Checked, Letter
from appeal_lint.doors.lsp.voice import Heard
from appeal_lint.i18n import mark
from appeal_lint.model.draft import Draft
from appeal_lint.model.errors import AppealLintError, DraftError
from appeal_lint.model.report import Finding
from appeal_lint.model.said import Said

_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""Half signs, which some editors send while a sign is typed; no model can read them."""
CRASHED = mark(
    "something went wrong inside the program ({name}). "
    "Your letter is unchanged. Please report it to the project's issue tracker."
)


class Judge:
    """Judges letters as the command line does. Only one thread may use it at a time.

    Args:
        scope: makes where configuration is looked for.
        locale: the language of the client, see `Heard`.
        log: takes the lines of a fault of the program itself.

    """

    def __init__(
        self, scope: Callable[[], Scope], locale: str | None, log: Callable[[str], None]
    ) -> None:
        self._scope = scope
        self._voice = Heard(locale)
        self._log = log
        self._kept = Kept()

    def check(self, letter: Letter) -> Checked:
        """Judge a letter by what is on the disk now; whatever goes wrong is in the answer.

        Configuration is read anew each time, since not every editor tells of changed files: that
        takes a few milliseconds. Rules are read only when they have changed.
        """
        linters = Linters(self._scope(), kept=self._kept, voice=self._voice)
        self._voice.said()  # what was heard before is not about this letter
        language = self._voice.language(None)
        try:
            draft = _draft(letter)
            if draft is None:
                return Checked(letter, language=language)
            judged = linters.judge_draft(draft, letter.path)
        except DraftError as fault:
            return Checked(letter, fault=fault.said, language=language)
        except AppealLintError as fault:
            return Checked(letter, broken=fault.said, language=language)
        except Exception as fault:
            self._log(traceback.format_exc())
            said = Said(CRASHED, name=type(fault).__name__)
            return Checked(letter, broken=said, language=language)
        return Checked(
            letter,
            judged.report,
            notes=self._voice.said(),
            language=judged.report.language,
            settings=judged.settings,
        )

    def rewrite(self, checked: Checked, findings: Iterable[Finding]) -> None:
        """Note how some findings would read if what they promise were done."""
        if checked.report is None or checked.settings is None:
            return
        linters = Linters(self._scope(), kept=self._kept, voice=self._voice)
        try:
            linter = linters.linter(checked.settings)
            for one in findings:
                if one.number not in checked.rewrites:
                    checked.rewrites[one.number] = linter.rewrite(checked.report, one)
        except Exception:  # rules that changed just now; the next check says what is wrong
            self._log(traceback.format_exc())


def _draft(letter: Letter) -> Draft | None:
    """Read a letter; None where nothing is written yet.

    Raises:
        DraftError: see `draft.read_file`.

    """
    if not letter.text.strip():
        return None
    text = letter.text.translate(_SURROGATES) if not letter.text.isascii() else letter.text
    drafts.check_size(len(text.encode()), letter.name)
    return drafts.from_text(text, letter.path or letter.name)
