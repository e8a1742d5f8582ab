" appeal-lint for ALE: checks what stands in the buffer, saved or not.
call ale#Set('appeal_lint_executable', 'appeal-lint')

function! ale_linters#text#appeal_lint#Handle(buffer, lines) abort
  let l:found = []
  for l:match in ale#util#GetMatches(a:lines, '\v^.{-}:(\d+):(\d+): (error|warning|info) (.*) \[(\S+)\]$')
    let l:line = str2nr(l:match[1])
    call add(l:found, {
          \ 'lnum': l:line,
          \ 'col': appeal_lint#byte(a:buffer, l:line, str2nr(l:match[2])),
          \ 'type': toupper(l:match[3][0]),
          \ 'text': l:match[4],
          \ 'code': l:match[5],
          \ })
  endfor
  return l:found
endfunction

call ale#linter#Define('text', {
      \ 'name': 'appeal_lint',
      \ 'executable': {buffer -> ale#Var(buffer, 'appeal_lint_executable')},
      \ 'command': '%e --format compact --fail-on never --stdin-filename %s -',
      \ 'callback': 'ale_linters#text#appeal_lint#Handle',
      \ })
