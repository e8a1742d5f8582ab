--- The language server, in the way that each version of Neovim has for it.
local M = {}

local NAME = 'appeal-lint'

local function config(all)
  local cmd = vim.deepcopy(all.cmd)
  table.insert(cmd, 'lsp')
  return {
    name = NAME,
    cmd = cmd,
    settings = { appealLint = all.settings },
    init_options = { appealLint = all.settings },
  }
end

--- Start one server for all letters, and give it this buffer (Neovim before 0.8).
local function start_old(all, buffer)
  if M.client == nil or vim.lsp.get_client_by_id(M.client) == nil then
    local made = config(all)
    made.root_dir = vim.fn.getcwd()
    M.client = vim.lsp.start_client(made)
  end
  if M.client ~= nil then
    vim.lsp.buf_attach_client(buffer, M.client)
  end
end

local function start(all, buffer)
  local made = config(all)
  made.root_dir = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':p:h')
  vim.lsp.start(made, {
    bufnr = buffer,
    reuse_client = function(client)
      return client.name == NAME
    end,
  })
end

--- Let every letter that is opened have the server.
function M.setup(all)
  local begin = vim.lsp.start and start or start_old
  local function look(buffer)
    -- A help page ends in .txt too, and is no letter.
    if vim.bo[buffer].buftype == '' then
      begin(all, buffer)
    end
  end
  if vim.lsp.config ~= nil and vim.lsp.enable ~= nil then
    -- Neovim 0.11: `:checkhealth vim.lsp` and `vim.lsp.enable(name, false)` know it too.
    vim.lsp.config(NAME, vim.tbl_extend('force', config(all), {
      filetypes = { 'text', 'markdown' },
      workspace_required = false,
    }))
    vim.lsp.enable(NAME)
    return
  end
  vim.api.nvim_create_autocmd({ 'BufReadPost', 'BufNewFile', 'BufFilePost' }, {
    group = vim.api.nvim_create_augroup('appeal-lint-server', {}),
    pattern = all.pattern,
    callback = function(event)
      look(event.buf)
    end,
  })
end

return M
