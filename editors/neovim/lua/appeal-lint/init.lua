--- appeal-lint in Neovim: findings while you write, and a check before each save.
local M = {}

M.defaults = {
  --- What starts appeal-lint: a list, so that a path may have blanks.
  cmd = { 'appeal-lint' },
  --- Which files are letters, as in `:help autocmd-pattern`.
  pattern = { '*.txt', '*.md' },
  --- Whether findings are shown while you write (the language server).
  server = true,
  --- Settings of the language server: when to check, and how many milliseconds to wait.
  settings = { check = 'typing', debounce = 400 },
  --- Before each save: 'off', 'warn' (only say so), 'refuse' (a letter that is not ready stays
  --- unsaved; `:w!` saves it all the same).
  hook = 'off',
  --- How many seconds a save waits for the hook; then it goes on, and the findings follow.
  limit = 1.0,
  --- Whether the hook keeps a server in the background, so that it is quick from the second save.
  warm = true,
}

local function checked(options)
  local all = vim.tbl_extend('force', M.defaults, options or {})
  for name in pairs(options or {}) do
    if M.defaults[name] == nil then
      error('appeal-lint: there is no option "' .. tostring(name) .. '"', 3)
    end
  end
  if not vim.tbl_contains({ 'off', 'warn', 'refuse' }, all.hook) then
    error('appeal-lint: hook must be "off", "warn" or "refuse"', 3)
  end
  if type(all.cmd) == 'string' then
    all.cmd = { all.cmd }
  end
  return all
end

--- Turn it on. Call this once, in your init.lua.
--- @param options table|nil what differs from `defaults`
function M.setup(options)
  local all = checked(options)
  if vim.fn.executable(all.cmd[1]) ~= 1 then
    vim.notify('appeal-lint: the command "' .. all.cmd[1] .. '" is not found', vim.log.levels.WARN)
    return
  end
  if all.server then
    require('appeal-lint.server').setup(all)
  end
  require('appeal-lint.hook').setup(all)
end

return M
