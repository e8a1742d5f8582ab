--- What all scripts for Neovim need: to wait for something, and to write what was seen.
local M = { seen = { told = {} } }

vim.notify = function(text)
  table.insert(M.seen.told, text)
end

function M.wait(what, ready)
  if not vim.wait(120000, ready, 20) then
    M.seen.gave_up = what
    M.finish()
  end
end

function M.finish()
  vim.fn.writefile({ vim.fn.json_encode(M.seen) }, vim.env.SEEN)
  vim.cmd('qall!')
end

--- Run a script; whatever goes wrong in it is seen too.
function M.run(script)
  vim.schedule(function()
    local fine, fault = pcall(script)
    if not fine then
      M.seen.fault = tostring(fault)
    end
    M.finish()
  end)
end

return M
