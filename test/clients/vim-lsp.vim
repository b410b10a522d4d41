" vim-lsp: vim -N -u NONE -i NONE -n -es -S vim-lsp.vim ; PLUG_VIM_LSP is the folder of the plugin
exe 'source' expand('<sfile>:h') . '/common.vim'
exe 'set runtimepath^=' . $PLUG_VIM_LSP
runtime plugin/lsp.vim
let g:lsp_diagnostics_enabled = 1
let g:lsp_semantic_enabled = 1
let g:lsp_inlay_hints_enabled = 0
let g:lsp_preview_float = 1
exe 'cd' g:ws
call lsp#enable()
exe 'edit' g:ws . '/notes.txt'
call Say(&ft ==# 'text' || &ft ==# '', 'filetype: plain text stays text', &ft)
exe 'edit' g:ws . '/002.cable'
call Say(&ft ==# 'cable', 'filetype: .cable by extension', &ft)
let g:b2 = bufnr()
exe 'edit' g:ws . '/001.txt'
call Say(&ft ==# 'cable', 'filetype: .txt by content', &ft)
let g:b1 = bufnr()
call Say(WaitFor('lsp#get_server_status("reftel") ==# "running"', 10), 'start', lsp#get_server_status('reftel'))
function! Diags(b) abort
  let l:all = lsp#internal#diagnostics#state#_get_all_diagnostics_grouped_by_server_for_uri(lsp#utils#get_buffer_uri(a:b))
  return has_key(l:all, 'reftel') ? l:all['reftel']['params']['diagnostics'] : []
endfunction
call Say(WaitFor({-> len(Diags(g:b1)) == 2 && len(Diags(g:b2)) == 5}, 10), 'diagnostics', len(Diags(g:b1)) . ' ' . len(Diags(g:b2)))
function! Ask(method, params) abort
  let l:box = {}
  call lsp#send_request('reftel', {'method': a:method, 'params': a:params, 'sync': 1, 'sync_timeout': 5000, 'on_notification': {d -> extend(l:box, {'r': d})}})
  call WaitFor({-> has_key(l:box, 'r')}, 5)
  return get(get(l:box, 'r', {}), 'response', {})
endfunction
call Say(WaitFor({-> len(get(Ask('workspace/symbol', {'query': 'MUSCAT'}), 'result', [])) == 5}, 10), 'workspace symbols')
function! Definition() abort
  exe 'buffer' g:b1
  call cursor(28, 10)
  LspDefinition
  return WaitFor({-> expand('%:t') ==# '000.cable'}, 5)
endfunction
call Say(Definition(), 'definition: LspDefinition', expand('%:t') . ':' . line('.'))
let g:b0 = bufnr(g:ws . '/000.cable')
exe 'buffer' g:b0
call cursor(23, 1)
call setqflist([])
LspReferences
call Say(WaitFor({-> len(getqflist()) > 0}, 5), 'references: LspReferences', len(getqflist()))
cclose
exe 'buffer' g:b1
call cursor(28, 10)
let g:hover = Ask('textDocument/hover', {'textDocument': lsp#get_text_document_identifier(g:b1), 'position': lsp#get_position()})
call Say(string(g:hover) =~# '07MUSCAT73', 'hover', strpart(string(get(g:hover, 'result', {})), 0, 160))
call setqflist([]) | call setloclist(0, [])
LspDocumentSymbol
call Say(WaitFor({-> len(getqflist()) + len(getloclist(0)) > 3}, 5), 'symbols: LspDocumentSymbol', len(getqflist()) + len(getloclist(0)))
cclose | lclose
exe 'buffer' g:b2
call Say(len(get(Ask('textDocument/foldingRange', {'textDocument': lsp#get_text_document_identifier(g:b2)}), 'result', [])) > 5, 'folding: asked for')
setlocal foldmethod=expr foldexpr=lsp#ui#vim#folding#foldexpr()
LspFold
call Say(WaitFor({-> foldlevel(50) > 0}, 5), 'folding: LspFold', 'foldlevel of line 50: ' . foldlevel(50))
set foldmethod=manual
exe 'buffer' g:b1
if exists('*prop_list')
  doautocmd TextChanged
  call Say(WaitFor({-> len(filter(range(1, line('$')), {i, l -> len(filter(prop_list(l), {j, p -> get(p, 'type', '') =~? 'semantic'})) > 0})) > 0}, 8), 'semantic tokens: text properties', string(uniq(sort(map(filter(prop_list(28), {j, p -> get(p, 'type', '') =~? 'semantic'}), {j, p -> p.type})))))
endif
exe 'buffer' g:b2
call setline(27, 'TAGS: PARM PREL PTER MASS KNNP M')
call cursor(27, 33)
doautocmd TextChanged
sleep 800m
let g:c = get(Ask('textDocument/completion', {'textDocument': lsp#get_text_document_identifier(g:b2), 'position': {'line': 26, 'character': 32}}), 'result', {})
call Say(type(g:c) == v:t_dict && len(get(g:c, 'items', [])) > 3, 'completion', type(g:c) == v:t_dict ? join(map(get(g:c, 'items', [])[0:4], {i, x -> x.label}), ' ') : string(g:c))
call setline(27, 'TAGS: PARM PREL PTER MASS KNNP MU  ')
doautocmd TextChanged
sleep 800m
call cursor(7, 6)
let g:before = getline(1, '$')
let g:acts = get(Ask('textDocument/codeAction', {'textDocument': lsp#get_text_document_identifier(g:b2), 'range': {'start': {'line': 6, 'character': 5}, 'end': {'line': 6, 'character': 5}}, 'context': {'diagnostics': filter(copy(Diags(g:b2)), {i, d -> d.range.start.line == 6})}}), 'result', [])
call Info('code actions: ' . join(map(copy(g:acts), {i, a -> a.title}), ' | '))
try
  call lsp#ui#vim#code_action#do({'sync': v:true, 'selection': v:false, 'query': 'quickfix', 'ui': 'float'})
catch
  call Info('code_action#do: ' . v:exception)
endtry
sleep 300m
let g:act = get(filter(copy(g:acts), {i, a -> a.title =~# 'SSSSS'}), 0, {})
if !empty(g:act) && getline(7) !=# 'ZNY SSSSS ZZH  '
  call lsp#utils#workspace_edit#apply_workspace_edit(g:act.edit)
endif
call Say(getline(7) ==# 'ZNY SSSSS ZZH  ' && line('$') == len(g:before) && len(filter(range(1, line('$')), {i, l -> getline(l) !=# g:before[l - 1]})) == 1, 'code action applied', getline(7))
sleep 800m
call Ask('workspace/executeCommand', {'command': 'reftel.normalise', 'arguments': [lsp#utils#get_buffer_uri(g:b2)]})
call Say(WaitFor({-> getbufline(g:b2, 38)[0] =~# '^¶1\. '}, 5), 'command reftel.normalise', strpart(getbufline(g:b2, 38)[0], 0, 12))
let g:caps = lsp#get_server_capabilities('reftel')
call Say(!has_key(g:caps, 'renameProvider') && !has_key(g:caps, 'documentFormattingProvider'), 'rename and formatting: not offered')
exe 'buffer' g:b0
LspCodeLens
sleep 500m
let g:it = get(Ask('textDocument/prepareCallHierarchy', {'textDocument': lsp#get_text_document_identifier(g:b0), 'position': {'line': 22, 'character': 0}}), 'result', [])
call Say(len(g:it) == 1 && len(get(Ask('callHierarchy/incomingCalls', {'item': g:it[0]}), 'result', [])) == 1, 'call hierarchy')
call lsp#stop_server('reftel')
call Say(WaitFor({-> lsp#get_server_status('reftel') ==# 'exited' || lsp#get_server_status('reftel') ==# 'not running'}, 5), 'shutdown', lsp#get_server_status('reftel'))
call Finish()
