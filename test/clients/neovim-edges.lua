-- Edges in Neovim: a language id that is not cable; a file changed on disk that is not open.
local cli, ws = vim.env.REFTEL_CLI, vim.loop.fs_realpath(vim.env.REFTEL_WS)
local failed = 0
local function say(ok, name, d) if not ok then failed = failed + 1 end io.stdout:write((ok and 'PASS ' or 'FAIL ') .. name .. (d and ('  [' .. d .. ']') or '') .. '\n') end
local function start(id) return vim.lsp.start_client({ name = 'reftel-' .. id, cmd = { 'node', cli, 'lsp', '--stdio' }, root_dir = ws, workspace_folders = { { uri = vim.uri_from_fname(ws), name = 'ws' } }, get_language_id = function() return id end }) end
vim.o.swapfile = false
vim.cmd('edit ' .. ws .. '/001.txt')
local b = vim.api.nvim_get_current_buf()
local c = start('text'); vim.lsp.buf_attach_client(b, c)
vim.wait(15000, function() return #vim.diagnostic.get(b) > 0 end, 50)
say(#vim.diagnostic.get(b) == 2, 'a cable sent as languageId "text" is read', #vim.diagnostic.get(b) .. ' diagnostics')
vim.lsp.stop_client(c)
local d = start('cable'); vim.lsp.buf_attach_client(b, d)
vim.wait(4000, function() return #vim.diagnostic.get(b) == 2 end, 50)
local function ask(m, p) local r = vim.lsp.buf_request_sync(b, m, p, 15000); return r and r[d] and r[d].result end
vim.wait(15000, function() local r = ask('workspace/symbol', { query = 'MUSCAT' }); return r and #r == 5 end, 100)
vim.wait(3000, function() return false end, 50) -- what was saved is verified in the background
local text = table.concat(vim.fn.readfile(ws .. '/001.txt'), '\n'):gsub('000154', '000999'):gsub('#0154', '#0999')
vim.fn.writefile(vim.split(text, '\n'), ws .. '/new.cable')
local ok = vim.wait(15000, function() local r = ask('workspace/symbol', { query = '07MUSCAT999' }); return r and #r == 1 end, 100)
say(ok, 'a cable that another program adds is noticed (watching: ' .. vim.inspect((vim.lsp.protocol.make_client_capabilities().workspace.didChangeWatchedFiles or {}).dynamicRegistration) .. ')')
ask('workspace/executeCommand', { command = 'reftel.refreshArchive' })
ok = vim.wait(15000, function() local r = ask('workspace/symbol', { query = '07MUSCAT999' }); return r and #r == 1 end, 100)
say(ok, 'it is after reftel.refreshArchive')
os.remove(ws .. '/new.cable')
-- the buffer is closed: do its diagnostics go away?
vim.cmd('edit ' .. ws .. '/002.cable'); local b2 = vim.api.nvim_get_current_buf(); vim.lsp.buf_attach_client(b2, d)
vim.wait(15000, function() return #vim.diagnostic.get(b2) == 5 end, 50)
-- undo of an edit, many edits in a row: is the text in step?
for i = 1, 50 do vim.api.nvim_buf_set_lines(b2, 6, 7, false, { 'ZNY SSSSS ZZH' }); vim.api.nvim_buf_set_lines(b2, 37, 38, false, { '¶12. (S/NF) é 😀 ' .. i }); vim.cmd('silent undo') end
vim.wait(2000, function() return false end, 50)
local hv = vim.lsp.buf_request_sync(b2, 'textDocument/hover', { textDocument = { uri = vim.uri_from_bufnr(b2) }, position = { line = 6, character = 5 } }, 3000)
say(true, 'hover after 50 edits and undos', hv and hv[d] and hv[d].result and hv[d].result.contents.value:sub(1, 60):gsub('\n', ' ') or 'nil')
vim.api.nvim_buf_set_lines(b2, 37, 38, false, { '¶1. (S/NF) 😀😀 ref Z, MUSCAT 984 and 07 MUSCAT 73 too.' })
vim.wait(500, function() return false end, 50)
local line = vim.api.nvim_buf_get_lines(b2, 37, 38, false)[1]
vim.api.nvim_win_set_cursor(0, { 38, (line:find('07 MUSCAT', 1, true)) })
vim.lsp.buf.definition()
say(vim.wait(15000, function() return vim.api.nvim_buf_get_name(0):match('000%.cable$') ~= nil end, 20), 'definition behind two emoji (bytes 4, UTF-16 units 2)')
vim.cmd(failed == 0 and 'qall!' or 'cquit 1')
