;;; What a save does with a letter.  -*- lexical-binding: t -*-

(load (expand-file-name "seen.el" (getenv "SCRIPTS")))
(setq appeal-lint-hook (intern (getenv "MODE"))
      appeal-lint-limit (string-to-number (getenv "LIMIT"))
      appeal-lint-warm nil)

(find-file letter)
(appeal-lint-mode 1)
(when (getenv "COMMAND")
  (flymake-mode -1)
  (setq appeal-lint-command (getenv "COMMAND")))
(change)
(see 'why (condition-case fault (progn (save-buffer) "") (error (error-message-string fault))))
(see 'disk (disk))
(see 'modified (and (buffer-modified-p) t))
(when (getenv "LATE")
  (wait "the findings" (lambda () (get-buffer "*appeal-lint*"))))
(let ((list (get-buffer "*appeal-lint*")))
  (see 'list (if list (with-current-buffer list (buffer-string)) ""))
  (when list
    ;; The list leads to the place, in characters.
    (with-current-buffer list
      (goto-char (point-min))
      (re-search-forward "future-promise")
      (compile-goto-error))
    (switch-to-buffer (get-file-buffer letter))
    (progn
      (see 'place (buffer-substring-no-properties (point) (line-end-position))))))
(unless (getenv "COMMAND")
  (see 'underlined (words (wait "diagnostics" #'promise))))
(appeal-lint-save-anyway)
(see 'forced (disk))
(finish)
