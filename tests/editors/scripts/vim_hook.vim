" What a save does with a letter, as JSON.
let s:seen = {'why': ''}
execute 'edit' fnameescape($LETTER)
call setline(1, 'Dear Team,')
try
  write
catch
  let s:seen.why = v:exception
endtry
let s:seen.disk = readfile($LETTER)[0]
let s:seen.modified = &modified
if $LATE !=# ''
  let s:end = localtime() + 120
  while empty(getqflist()) && localtime() < s:end
    sleep 100m
  endwhile
endif
let s:seen.list = map(getqflist(), {_, one -> [toupper(one.type), one.lnum,
      \ strpart(getbufline(one.bufnr, one.lnum)[0], one.col - 1), one.text]})
write!
let s:seen.forced = readfile($LETTER)[0]
let s:seen.told = split(execute('messages'), "\n")
call writefile([json_encode(s:seen)], $SEEN)
qall!
