" What :make puts into the quickfix list, as JSON.
execute 'edit' fnameescape($LETTER)
compiler appeal_lint
silent make!
let s:list = map(filter(getqflist(), 'v:val.valid'), {_, one -> [toupper(one.type), one.lnum,
      \ strpart(getbufline(one.bufnr, one.lnum)[0], one.col - 1), one.text]})
call writefile([json_encode(s:list)], $SEEN)
qall!
