;;; Reftel in Emacs with eglot (1.9 in Emacs 28, built in from 29):  emacs --batch -Q -l eglot.el  -*- lexical-binding: t -*-
;; Environment: REFTEL_CLI (dist/cli.js), REFTEL_WS (a folder by workspace.sh). Prints PASS/FAIL lines, exit status 0/1.
(require 'package)
(unless (require 'eglot nil t) (package-initialize) (require 'eglot)) ; Debian's elpa-eglot; -Q leaves it out
(require 'project)
(require 'cl-lib) (require 'imenu) (require 'flymake) (require 'xref)
(defvar cli (getenv "REFTEL_CLI"))
(defvar ws (file-name-as-directory (file-truename (getenv "REFTEL_WS"))))
(defvar failed 0)
(setq make-backup-files nil auto-save-default nil create-lockfiles nil eldoc-idle-delay 0.1 eglot-send-changes-idle-time 0.1
      eglot-confirm-server-initiated-edits nil eglot-confirm-server-edits nil eglot-extend-to-xref nil)
(defun say (ok name &optional detail)
  (unless ok (cl-incf failed))
  (princ (format "%s %s%s\n" (if ok "PASS" "FAIL") name (if detail (format "  [%s]" detail) ""))))
(defmacro check (name &rest body)
  `(condition-case err (let ((r (progn ,@body))) (if (consp r) (say (car r) ,name (cdr r)) (say r ,name)))
     (error (say nil ,name (error-message-string err)))))
(defun wait-for (f &optional seconds)
  (let ((end (+ (float-time) (max 60 (or seconds 0)))) r)
    (while (and (not (setq r (funcall f))) (< (float-time) end)) (accept-process-output nil 0.05) (read-event nil nil 0.01))
    r))

;; 1. the type of a file
(load (expand-file-name "cable-mode.el" (getenv "REFTEL_EDITORS")))
(setq cable-server-command (list "node" cli "lsp" "--stdio"))
(defun open (name) (let ((enable-local-variables nil)) (find-file-noselect (expand-file-name name ws))))
(defvar b1 (open "001.txt")) (defvar b2 (open "002.cable")) (defvar notes (open "notes.txt"))
(defun mode-of (b) (buffer-local-value 'major-mode b))
(check "filetype: plain text stays text" (cons (eq (mode-of notes) 'text-mode) (mode-of notes)))
(check "filetype: .txt by content" (cons (eq (mode-of b1) 'cable-mode) (mode-of b1)))
(check "filetype: .cable by extension" (cons (eq (mode-of b2) 'cable-mode) (mode-of b2)))

;; 2. start
(defun server () (with-current-buffer b1 (eglot-current-server)))
(check "start: eglot connects"
  (with-current-buffer b1 (let ((eglot-sync-connect 60)) (apply #'eglot (eglot--guess-contact))))
  (wait-for #'server))
(with-current-buffer b2 (eglot--maybe-activate-editing-mode))
(check "start: second buffer is managed" (with-current-buffer b2 (eglot-managed-p)))
(defun ask (method params) (jsonrpc-request (server) method params :timeout 60))
(defun line-at (b line char) (with-current-buffer b (goto-char (point-min)) (forward-line (1- line)) (forward-char char)))
(defun pos-params (b line char) (line-at b line char) (with-current-buffer b (eglot--TextDocumentPositionParams)))
(check "language id is cable" (with-current-buffer b1 (let ((id (if (fboundp 'eglot--language-id) (eglot--language-id (server)) (plist-get (eglot--TextDocumentItem) :languageId))))
  (cons (equal (plist-get (eglot--TextDocumentItem) :languageId) "cable") (plist-get (eglot--TextDocumentItem) :languageId)))))

;; 3. diagnostics by flymake
(defun diags (b) (with-current-buffer b (flymake-diagnostics)))
(with-current-buffer b1 (flymake-start)) (with-current-buffer b2 (flymake-start))
(check "diagnostics: shown by flymake"
  (wait-for (lambda () (and (= 2 (length (diags b1))) (= 5 (length (diags b2))))))
  (cons (and (= 2 (length (diags b1))) (= 5 (length (diags b2))))
        (mapconcat (lambda (d) (with-current-buffer b2 (format "%d:%s" (line-number-at-pos (flymake-diagnostic-beg d)) (buffer-substring-no-properties (flymake-diagnostic-beg d) (flymake-diagnostic-end d))))) (diags b2) " ")))

;; workspace symbols (xref-find-apropos)
(check "workspace symbols: xref-apropos"
  (let (r) (wait-for (lambda () (setq r (with-current-buffer b1 (xref-backend-apropos 'eglot "MUSCAT"))) (= 5 (length r))) 15)
    (cons (= 5 (length r)) (format "%d: %s" (length r) (and r (xref-item-summary (car r)))))))

;; 4. definition as M-. does it
(defun goto-definition (b line char)
  (line-at b line char)
  (with-current-buffer b
    (let* ((id (xref-backend-identifier-at-point 'eglot))
           (xs (xref-backend-definitions 'eglot id)))
      (and xs (let* ((m (xref-location-marker (xref-item-location (car xs)))))
        (with-current-buffer (marker-buffer m) (format "%s:%d (%d)" (buffer-name) (line-number-at-pos m) (length xs))))))))
(check "definition: REF line" (let ((r (goto-definition b1 28 8))) (cons (equal r "000.cable:23 (1)") r)))
(check "definition: ref B in the text"
  (with-current-buffer b1 (goto-char (point-min)) (search-forward "(ref B"))
  (let ((r (with-current-buffer b1 (goto-definition b1 (line-number-at-pos) (1- (current-column)))))) (cons (equal r "000.cable:23 (1)") r)))

;; 5. references as M-? does it
(defvar b0 (open "000.cable"))
(with-current-buffer b0 (eglot--maybe-activate-editing-mode))
(check "references: who cites 07MUSCAT73"
  (line-at b0 23 0)
  (let ((r (with-current-buffer b0 (xref-backend-references 'eglot (xref-backend-identifier-at-point 'eglot)))))
    (cons (>= (length r) 2) (mapconcat (lambda (x) (let ((l (xref-item-location x))) (format "%s:%d" (file-name-nondirectory (xref-location-group l)) (xref-location-line l)))) r " "))))

;; 6. hover as eldoc gets it
(check "hover: eldoc"
  (set-window-buffer nil b1)
  (line-at b1 28 8)
  (set-window-point nil (with-current-buffer b1 (point)))
  (let (text)
    (with-current-buffer b1 (let ((eglot--highlights nil)) (eglot-hover-eldoc-function (lambda (s &rest _) (setq text (or s text))))) (wait-for (lambda () text) 5))
    (unless text (let ((r (ask :textDocument/hover (pos-params b1 28 8)))) (princ (format "INFO raw hover %S\n" (plist-get (plist-get r :contents) :kind)))
      (princ (format "INFO formatted %S\n" (condition-case e (eglot--hover-info (plist-get r :contents) (plist-get r :range)) (error e))))))
    (cons (and text (string-match-p "07MUSCAT73" text)) (and text (replace-regexp-in-string "\n" "\\n" (substring-no-properties text) t t)))))

;; 7. imenu
(check "symbols: imenu"
  (let ((i (with-current-buffer b1 (eglot-imenu))))
    (cons (> (length i) 0) (substring (prin1-to-string i) 0 (min 250 (length (prin1-to-string i)))))))
(check "highlight" (let ((r (ask :textDocument/documentHighlight (pos-params b1 28 8)))) (cons (= 2 (length r)) (length r))))
(check "folding: asked for (eglot shows none)" (let ((r (with-current-buffer b2 (ask :textDocument/foldingRange (list :textDocument (eglot--TextDocumentIdentifier)))))) (> (length r) 5)))
(when (fboundp 'eglot-inlay-hints-mode)
  (check "inlay hints: shown"
    (with-current-buffer b1
      (let (r) (setq r (ask :textDocument/inlayHint (list :textDocument (eglot--TextDocumentIdentifier) :range '(:start (:line 0 :character 0) :end (:line 44 :character 0)))))
      (eglot--update-hints-1 (point-min) (point-max))
      (wait-for (lambda () (cl-some (lambda (o) (overlay-get o 'eglot--inlay-hint)) (overlays-in (point-min) (point-max)))) 5)
      (let ((os (cl-remove-if-not (lambda (o) (overlay-get o 'eglot--inlay-hint)) (overlays-in (point-min) (point-max)))))
        (cons (= (length os) (length r)) (format "%d of %d: %s" (length os) (length r) (mapconcat (lambda (o) (or (overlay-get o 'before-string) (overlay-get o 'after-string) "?")) os " | "))))))))

;; 8. completion through completion-at-point
(check "completion: TAGS at point"
  (line-at b2 27 32)
  (with-current-buffer b2
    (end-of-line) (delete-horizontal-space) (insert " M") (run-hooks 'post-command-hook) (eglot--signal-textDocument/didChange)
    (let* ((capf (eglot-completion-at-point)) (all (and capf (all-completions "M" (nth 2 capf)))))
      (delete-char -2) (eglot--signal-textDocument/didChange)
      (cons (and (> (length all) 1) (member "MOPS" (mapcar #'substring-no-properties all))) (format "%d: %s" (length all) (mapconcat #'substring-no-properties (cl-subseq all 0 (min 8 (length all))) " "))))))

;; 9. code action, as eglot-code-actions does it
(check "code action: Write SSSSS, applied"
  (accept-process-output nil 1)
  (line-at b2 7 5)
  (with-current-buffer b2
    (let* ((before (buffer-string))
           (as (eglot-code-actions (point) (point) nil nil))
           (titles (mapcar (lambda (a) (plist-get a :title)) as))
           (a (cl-find-if (lambda (a) (string-match-p "SSSSS" (plist-get a :title))) as)))
      (princ (format "INFO code actions: %s\n" (mapconcat #'identity titles " | ")))
      (if (fboundp 'eglot-execute) (eglot-execute (server) a)
        (let ((edit (plist-get a :edit))) (eglot--apply-workspace-edit edit)))
      (goto-char (point-min)) (forward-line 6)
      (let ((l (buffer-substring-no-properties (point) (line-end-position))))
        (cons (and (equal l "ZNY SSSSS ZZH  ") (= (length (buffer-string)) (1+ (length before)))) l)))))
(check "command reftel.normalise"
  (with-current-buffer b2 (eglot--signal-textDocument/didChange))
  (ask :workspace/executeCommand (list :command "reftel.normalise" :arguments (vector (with-current-buffer b2 (plist-get (eglot--TextDocumentIdentifier) :uri)))))
  (with-current-buffer b2 (goto-char (point-min)) (cons (and (search-forward "\n¶1. (S/NF)" nil t) t) (progn (forward-line 0) (buffer-substring-no-properties (point) (+ 12 (point)))))))
(check "command reftel.ignore: offered and done, or not offered"
  (line-at b2 13 2)
  (let* ((as (with-current-buffer b2 (accept-process-output nil 1) (eglot-code-actions (point) (point) nil nil)))
         (a (cl-find-if (lambda (a) (string-match-p "Ignore" (plist-get a :title))) as)))
    (if (null a) (cons t "not offered (no resource operations)")
      (let ((r (ask :workspace/executeCommand (list :command "reftel.ignore" :arguments (vector (with-current-buffer b2 (plist-get (eglot--TextDocumentIdentifier) :uri)) "routing-indicator-unknown")))))
        (let ((b (find-buffer-visiting (expand-file-name "reftel.json" ws))))
          (cons (and b (> (buffer-size b) 20)) (format "%S %s" r (and b (with-current-buffer b (buffer-string))))))))))
(check "call hierarchy: asked for"
  (let* ((items (ask :textDocument/prepareCallHierarchy (pos-params b0 23 0))) (r (and (> (length items) 0) (ask :callHierarchy/incomingCalls (list :item (aref items 0))))))
    (cons (= 1 (length r)) (format "%d" (length r)))))
(check "rename and formatting: not offered"
  (let ((c (eglot--capabilities (server)))) (and (not (plist-get c :renameProvider)) (not (plist-get c :documentFormattingProvider)))))

;; 10. a file that another program adds
(check "a cable that another program adds is noticed"
  (with-temp-file (expand-file-name "new.cable" ws) (insert (replace-regexp-in-string "000154" "000999" (replace-regexp-in-string "#0154" "#0999" (with-current-buffer b1 (buffer-string))))))
  (let (r) (wait-for (lambda () (setq r (with-current-buffer b1 (xref-backend-apropos 'eglot "07MUSCAT999"))) (= 1 (length r))) 5)
    (delete-file (expand-file-name "new.cable" ws))
    (cons (= 1 (length r)) (length r))))

;; 11. shutdown
(check "shutdown: server ends by itself with 0"
  (let* ((s (server)) (p (jsonrpc--process s)))
    ;; eglot-shutdown itself kills the process at once, whatever it does
    (jsonrpc-request s :shutdown nil :timeout 5) (jsonrpc-notify s :exit nil)
    (wait-for (lambda () (not (process-live-p p))) 5)
    (cons (and (not (process-live-p p)) (eq 0 (process-exit-status p))) (format "%s %s" (process-status p) (process-exit-status p)))))
(dolist (b (buffer-list)) (with-current-buffer b (set-buffer-modified-p nil)))
(kill-emacs (if (= failed 0) 0 1))
