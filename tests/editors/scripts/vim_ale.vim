" What ALE finds in a letter that is not saved, as JSON.
let g:ale_linters_explicit = 1
let g:ale_linters = {'text': ['appeal_lint'], 'markdown': ['appeal_lint']}
set runtimepath^=$ALE
runtime! plugin/ale.vim
filetype on
execute 'edit' fnameescape($LETTER)
call setline(1, 'Dear Team,')
ALELint
let s:end = localtime() + 120
while empty(ale#engine#GetLoclist(bufnr(''))) && localtime() < s:end
  sleep 100m
endwhile
let s:found = map(copy(ale#engine#GetLoclist(bufnr(''))), {_, one -> [one.type, one.lnum,
      \ strpart(getline(one.lnum), one.col - 1), one.code]})
call writefile([json_encode(s:found)], $SEEN)
qall!
