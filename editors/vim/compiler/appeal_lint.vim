" :compiler appeal_lint, then :make checks the file, and :copen shows the findings.
if exists('current_compiler')
  finish
endif
let current_compiler = 'appeal_lint'

if exists(':CompilerSet') != 2
  command -nargs=* CompilerSet setlocal <args>
endif

CompilerSet makeprg=appeal-lint\ --format\ compact\ %:S
CompilerSet errorformat=%f:%l:%c:\ %trror\ %m,%f:%l:%c:\ %tarning\ %m,%f:%l:%c:\ %tnfo\ %m,%-G%.%#

" Vim counts bytes, appeal-lint counts characters: of an emoji or a curly quote they differ.
augroup appeal_lint_make
  autocmd!
  autocmd QuickFixCmdPost make if get(g:, 'current_compiler', get(b:, 'current_compiler', ''))
        \ ==# 'appeal_lint' | call appeal_lint#bytes() | endif
augroup END
