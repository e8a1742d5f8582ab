local it = dofile(vim.env.SCRIPTS .. '/seen.lua')
local seen = it.seen

require('appeal-lint').setup({ settings = { debounce = 0 } })

--- Return the promise that is underlined, if there is any.
local function promise()
  for _, one in ipairs(vim.diagnostic.get(0)) do
    if one.code == 'future-promise' then
      return one
    end
  end
end

local function words(one)
  return vim.api.nvim_buf_get_lines(0, one.lnum, one.lnum + 1, true)[1]:sub(one.col + 1, one.end_col)
end

--- Ask for what can be done about the promise, and take what begins with some words.
local function act(begins)
  local titles, done = {}, false
  vim.ui.select = function(items, options, choose)
    for _, item in ipairs(items) do
      local title = options.format_item(item)
      table.insert(titles, title)
    end
    for at, title in ipairs(titles) do
      if vim.startswith(title, begins) then
        choose(items[at], at)
      end
    end
    done = true
  end
  local at = promise()
  vim.api.nvim_win_set_cursor(0, { at.lnum + 1, at.col })
  vim.lsp.buf.code_action()
  it.wait('a choice of actions', function() return done end)
  return titles
end

it.run(function()
  vim.cmd('edit ' .. vim.env.LETTER)
  it.wait('diagnostics', promise)
  seen.underlined = words(promise())
  seen.severity = promise().severity

  vim.api.nvim_buf_set_lines(0, 2, 3, true, { 'Thank you. We have hired two inspectors, on 3 May.' })
  it.wait('the promise to go', function()
    return #vim.diagnostic.get(0) > 0 and not promise()
  end)
  vim.cmd('undo')
  it.wait('the promise to come back', promise)

  seen.actions = act('If this is done already')
  it.wait('the rewrite', function()
    seen.rewritten = vim.api.nvim_buf_get_lines(0, 2, 3, true)[1]
    return seen.rewritten:find('already') ~= nil
  end)
  it.wait('the promise to go', function() return not promise() end)
  vim.cmd('undo')
  it.wait('the promise to come back', promise)

  act('Ignore this here (future-promise)')
  it.wait('the promise to be ignored', function() return not promise() end)
  seen.text = vim.api.nvim_buf_get_lines(0, 2, 3, true)[1]
  seen.disk = vim.fn.readfile(vim.env.LETTER)[3]
end)
