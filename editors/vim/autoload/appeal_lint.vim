" What appeal-lint does in Vim.

" The errorformat of the findings; every other line is left out.
let s:format = '%f:%l:%c: %trror %m,%f:%l:%c: %tarning %m,%f:%l:%c: %tnfo %m,%-G%.%#'
" Milliseconds between two looks whether the report is there, and how often to look.
let s:pause = 500
let s:looks = 240

function! s:setting(name, otherwise) abort
  return get(b:, 'appeal_lint_' . a:name, get(g:, 'appeal_lint_' . a:name, a:otherwise))
endfunction

" Check the letter that is about to be written. A thrown exception keeps it from being written.
function! appeal_lint#before_write() abort
  let l:mode = s:setting('hook', 'off')
  if l:mode ==# 'off' || v:cmdbang || &buftype !=# ''
    return
  endif
  if !executable(s:setting('command', 'appeal-lint'))
    echomsg 'appeal-lint: the command is not found. The save goes on without the check.'
    return
  endif
  if !exists('s:report')
    let s:report = tempname()
  endif
  " The name of the letter, not that of the file: with :w NAME they differ.
  let l:command = [s:setting('command', 'appeal-lint'), 'hook', '--mode', l:mode,
        \ '--limit', string(s:setting('limit', 1.0)), '--report-file', s:report,
        \ '--stdin-filename', expand('%:p')]
  if s:setting('warm', 1)
    call add(l:command, '--warm')
  endif
  let l:lines = s:run(join(map(l:command, 'shellescape(v:val)'), ' '))
  let l:status = v:shell_error
  let l:faults = filter(copy(l:lines), 'v:val =~# "^appeal-lint: "')
  let l:lines = filter(l:lines, 'v:val !~# "^appeal-lint: "')
  if !empty(l:lines)
    call s:show(l:lines)
  else
    call s:wait()
  endif
  for l:fault in l:faults
    echomsg l:fault
  endfor
  " Only this status means "do not save"; whatever else goes wrong must not cost a save.
  if l:mode ==# 'refuse' && l:status == 1 && !empty(l:lines)
    throw 'appeal-lint: not saved, since the letter is not ready. :copen shows why, :w! saves it.'
  endif
endfunction

" Return what a command says of the text in this buffer, in lines.
function! s:run(command) abort
  return split(system(a:command, join(getline(1, '$'), "\n") . "\n"), "\r\\?\n")
endfunction

" Put the findings into the quickfix list, and say the verdict.
function! s:show(lines) abort
  call setqflist([], ' ', {'title': 'appeal-lint', 'lines': a:lines, 'efm': s:format})
  call appeal_lint#bytes()
  echomsg a:lines[-1]
endfunction

" Turn columns that count characters into those that count bytes, in the quickfix list.
function! appeal_lint#bytes() abort
  let l:list = getqflist()
  for l:one in l:list
    if l:one.valid && l:one.bufnr && l:one.lnum
      let l:one.col = appeal_lint#byte(l:one.bufnr, l:one.lnum, l:one.col)
    endif
  endfor
  call setqflist([], 'r', {'items': l:list})
endfunction

" Return the byte (from 1) at which the character of a number (from 1) begins.
function! appeal_lint#byte(buffer, line, column) abort
  let l:text = get(getbufline(a:buffer, a:line), 0, '')
  let l:at = byteidx(l:text, a:column - 1)
  return l:at < 0 ? a:column : l:at + 1
endfunction

function! s:wait() abort
  let s:left = s:looks
  if has('timers')
    call timer_start(s:pause, 'appeal_lint#follow')
  endif
endfunction

" Show the report that was not there in time; :AppealLintReport does it too.
function! appeal_lint#follow(timer) abort
  if exists('s:report') && filereadable(s:report)
    let l:lines = readfile(s:report)
    call delete(s:report)
    if !empty(l:lines)
      call s:show(l:lines)
    endif
  elseif a:timer && s:left > 0
    let s:left -= 1
    call timer_start(s:pause, 'appeal_lint#follow')
  elseif !a:timer
    echomsg 'appeal-lint: there is no report yet.'
  endif
endfunction
