-- US diplomatic cables in Neovim 0.7 and later, without plugins: put this file into ~/.config/nvim/lua as reftel.lua, and
--   require('reftel').setup()
-- into init.lua. Options: cmd (the command that starts the server), cache_dir.
local M = {}

--- Whether the text of a buffer is a cable: a line of its header stands near the start.
function M.is_cable(buffer)
  for _, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, 60, false)) do
    if line:match('^VZCZC') or line:match('^ZNY ') or line:match('^FM %u') then return true end
  end
  return false
end

function M.setup(options)
  options = options or {}
  local clients = {}

  -- Before 0.8 types of files in Lua are not the default.
  if vim.fn.has('nvim-0.8') == 0 then
    vim.g.do_filetype_lua = 1
    vim.g.did_load_filetypes = nil
  end
  vim.filetype.add({
    extension = {
      cable = 'cable',
      txt = function(_, buffer) return M.is_cable(buffer) and 'cable' or 'text' end,
    },
  })

  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'cable',
    callback = function(event)
      local root = options.root_dir or vim.fn.getcwd()
      clients[root] = clients[root] or vim.lsp.start_client({
        name = 'reftel',
        cmd = options.cmd or { 'reftel', 'lsp', '--stdio' },
        root_dir = root,
        workspace_folders = { { uri = vim.uri_from_fname(root), name = 'cables' } },
        -- Neovim has no grammar for cables: semantic tokens colour everything.
        init_options = { cacheDir = options.cache_dir, semanticTokens = 'full' },
        get_language_id = function() return 'cable' end,
        on_exit = function(code, signal)
          clients[root] = nil
          if options.on_exit then options.on_exit(code, signal) end
        end,
      })
      vim.lsp.buf_attach_client(event.buf, clients[root])
      if options.on_attach then options.on_attach(clients[root], event.buf) end
    end,
  })
end

return M
