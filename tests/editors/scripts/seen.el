;;; What both scripts for Emacs need.  -*- lexical-binding: t -*-

(add-to-list 'load-path (expand-file-name "emacs" (getenv "EDITORS")))
(require 'appeal-lint)
(require 'json)

(defvar seen nil "What was seen, by name.")
(defvar letter (getenv "LETTER"))

(defun see (name value) (push (cons name value) seen))

(defun finish ()
  (with-temp-file (getenv "SEEN")
    (let ((coding-system-for-write 'utf-8)) (insert (json-encode seen))))
  (kill-emacs))

(defun wait (what ready)
  "Wait until READY returns something, and return that."
  (let ((end (+ (float-time) 120)) found)
    (while (and (not (setq found (funcall ready))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (unless found
      (see 'gave_up what)
      (finish))
    found))

(defun promise ()
  "Return what is said of the promise, if anything is."
  (seq-find (lambda (one) (string-match-p "future-promise" (flymake-diagnostic-text one)))
            (flymake-diagnostics)))

(defun words (one)
  (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one)))

(defun disk ()
  (with-temp-buffer
    (insert-file-contents letter)
    (buffer-substring (point-min) (line-end-position))))

(defun change ()
  "Change the first line."
  (goto-char (point-min))
  (delete-region (point) (line-end-position))
  (insert "Dear Team,"))
