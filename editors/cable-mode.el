;;; cable-mode.el --- US diplomatic cables  -*- lexical-binding: t -*-

;; Put this file into a folder of `load-path', and into your init file
;;   (require 'cable-mode)
;; Then M-x eglot or M-x lsp in a cable.

;;; Code:

(defgroup cable nil "US diplomatic cables." :group 'text)

(defcustom cable-server-command '("reftel" "lsp" "--stdio")
  "The command that starts the language server, as a list of words."
  :type '(repeat string))

(defvar cable-font-lock-keywords
  '(("^\\(FM\\|TO\\|INFO\\|ZNR\\|ZNY\\|DE\\|BT\\)\\b" 1 font-lock-keyword-face)
    ("^\\(SUBJECT\\|SUBJ\\|TAGS\\|REF\\|REFS\\|E\\.O\\. [0-9]+\\|Classified By\\|CLASSIFIED BY\\)\\b:?" 0 font-lock-keyword-face)
    ("^\\(\\(?:[A-Z] \\)\\{4,\\}[A-Z]\\|UNCLAS\\) .*$" 0 font-lock-warning-face)
    ("^\\(?:¶ ?\\)?[0-9]+\\. ?\\((?[A-Z/]+)\\)?" 0 font-lock-constant-face))
  "What is coloured where the server gives no tokens.")

;;;###autoload
(define-derived-mode cable-mode text-mode "Cable"
  "Major mode for US diplomatic cables."
  (setq-local font-lock-defaults '(cable-font-lock-keywords)))

(defun cable-text-p ()
  "Whether the text of the buffer is a cable: a line of its header stands near the start."
  (save-excursion
    (goto-char (point-min))
    (let ((case-fold-search nil))
      (re-search-forward "^\\(VZCZC\\|ZNY \\|FM [A-Z]\\)" (min (point-max) 4000) t))))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.cable\\'" . cable-mode))
(add-to-list 'magic-mode-alist '(cable-text-p . cable-mode))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs (cons 'cable-mode (lambda (&rest _) cable-server-command))))

(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(cable-mode . "cable"))
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection (lambda () cable-server-command))
                    :activation-fn (lsp-activate-on "cable")
                    :server-id 'reftel)))

(provide 'cable-mode)
;;; cable-mode.el ends here
