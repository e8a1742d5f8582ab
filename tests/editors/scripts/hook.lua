local it = dofile(vim.env.SCRIPTS .. '/seen.lua')
local seen = it.seen

require('appeal-lint').setup({
  server = false,
  hook = vim.env.MODE,
  limit = tonumber(vim.env.LIMIT),
  warm = vim.env.WARM ~= nil,
})

local function disk()
  return vim.fn.readfile(vim.env.LETTER)[1]
end

it.run(function()
  vim.cmd('edit ' .. vim.env.LETTER)
  vim.api.nvim_buf_set_lines(0, 0, 1, true, { 'Dear Team,' })
  local wrote, why = pcall(vim.cmd, 'write')
  seen.wrote, seen.why, seen.disk = wrote, tostring(why), disk()
  seen.modified = vim.bo.modified
  if vim.env.LATE then
    it.wait('the findings', function() return #vim.fn.getqflist() > 0 end)
  end
  seen.list = {}
  for _, one in ipairs(vim.fn.getqflist()) do
    local line = vim.api.nvim_buf_get_lines(one.bufnr, one.lnum - 1, one.lnum, true)[1]
    table.insert(seen.list, { one.type, one.lnum, line:sub(one.col), one.text })
  end
  vim.cmd('write!')
  seen.forced = disk()
end)
