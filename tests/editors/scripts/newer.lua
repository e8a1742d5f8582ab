--- What newer versions of Neovim are given, where only an old one is at hand.
local it = dofile(vim.env.SCRIPTS .. '/seen.lua')

vim.lsp.config = function(name, given)
  it.seen.config = { name = name, cmd = given.cmd, filetypes = given.filetypes }
end
vim.lsp.enable = function(name)
  it.seen.enabled = name
end
require('appeal-lint').setup({ cmd = 'appeal-lint' })
vim.lsp.config, vim.lsp.enable = nil, nil
vim.lsp.start = function(given, options)
  it.seen.started = { cmd = given.cmd, root = given.root_dir, buffer = options.bufnr }
end
require('appeal-lint').setup({})

it.run(function()
  vim.cmd('edit ' .. vim.env.LETTER)
  it.seen.buffer = vim.api.nvim_get_current_buf()
end)
