;;; Reftel in Emacs with lsp-mode:  emacs --batch -Q -L … -l lsp-mode.el  -*- lexical-binding: t -*-
(require 'package) (require 'cl-lib)
(unless (require 'lsp-mode nil t) (package-initialize) (require 'lsp-mode))
(require 'flymake) (require 'xref)
(dolist (f '(lsp-modeline lsp-lens lsp-semantic-tokens lsp-headerline lsp-completion lsp-diagnostics lsp-icons)) (require f nil t))
(setq lsp-modeline-workspace-status-enable nil lsp-modeline-diagnostics-enable nil lsp-lens-enable t)
(defvar cli (getenv "REFTEL_CLI"))
(defvar ws (file-name-as-directory (file-truename (getenv "REFTEL_WS"))))
(defvar failed 0)
(defun say (ok name &optional detail) (unless ok (cl-incf failed)) (princ (format "%s %s%s\n" (if ok "PASS" "FAIL") name (if detail (format "  [%s]" detail) ""))))
(defmacro check (name &rest body)
  `(condition-case err (let ((r (progn ,@body))) (if (consp r) (say (car r) ,name (cdr r)) (say r ,name))) (error (say nil ,name (error-message-string err)))))
(defun wait-for (f &optional seconds)
  (let ((end (+ (float-time) (max 60 (or seconds 0)))) r)
    (while (and (not (setq r (funcall f))) (< (float-time) end)) (accept-process-output nil 0.05) (read-event nil nil 0.01)) r))
(setq make-backup-files nil auto-save-default nil create-lockfiles nil
      lsp-session-file (make-temp-name (expand-file-name "lsp-session-" temporary-file-directory)) lsp-auto-guess-root t lsp-enable-suggest-server-download nil lsp-warn-no-matched-clients nil
      lsp-diagnostics-provider :flymake lsp-completion-provider :none lsp-headerline-breadcrumb-enable nil lsp-idle-delay 0.1 lsp-semantic-tokens-enable t
      lsp-modeline-code-actions-enable nil lsp-enable-file-watchers t lsp-auto-execute-action nil lsp-restart 'ignore)
(load (expand-file-name "cable-mode.el" (getenv "REFTEL_EDITORS")))
(setq cable-server-command (list "node" cli "lsp" "--stdio"))
(lsp-workspace-folders-add (directory-file-name ws))
(defun open (name) (let ((b (find-file-noselect (expand-file-name name ws)))) (set-window-buffer nil b) (with-current-buffer b (lsp)) b))
(defvar b1 (open "001.txt")) (defvar b2 (open "002.cable"))
(check "start" (cons (wait-for (lambda () (with-current-buffer b1 (and (lsp-workspaces) (eq 'initialized (lsp--workspace-status (car (lsp-workspaces)))))))) (with-current-buffer b1 (format "%s" major-mode))))
(defun line-at (b line char) (set-window-buffer nil b) (set-buffer b) (goto-char (point-min)) (forward-line (1- line)) (forward-char char))
(check "diagnostics" (let (n) (wait-for (lambda () (setq n (let ((h (lsp-diagnostics))) (cons (length (gethash (concat ws "001.txt") h)) (length (gethash (concat ws "002.cable") h))))) (equal n '(2 . 5)))) (cons (equal n '(2 . 5)) (format "%S" n))))
(check "workspace symbols" (let (r) (wait-for (lambda () (with-current-buffer b1 (setq r (lsp-request "workspace/symbol" '(:query "MUSCAT")))) (= 5 (length r))) 10) (cons (= 5 (length r)) (length r))))
(check "definition"
  (line-at b1 28 10) (let* ((xs (xref-backend-definitions 'xref-lsp (xref-backend-identifier-at-point 'xref-lsp))) (l (and xs (xref-item-location (car xs))))) (cons (and l (= 23 (xref-location-line l))) (and l (format "%s:%s" (file-name-nondirectory (xref-location-group l)) (xref-location-line l))))))
(check "references"
  (with-current-buffer (open "000.cable") (line-at (current-buffer) 23 0) (let ((r (xref-backend-references 'xref-lsp (xref-backend-identifier-at-point 'xref-lsp)))) (cons (>= (length r) 2) (length r)))))
(check "hover"
  (line-at b1 28 8) (let* ((r (lsp-request "textDocument/hover" (lsp--text-document-position-params))) (s (lsp--render-element (lsp:hover-contents r)))) (princ (format "INFO %S\n" (substring-no-properties s))) (string-match-p "07MUSCAT73" s)))
(check "imenu" (with-current-buffer b1 (let ((i (lsp--imenu-create-index))) (cons (> (length i) 0) (mapconcat #'car i ",")))))
(check "folding" (with-current-buffer b2 (let ((r (lsp-request "textDocument/foldingRange" (list :textDocument (lsp--text-document-identifier))))) (cons (> (length r) 5) (length r)))))
(check "semantic tokens: asked for"
  (with-current-buffer b1 (let ((r (lsp-request "textDocument/semanticTokens/full" (list :textDocument (lsp--text-document-identifier))))) (cons (> (length (lsp-get r :data)) 0) (/ (length (lsp-get r :data)) 5)))))
(check "code lens"
  (with-current-buffer (open "000.cable") (line-at (current-buffer) 1 0)
    (let* ((ls (lsp-request "textDocument/codeLens" (list :textDocument (lsp--text-document-identifier)))) (l (lsp-request "codeLens/resolve" (aref (vconcat ls) 0))))
      (cons t (format "%s -> %S" (lsp:command-title (lsp:code-lens-command? l)) (lsp:command-command (lsp:code-lens-command? l)))))))
(check "code action applied"
  (line-at b2 7 5)
  (let* ((as (lsp-code-actions-at-point)) (a (cl-find-if (lambda (a) (string-match-p "SSSSS" (lsp:code-action-title a))) as)))
    (princ (format "INFO code actions: %s\n" (mapconcat #'lsp:code-action-title as " | ")))
    (lsp-execute-code-action a) (line-at b2 7 0)
    (cons (equal (buffer-substring-no-properties (point) (line-end-position)) "ZNY SSSSS ZZH  ") (buffer-substring-no-properties (point) (line-end-position)))))
(check "reftel.ignore through its code action"
  (line-at b2 13 2)
  (let* ((as (progn (accept-process-output nil 1) (lsp-code-actions-at-point))) (a (cl-find-if (lambda (a) (string-match-p "Ignore" (lsp:code-action-title a))) as)))
    (if (null a) (cons t "not offered")
      (lsp-execute-code-action a) (accept-process-output nil 1)
      (let ((b (find-buffer-visiting (expand-file-name "reftel.json" ws)))) (cons (and b (> (buffer-size b) 20)) (and b (with-current-buffer b (buffer-string))))))))
(check "shutdown" (let* ((w (with-current-buffer b1 (car (lsp-workspaces)))) (p (lsp--workspace-proc w))) (with-lsp-workspace w (lsp-request "shutdown" nil) (lsp-notify "exit" nil)) (wait-for (lambda () (not (process-live-p p))) 5) (cons (eq 0 (process-exit-status p)) (format "%s %s" (process-status p) (process-exit-status p)))))
(dolist (b (buffer-list)) (with-current-buffer b (set-buffer-modified-p nil)))
(kill-emacs (if (= failed 0) 0 1))
