--- The check before a save.
local M = {}

local KINDS = { error = 'E', warning = 'W', info = 'I' }
local NOT_READY = 1

local function told(text, level)
  if text ~= '' then
    vim.notify(text, level or vim.log.levels.INFO)
  end
end

--- Return the byte (from 1) at which the character of a number (from 1) begins.
local function byte_of(buffer, line, column)
  local text = vim.api.nvim_buf_get_lines(buffer, line - 1, line, false)[1] or ''
  local found, at = pcall(vim.str_byteindex, text, column - 1)
  return (found and at or column - 1) + 1
end

--- Return the findings as entries of a list, and all other lines.
local function read(buffer, name, lines)
  local entries, others = {}, {}
  local place = '^' .. vim.pesc(name) .. ':(%d+):(%d+): (%a+) (.*)$'
  for _, line in ipairs(lines) do
    local row, column, kind, message = line:match(place)
    if KINDS[kind] then
      table.insert(entries, {
        bufnr = buffer,
        lnum = tonumber(row),
        col = byte_of(buffer, tonumber(row), tonumber(column)),
        type = KINDS[kind],
        text = message,
      })
    elseif line ~= '' then
      table.insert(others, line)
    end
  end
  return entries, others
end

--- Put what was found into the quickfix list, and say the verdict.
local function show(job)
  local entries, verdict = read(job.buffer, job.name, job.out)
  local faults = vim.tbl_filter(function(line)
    return line ~= ''
  end, job.err)
  told(table.concat(faults, '\n'), vim.log.levels.WARN)
  if #verdict == 0 then
    return
  end
  vim.fn.setqflist({}, ' ', { title = 'appeal-lint', items = entries })
  told(verdict[#verdict], #entries > 0 and vim.log.levels.WARN or nil)
end

local function text_of(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n') .. '\n'
end

--- Start the check of what stands in a buffer now.
local function start(all, buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  local job = { buffer = buffer, name = name, out = {}, err = {} }
  local cmd = vim.deepcopy(all.cmd)
  -- No limit there: it is kept here, where the findings can follow.
  vim.list_extend(cmd, { 'hook', '--mode', all.hook, '--limit', '0', '--stdin-filename', name })
  if all.warm then
    table.insert(cmd, '--warm')
  end
  local started, id = pcall(vim.fn.jobstart, cmd, {
    stdout_buffered = true,
    stderr_buffered = true,
    on_stdout = function(_, lines)
      job.out = lines
    end,
    on_stderr = function(_, lines)
      job.err = lines
    end,
    on_exit = function()
      -- A newer check of the same letter has the word.
      if job.late and M.newest[buffer] == job and vim.api.nvim_buf_is_valid(buffer) then
        show(job)
      end
    end,
  })
  if not started or id <= 0 then
    told('appeal-lint: the check cannot be started. The save goes on.', vim.log.levels.WARN)
    return nil
  end
  job.id = id
  M.newest[buffer] = job
  vim.fn.chansend(id, text_of(buffer))
  vim.fn.chanclose(id, 'stdin')
  return job
end

--- Check the letter that is about to be written.
--- @return string why it must not be written; empty where it may be
function M.before_write()
  local all, buffer = M.options, vim.api.nvim_get_current_buf()
  if all == nil or all.hook == 'off' or vim.bo[buffer].buftype ~= '' then
    return ''
  end
  local job = start(all, buffer)
  if job == nil then
    return ''
  end
  local status = vim.fn.jobwait({ job.id }, math.floor(all.limit * 1000))[1]
  if status < 0 then
    job.late = true
    told('appeal-lint: still checking. The save goes on, the findings follow.')
    return ''
  end
  show(job)
  -- Only this status means "do not save"; whatever else goes wrong must not cost a save.
  if all.hook == 'refuse' and status == NOT_READY then
    return 'appeal-lint: not saved, since the letter is not ready. :copen shows why, :w! saves it.'
  end
  return ''
end

function M.setup(all)
  M.options = all
  M.newest = {}
  vim.api.nvim_create_autocmd('BufWritePre', {
    group = vim.api.nvim_create_augroup('appeal-lint-hook', {}),
    pattern = all.pattern,
    -- An error of Lua would be shown and the file written; only an exception of Vim stops a write.
    command = 'if !v:cmdbang | let b:appeal_lint_why = '
      .. [[v:lua.require'appeal-lint.hook'.before_write()]]
      .. ' | if b:appeal_lint_why !=# "" | throw b:appeal_lint_why | endif | endif',
  })
end

return M
