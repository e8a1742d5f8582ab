" appeal-lint before each save. See README.md for what can be set.
if exists('g:loaded_appeal_lint') || has('nvim') || v:version < 800
  finish
endif
let g:loaded_appeal_lint = 1

augroup appeal_lint_hook
  autocmd!
  for s:pattern in get(g:, 'appeal_lint_pattern', ['*.txt', '*.md'])
    execute 'autocmd BufWritePre' s:pattern 'call appeal_lint#before_write()'
  endfor
augroup END

command! AppealLintReport call appeal_lint#follow(0)
