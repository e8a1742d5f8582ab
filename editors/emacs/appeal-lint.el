;;; appeal-lint.el --- Check Amazon appeal letters  -*- lexical-binding: t -*-

;; Package-Requires: ((emacs "27.1"))

;;; Commentary:

;; `appeal-lint-mode' in a letter shows what would get it turned down, and checks it before each
;; save where `appeal-lint-hook' says so.  With eglot the language server shows the findings.

;;; Code:

(require 'compile)
(require 'flymake)
(require 'subr-x)

(defgroup appeal-lint nil
  "Check Amazon appeal letters."
  :group 'text)

(defcustom appeal-lint-command "appeal-lint"
  "The command, or its whole path."
  :type 'string)

(defcustom appeal-lint-hook nil
  "What to do before a save.
nil: nothing.  `warn': say whether the letter is ready.
`refuse': a letter that is not ready stays unsaved.
\\[appeal-lint-save-anyway] saves it all the same."
  :type '(choice (const :tag "Nothing" nil) (const warn) (const refuse)))

(defcustom appeal-lint-limit 1.0
  "How many seconds a save waits.  Then it goes on, and the findings follow."
  :type 'number)

(defcustom appeal-lint-warm t
  "Whether the hook keeps a server in the background.
With it, a check is quick from the second save."
  :type 'boolean)

(defconst appeal-lint--line
  "^.*?:\\([0-9]+\\):\\([0-9]+\\): \\(error\\|warning\\|info\\) \\(.*\\)$"
  "A finding: line, column (in characters, from 1), how severe, and the rest.")

(defconst appeal-lint--not-ready 1
  "The only exit status that means: do not save.")

;;; Running the command

(defun appeal-lint--start (words output done)
  "Start the command with WORDS and the text of this buffer.
OUTPUT is a buffer for what it writes.
DONE is called with the process at its end."
  (let* ((text (save-restriction (widen) (buffer-substring-no-properties (point-min) (point-max))))
         (process-connection-type nil)
         (process
          (make-process
           :name "appeal-lint" :buffer output :noquery t :connection-type 'pipe
           :coding 'utf-8-unix
           :command (cons appeal-lint-command words)
           :sentinel (lambda (process _event)
                       (unless (process-live-p process)
                         (funcall done process))))))
    ;; A program that ends before it has read all is no error of ours.
    (ignore-errors
      (process-send-string process text)
      (process-send-eof process))
    process))

(defun appeal-lint--name ()
  "Return what to call the letter."
  (or buffer-file-name (buffer-name)))

;;; Flymake

(defvar-local appeal-lint--flymake-process nil)

(defun appeal-lint-flymake (report &rest _)
  "Tell REPORT what is found in this buffer, saved or not."
  (unless (executable-find appeal-lint-command)
    (error "The command %s is not found" appeal-lint-command))
  (when (process-live-p appeal-lint--flymake-process)
    (kill-process appeal-lint--flymake-process))
  (let ((source (current-buffer))
        (output (generate-new-buffer " *appeal-lint-flymake*")))
    (setq appeal-lint--flymake-process
          (appeal-lint--start
           (list "--format" "compact" "--fail-on" "never"
                 "--stdin-filename" (appeal-lint--name) "-")
           output
           (lambda (process)
             (unwind-protect
                 (when (and (buffer-live-p source)
                            (eq process (buffer-local-value 'appeal-lint--flymake-process source)))
                   (funcall report (appeal-lint--diagnostics source output)))
               (kill-buffer output)))))))

(defun appeal-lint--diagnostics (source output)
  "Return what OUTPUT says of the buffer SOURCE."
  (let (found)
    (with-current-buffer output
      (goto-char (point-min))
      (while (re-search-forward appeal-lint--line nil t)
        (let* ((line (string-to-number (match-string 1)))
               (column (string-to-number (match-string 2)))
               (kind (cdr (assoc (match-string 3)
                                 '(("error" . :error) ("warning" . :warning) ("info" . :note)))))
               (text (match-string 4))
               (region (appeal-lint--region source line column)))
          (push (flymake-make-diagnostic source (car region) (cdr region) kind text) found))))
    (nreverse found)))

(defun appeal-lint--region (source line column)
  "Return where the words from LINE and COLUMN of the buffer SOURCE begin and end."
  (with-current-buffer source
    (save-excursion
      (save-restriction
        (widen)
        (goto-char (point-min))
        (forward-line (1- line))
        (let* ((end (line-end-position))
               (start (min (+ (point) (1- column)) end)))
          (cons start (max end (min (1+ start) (point-max)))))))))

;;; Before a save

(defvar-local appeal-lint--newest nil
  "The newest check before a save.")

(defun appeal-lint--before-save ()
  "Check the letter that is about to be saved.
Return nil, so that it is saved; an error keeps it from being saved."
  (when appeal-lint-hook
    (let* ((output (generate-new-buffer " *appeal-lint-hook*"))
           (process (appeal-lint--check output)))
      (if (null process)
          (kill-buffer output)
        (setq appeal-lint--newest process)
        (let ((end (+ (float-time) appeal-lint-limit)))
          (while (and (process-live-p process) (< (float-time) end))
            (accept-process-output process 0.02)))
        (if (process-live-p process)
            (progn
              (process-put process 'late t)
              (message "appeal-lint: still checking.  The save goes on, the findings follow."))
          (appeal-lint--show output (current-buffer))
          (kill-buffer output)
          (appeal-lint--judge process)))))
  nil)

(defun appeal-lint--check (output)
  "Start the check before a save, which writes to OUTPUT.
Return nil where it cannot be started."
  (let ((source (current-buffer)))
    (condition-case fault
        (appeal-lint--start
         `("hook" "--mode" ,(symbol-name appeal-lint-hook)
           ;; No limit there: it is kept here, where the findings can follow.
           "--limit" "0" "--stdin-filename" ,(appeal-lint--name)
           ,@(and appeal-lint-warm '("--warm")))
         output
         (lambda (process)
           (when (process-get process 'late)
             ;; A newer check of the same letter has the word.
             (when (and (buffer-live-p source)
                        (eq process (buffer-local-value 'appeal-lint--newest source)))
               (appeal-lint--show output source))
             (kill-buffer output))))
      (error
       (message "appeal-lint: %s.  The save goes on without the check."
                (error-message-string fault))
       nil))))

(defun appeal-lint--judge (process)
  "Keep the letter from being saved where PROCESS says so."
  (when (and (eq appeal-lint-hook 'refuse)
             (eq (process-status process) 'exit)
             (eq (process-exit-status process) appeal-lint--not-ready))
    (user-error "%s" (substitute-command-keys
                      "Not saved, since the letter is not ready.  \
\\[appeal-lint-save-anyway] saves it"))))

(defun appeal-lint--show (output source)
  "Put what OUTPUT says of SOURCE into *appeal-lint*, and say the verdict."
  (let ((text (with-current-buffer output (string-trim (buffer-string))))
        (folder (buffer-local-value 'default-directory source)))
    (with-current-buffer (get-buffer-create "*appeal-lint*")
      (let ((inhibit-read-only t))
        (erase-buffer)
        (insert text "\n"))
      (setq default-directory folder)
      (unless (derived-mode-p 'compilation-mode)
        (compilation-mode "appeal-lint"))
      (setq-local compilation-error-screen-columns nil))
    (message "%s" (car (last (split-string text "\n"))))))

(defun appeal-lint-save-anyway ()
  "Save the letter without a check."
  (interactive)
  (let ((appeal-lint-hook nil))
    (save-buffer)))

;;; The mode

;;;###autoload
(define-minor-mode appeal-lint-mode
  "Check this letter while it is written, and before it is saved."
  :lighter " Appeal"
  (cond
   (appeal-lint-mode
    ;; Not `before-save-hook': what goes wrong there does not keep a file from being written.
    (add-hook 'write-contents-functions #'appeal-lint--before-save nil t)
    (add-hook 'flymake-diagnostic-functions #'appeal-lint-flymake nil t)
    (unless (bound-and-true-p eglot--managed-mode)
      (flymake-mode 1)))
   (t
    (remove-hook 'write-contents-functions #'appeal-lint--before-save t)
    (remove-hook 'flymake-diagnostic-functions #'appeal-lint-flymake t)
    (when (process-live-p appeal-lint--flymake-process)
      (kill-process appeal-lint--flymake-process))
    (setq appeal-lint--flymake-process nil))))

;;; The language server

(defvar eglot-server-programs)

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               `((text-mode markdown-mode)
                 . ,(lambda (&rest _) (list appeal-lint-command "lsp")))))

(provide 'appeal-lint)
;;; appeal-lint.el ends here
