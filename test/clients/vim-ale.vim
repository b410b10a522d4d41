" ALE: vim -N -u NONE -i NONE -n -es -S vim-ale.vim ; PLUG_ALE is the folder of the plugin (Debian: vim-ale)
exe 'source' expand('<sfile>:h') . '/common.vim'
let g:ale_linters = {'cable': ['reftel']}
let g:ale_lint_delay = 50
let g:ale_set_highlights = 1
exe 'set runtimepath^=' . $PLUG_ALE
runtime plugin/ale.vim
exe 'cd' g:ws
call ReftelForAle()
exe 'edit' g:ws . '/002.cable'
let g:b2 = bufnr()
call Say(&ft ==# 'cable', 'filetype: .cable by extension', &ft)
exe 'edit' g:ws . '/001.txt'
let g:b1 = bufnr()
call Say(&ft ==# 'cable', 'filetype: .txt by content', &ft)
exe 'buffer' g:b2
ALELint
call Say(WaitFor({-> len(ale#engine#GetLoclist(g:b2)) == 5}, 10), 'diagnostics', join(map(copy(ale#engine#GetLoclist(g:b2)), {i, d -> d.lnum . ':' . d.type . ':' . get(d, 'code', '')}), ' '))
exe 'buffer' g:b1
ALELint
call Say(WaitFor({-> len(ale#engine#GetLoclist(g:b1)) == 2}, 10), 'diagnostics of a .txt', len(ale#engine#GetLoclist(g:b1)))
sleep 3
call cursor(28, 10)
ALEGoToDefinition
call Say(WaitFor({-> expand('%:t') ==# '000.cable'}, 5), 'definition: ALEGoToDefinition', expand('%:t') . ':' . line('.'))
let g:b0 = bufnr(g:ws . '/000.cable')
exe 'buffer' g:b0
call cursor(23, 1)
ALEFindReferences -quickfix
call Say(WaitFor({-> len(getqflist()) > 0}, 5), 'references: ALEFindReferences', len(getqflist()))
cclose
exe 'buffer' g:b1
call cursor(28, 10)
let g:ale_hover_to_preview = 1
ALEHover
call WaitFor({-> join(getbufline(bufnr("ALEPreviewWindow"), 1, "$"), "\n") =~# '07MUSCAT73'}, 5)
let g:hover = join(getbufline(bufnr("ALEPreviewWindow"), 1, "$"), "\n")
call Say(g:hover =~# '07MUSCAT73', 'hover: ALEHover', strpart(substitute(g:hover, '\n', '\\n', 'g'), 0, 160))
exe 'buffer' g:b2
call cursor(27, 32)
" ALECodeAction asks with inputlist(), which wants a person: not done here.
call ale#lsp_linter#ClearLSPData()
for g:id in keys(ale#lsp#GetConnections())
  call ale#lsp#Stop(g:id)
endfor
call Say(WaitFor({-> empty(ale#lsp#GetConnections())}, 5), 'shutdown')
call Finish()
