" Shared by vim-lsp.vim and vim-ale.vim. Environment: REFTEL_CLI, REFTEL_EDITORS, REFTEL_WS, REFTEL_OUT (a file for the PASS/FAIL lines).
set nocompatible hidden noswapfile nobackup nowritebackup nomore encoding=utf-8 shortmess+=A omnifunc=
let g:failed = 0
let g:ws = resolve($REFTEL_WS)
function! Say(ok, name, ...) abort
  if !a:ok | let g:failed += 1 | endif
  call writefile([(a:ok ? 'PASS ' : 'FAIL ') . a:name . (a:0 ? '  [' . a:1 . ']' : '')], $REFTEL_OUT, 'a')
endfunction
function! Info(text) abort
  call writefile(['INFO ' . a:text], $REFTEL_OUT, 'a')
endfunction
function! WaitFor(expr, seconds) abort
  let l:end = reltimefloat(reltime()) + max([60, a:seconds])
  while reltimefloat(reltime()) < l:end
    try
      if type(a:expr) == v:t_func ? a:expr() : eval(a:expr) | return 1 | endif
    catch
      let g:wait_error = v:exception
    endtry
    sleep 50m
  endwhile
  return 0
endfunction
function! Finish() abort
  if g:failed | cquit | else | qall! | endif
endfunction
let g:reftel_command = ['node', $REFTEL_CLI, 'lsp', '--stdio']
let g:reftel_options = {'cacheDir': $REFTEL_CACHE}
exe 'source' $REFTEL_EDITORS . '/cable.vim'
filetype plugin on
