" US diplomatic cables in Vim: put this file into ~/.vim/plugin. It says which files are cables, and starts the server with vim-lsp
" or ALE, whichever is there.
" g:reftel_command is the command that starts the server.
let g:reftel_command = get(g:, 'reftel_command', ['reftel', 'lsp', '--stdio'])
let g:reftel_options = get(g:, 'reftel_options', {})

function! s:DetectCable() abort
  for l:line in getline(1, 60)
    if l:line =~# '^\(VZCZC\|ZNY \|FM \u\)'
      setfiletype cable
      return
    endif
  endfor
endfunction

augroup reftel
  autocmd!
  autocmd BufNewFile,BufRead *.cable setfiletype cable
  autocmd BufRead *.txt call s:DetectCable()
  autocmd User lsp_setup call lsp#register_server({
    \ 'name': 'reftel',
    \ 'cmd': {_ -> g:reftel_command},
    \ 'allowlist': ['cable'],
    \ 'initialization_options': g:reftel_options,
    \ })
augroup END

" For ALE: call this after the plugin was loaded.
function! ReftelForAle() abort
  call ale#linter#Define('cable', {
    \ 'name': 'reftel',
    \ 'lsp': 'stdio',
    \ 'executable': g:reftel_command[0],
    \ 'command': join(['%e'] + map(copy(g:reftel_command[1:]), {_, word -> shellescape(word)})),
    \ 'language': 'cable',
    \ 'project_root': {_ -> getcwd()},
    \ 'initialization_options': g:reftel_options,
    \ })
endfunction
