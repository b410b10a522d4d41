-- Reftel in Neovim >= 0.7 without plugins:  nvim --headless -u NONE -i NONE -c 'luafile neovim.lua'
-- Environment: REFTEL_CLI (dist/cli.js), REFTEL_EDITORS (the folder editors), REFTEL_WS (a folder of cables). Prints PASS/FAIL lines, exit status 0/1.
local cli, ws = vim.env.REFTEL_CLI, vim.loop.fs_realpath(vim.env.REFTEL_WS)
local failed = 0
local function say(ok, name, detail)
  if not ok then failed = failed + 1 end
  io.stdout:write((ok and 'PASS ' or 'FAIL ') .. name .. (detail and ('  [' .. detail .. ']') or '') .. '\n')
end
local function info(s) io.stdout:write('INFO ' .. s .. '\n') end
local function check(name, f)
  local ok, value, detail = pcall(f)
  if not ok then say(false, name, tostring(value)) else say(value, name, detail) end
end

local function main()
vim.o.swapfile = false

local client_id
local exited
dofile(vim.env.REFTEL_EDITORS .. '/neovim.lua').setup({
  cmd = { 'node', cli, 'lsp', '--stdio' },
  root_dir = ws,
  cache_dir = vim.env.REFTEL_CACHE,
  on_attach = function(id) client_id = id end,
  on_exit = function(code, signal) exited = { code = code, signal = signal } end,
})

-- As after a user's init.lua.
vim.cmd('filetype plugin on')
vim.cmd('syntax on')
vim.cmd('edit ' .. ws .. '/001.txt')
local b1 = vim.api.nvim_get_current_buf()
vim.cmd('edit ' .. ws .. '/notes.txt')
check('filetype: plain text stays text', function() return vim.bo.filetype == 'text', vim.bo.filetype end)
vim.cmd('buffer ' .. b1)
check('filetype: .txt by content', function() return vim.bo.filetype == 'cable', vim.bo.filetype end)
vim.cmd('edit ' .. ws .. '/002.cable')
local b2 = vim.api.nvim_get_current_buf()
check('filetype: .cable by extension', function() return vim.bo.filetype == 'cable', vim.bo.filetype end)

local function client() return vim.lsp.get_client_by_id(client_id) end
check('start: initialized', function()
  return vim.wait(60000, function() local c = client(); return c and c.initialized end, 50)
end)
info('server info ' .. vim.inspect((client().server_info or {})):gsub('%s+', ' '))

local function request(buf, method, params)
  local r, err = vim.lsp.buf_request_sync(buf, method, params, 60000)
  if not r then return nil, err end
  local one = r[client_id]
  if one and one.error then error(vim.inspect(one.error)) end
  return one and one.result
end
local function at(buf, line, char, extra)
  return vim.tbl_extend('force', { textDocument = { uri = vim.uri_from_bufnr(buf) }, position = { line = line, character = char } }, extra or {})
end

-- 3. diagnostics -------------------------------------------------------------------------------------------------------------
check('diagnostics: shown', function()
  vim.wait(60000, function() return #vim.diagnostic.get(b1) == 2 and #vim.diagnostic.get(b2) == 5 end, 50)
  local out = {}
  for _, d in ipairs(vim.diagnostic.get(b2)) do table.insert(out, (d.lnum + 1) .. ':' .. (d.user_data and d.user_data.lsp and d.user_data.lsp.code or d.code or '?')) end
  table.sort(out)
  return #vim.diagnostic.get(b1) == 2 and #vim.diagnostic.get(b2) == 5, table.concat(out, ' ')
end)

-- wait until the archive answers
local uri0 = vim.uri_from_fname(ws .. '/000.cable')
check('workspace symbols', function()
  local n
  vim.wait(60000, function() n = request(b1, 'workspace/symbol', { query = 'MUSCAT' }); return n and #n == 5 end, 100)
  return n and #n == 5, n and (#n .. ' ' .. (n[1] and n[1].name or ''))
end)

-- 4. definition through the editor's own command, with the caret in a window -----------------------------------------------------
vim.cmd('buffer ' .. b1)
check('definition: REF line, through vim.lsp.buf.definition', function()
  vim.api.nvim_win_set_cursor(0, { 28, 8 })
  vim.lsp.buf.definition()
  vim.wait(60000, function() return vim.api.nvim_buf_get_name(0):match('000%.cable$') ~= nil end, 20)
  local pos = vim.api.nvim_win_get_cursor(0)
  return vim.api.nvim_buf_get_name(0):match('000%.cable$') and pos[1] == 23, vim.fn.fnamemodify(vim.api.nvim_buf_get_name(0), ':t') .. ':' .. pos[1] .. ':' .. pos[2]
end)
check('definition: jumped-to .cable is attached', function()
  return vim.lsp.buf_is_attached(0, client_id)
end)
vim.cmd('buffer ' .. b1)
check('definition: ref B in the text', function()
  local line = vim.api.nvim_buf_get_lines(b1, 38, 39, false)[1]
  local col = line:find('ref B', 1, true)
  vim.api.nvim_win_set_cursor(0, { 39, col + 3 })
  vim.lsp.buf.definition()
  return vim.wait(60000, function() return vim.api.nvim_buf_get_name(0):match('000%.cable$') ~= nil end, 20)
end)
vim.cmd('buffer ' .. b2)
check('positions: behind a pilcrow (2 bytes, 1 unit)', function()
  -- the finding is the first 1 of ¶11. : bytes 2 to 3, UTF-16 units 1 to 2
  for _, d in ipairs(vim.diagnostic.get(b2, { lnum = 37 })) do return d.col == 2 and d.end_col == 3, d.col .. '-' .. (d.end_col or '?') end
  return false, 'no finding'
end)

-- 5. references ---------------------------------------------------------------------------------------------------------------
check('references: who cites 07MUSCAT73', function()
  local buf0 = vim.fn.bufnr(ws .. '/000.cable')
  local r = request(buf0, 'textDocument/references', at(buf0, 22, 0, { context = { includeDeclaration = true } }))
  local out = {}
  for _, l in ipairs(r or {}) do table.insert(out, vim.fn.fnamemodify(vim.uri_to_fname(l.uri), ':t') .. ':' .. (l.range.start.line + 1)) end
  return r and #r >= 2, table.concat(out, ' ')
end)
check('references: quickfix list by vim.lsp.buf.references', function()
  vim.cmd('buffer ' .. vim.fn.bufnr(ws .. '/000.cable'))
  vim.api.nvim_win_set_cursor(0, { 23, 0 })
  vim.fn.setqflist({})
  vim.lsp.buf.references()
  vim.wait(60000, function() return #vim.fn.getqflist() > 0 end, 20)
  local q = vim.fn.getqflist()
  vim.cmd('cclose')
  return #q > 0, #q .. ' entries'
end)

-- 6. hover ---------------------------------------------------------------------------------------------------------------------
vim.cmd('buffer ' .. b1)
check('hover: a reference', function()
  local r = request(b1, 'textDocument/hover', at(b1, 27, 8))
  local text = r and r.contents and r.contents.value or ''
  info('hover kind ' .. tostring(r and r.contents.kind) .. ': ' .. text:gsub('\n', '\\n'):sub(1, 400))
  return text:find('07MUSCAT73', 1, true) ~= nil
end)
check('hover: float opens', function()
  vim.api.nvim_win_set_cursor(0, { 28, 8 })
  vim.lsp.buf.hover()
  local win
  vim.wait(60000, function()
    for _, w in ipairs(vim.api.nvim_list_wins()) do if vim.api.nvim_win_get_config(w).relative ~= '' then win = w; return true end end
  end, 20)
  local lines = win and vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(win), 0, -1, false) or {}
  info('float: ' .. table.concat(lines, '\\n'):sub(1, 500))
  if win then vim.api.nvim_win_close(win, true) end
  return win ~= nil
end)

-- 7. outline, folding, highlight, tokens, lenses, hints, selection, links -----------------------------------------------------------
check('symbols: outline', function()
  local r = request(b1, 'textDocument/documentSymbol', { textDocument = { uri = vim.uri_from_bufnr(b1) } })
  local items = vim.lsp.util.symbols_to_items(r, b1)
  return #items >= 8, #items .. ' items'
end)
check('folding', function()
  local r = request(b2, 'textDocument/foldingRange', { textDocument = { uri = vim.uri_from_bufnr(b2) } })
  return r and #r > 5, r and #r .. ' folds'
end)
check('highlight', function()
  local r = request(b1, 'textDocument/documentHighlight', at(b1, 27, 8))
  return r and #r == 2, r and #r
end)
check('semantic tokens: asked for', function()
  local r = request(b1, 'textDocument/semanticTokens/full', { textDocument = { uri = vim.uri_from_bufnr(b1) } })
  return r and #r.data > 0 and #r.data % 5 == 0, r and #r.data / 5 .. ' tokens'
end)
if vim.lsp.semantic_tokens then
  check('semantic tokens: highlighted by the editor', function()
    vim.lsp.semantic_tokens.start(b1, client_id)
    local ns, marks
    vim.wait(60000, function()
      for name, id in pairs(vim.api.nvim_get_namespaces()) do
        if name:match('semantic_tokens') then
          marks = vim.api.nvim_buf_get_extmarks(b1, id, 0, -1, { details = true })
          if #marks > 0 then return true end
        end
      end
      vim.cmd('redraw')
    end, 50)
    local groups = {}
    for _, m in ipairs(marks or {}) do if m[4].hl_group then groups[m[4].hl_group] = true end end
    return marks and #marks > 0, (marks and #marks or 0) .. ' marks: ' .. table.concat(vim.tbl_keys(groups), ' ')
  end)
end
if vim.lsp.inlay_hint then
  check('inlay hints: shown', function()
    vim.lsp.inlay_hint.enable(true, { bufnr = b1 })
    local n
    vim.wait(60000, function() n = vim.lsp.inlay_hint.get({ bufnr = b1 }); return #n > 0 end, 50)
    local out = {}
    for _, h in ipairs(n) do table.insert(out, h.inlay_hint.position.line + 1 .. ':' .. (type(h.inlay_hint.label) == 'string' and h.inlay_hint.label or '?')) end
    return #n > 0, table.concat(out, ' | '):sub(1, 200)
  end)
else
  check('inlay hints: asked for', function()
    local r = request(b1, 'textDocument/inlayHint', { textDocument = { uri = vim.uri_from_bufnr(b1) }, range = { start = { line = 0, character = 0 }, ['end'] = { line = 44, character = 0 } } })
    return r and #r > 0, r and #r
  end)
end
check('code lens: title, and no command that the editor does not know', function()
  vim.cmd('buffer ' .. vim.fn.bufnr(ws .. '/000.cable'))
  local b0 = vim.api.nvim_get_current_buf()
  vim.lsp.codelens.refresh({ bufnr = b0 })
  local l
  vim.wait(60000, function() l = vim.lsp.codelens.get(b0); return #l > 0 and l[1].command and l[#l].command end, 50)
  if not l or #l == 0 then return false, 'none' end
  info('lens: ' .. vim.inspect(l[1]):gsub('%s+', ' '))
  vim.api.nvim_win_set_cursor(0, { l[1].range.start.line + 1, 0 })
  -- There are two on the line: a person chooses one.
  vim.ui.select = function(items, _, choose) choose(items[1]) end
  local messages = {}
  local notify = vim.notify
  vim.notify = function(m) table.insert(messages, m) end
  local ok, err = pcall(vim.lsp.codelens.run)
  vim.wait(300)
  vim.notify = notify
  return ok and #messages == 0, tostring(err) .. ' ' .. table.concat(messages, ' / ')
end)
vim.cmd('buffer ' .. b1)
check('document links', function()
  local c = client()
  local r = request(b1, 'textDocument/documentLink', { textDocument = { uri = vim.uri_from_bufnr(b1) } })
  return r and #r > 0, (r and #r or 'nil') .. ' static capability: ' .. tostring((c.server_capabilities or c.resolved_capabilities).documentLinkProvider ~= nil)
end)
check('selection range', function()
  local r = request(b1, 'textDocument/selectionRange', { textDocument = { uri = vim.uri_from_bufnr(b1) }, positions = { { line = 38, character = 60 } } })
  return r and r[1] and r[1].parent ~= nil
end)
check('call hierarchy: incoming', function()
  local b0 = vim.fn.bufnr(ws .. '/000.cable')
  local items = request(b0, 'textDocument/prepareCallHierarchy', at(b0, 22, 0))
  local r = items and items[1] and request(b0, 'callHierarchy/incomingCalls', { item = items[1] })
  return r and #r > 0, r and (#r .. ' from ' .. r[1].from.name)
end)
check('call hierarchy: by vim.lsp.buf.incoming_calls', function()
  vim.cmd('buffer ' .. vim.fn.bufnr(ws .. '/000.cable'))
  vim.api.nvim_win_set_cursor(0, { 23, 0 })
  vim.fn.setqflist({})
  vim.lsp.buf.incoming_calls()
  vim.wait(60000, function() return #vim.fn.getqflist() > 0 end, 20)
  vim.cmd('cclose')
  return #vim.fn.getqflist() > 0, #vim.fn.getqflist() .. ' entries'
end)

-- 8. completion ------------------------------------------------------------------------------------------------------------------
vim.cmd('buffer ' .. b2)
check('completion: TAGS through omnifunc', function()
  vim.api.nvim_buf_set_lines(b2, 26, 27, false, { 'TAGS: PARM PREL PTER MASS KNNP M' })
  vim.wait(200)
  local r = request(b2, 'textDocument/completion', at(b2, 26, 32))
  local items = r and (r.items or r) or {}
  local labels = {}
  for i = 1, math.min(5, #items) do labels[i] = items[i].label end
  local out = vim.lsp.util.text_document_completion_list_to_complete_items and vim.lsp.util.text_document_completion_list_to_complete_items(r, 'M') or {}
  vim.api.nvim_buf_set_lines(b2, 26, 27, false, { 'TAGS: PARM PREL PTER MASS KNNP MU  ' })
  return #items > 3, #items .. ' items: ' .. table.concat(labels, ' ') .. '; first word ' .. (out[1] and out[1].word or '-')
end)

-- 9. code action applied --------------------------------------------------------------------------------------------------------------
check('code action: Write SSSSS, applied', function()
  vim.wait(300)
  vim.api.nvim_win_set_cursor(0, { 7, 5 })
  local before = vim.api.nvim_buf_get_lines(b2, 0, -1, false)
  local diags = {}
  for _, d in ipairs(vim.diagnostic.get(b2, { lnum = 6 })) do
    table.insert(diags, d.user_data and d.user_data.lsp and d.user_data.lsp.range and d.user_data.lsp or { range = { start = { line = d.lnum, character = d.col }, ['end'] = { line = d.end_lnum, character = d.end_col } }, message = d.message, code = d.code, severity = d.severity })
  end
  local r = request(b2, 'textDocument/codeAction', { textDocument = { uri = vim.uri_from_bufnr(b2) }, range = { start = { line = 6, character = 5 }, ['end'] = { line = 6, character = 5 } }, context = { diagnostics = diags } })
  local titles, wanted = {}, nil
  for _, a in ipairs(r or {}) do table.insert(titles, a.title); if a.title:find('SSSSS', 1, true) then wanted = wanted or a end end
  info('code actions: ' .. table.concat(titles, ' | '))
  if not wanted then return false, 'none' end
  vim.lsp.util.apply_workspace_edit(wanted.edit, client().offset_encoding or 'utf-16')
  local after = vim.api.nvim_buf_get_lines(b2, 0, -1, false)
  local changed = {}
  for i, l in ipairs(after) do if l ~= before[i] then table.insert(changed, i .. ':' .. l) end end
  local gone = vim.wait(60000, function() return #vim.diagnostic.get(b2, { lnum = 6 }) == 0 end, 50)
  return #after == #before and #changed == 1 and after[7] == 'ZNY SSSSS ZZH  ' and gone, table.concat(changed, ' | ')
end)
check('command reftel.normalise', function()
  local ok, err = pcall(request, b2, 'workspace/executeCommand', { command = 'reftel.normalise', arguments = { vim.uri_from_bufnr(b2) } })
  vim.wait(60000, function() return vim.api.nvim_buf_get_lines(b2, 37, 38, false)[1]:match('^¶1%.') ~= nil end, 50)
  return ok and vim.api.nvim_buf_get_lines(b2, 37, 38, false)[1]:match('^¶1%.') ~= nil, tostring(err) .. ' ' .. vim.api.nvim_buf_get_lines(b2, 37, 38, false)[1]:sub(1, 12)
end)
check('command reftel.ignore', function()
  local ok, r = pcall(request, b2, 'workspace/executeCommand', { command = 'reftel.ignore', arguments = { vim.uri_from_bufnr(b2), 'routing-indicator-unknown' } })
  vim.wait(1500)
  local found = {}
  for _, b in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_get_name(b):match('reftel%.json$') then found = vim.api.nvim_buf_get_lines(b, 0, -1, false) end end
  return ok and (#found > 1 or r == false), tostring(r and vim.inspect(r)) .. ' ' .. table.concat(found, ' '):sub(1, 160)
end)
check('rename and formatting are not offered', function()
  local c = client()
  local caps = c.server_capabilities or {}
  return caps.renameProvider == nil and caps.documentFormattingProvider == nil
end)

-- 10. shutdown ---------------------------------------------------------------------------------------------------------------------------
check('shutdown: server ends by itself with 0', function()
  vim.lsp.stop_client(client_id)
  local ok = vim.wait(60000, function() return exited ~= nil end, 20)
  return ok and exited.code == 0, exited and (exited.code .. '/' .. exited.signal) or 'still runs'
end)
end
local ok, err = xpcall(main, debug.traceback)
if not ok then say(false, 'script', err) end
vim.cmd(failed == 0 and 'qall!' or 'cquit 1')
