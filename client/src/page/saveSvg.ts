import { window, workspace } from 'vscode';
import { standalone } from '../timeline/style';

/** Asks where to, and writes a picture as a file of its own. */
export async function saveSvg(name: string, svg: string): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    ...(folder && { defaultUri: folder.with({ path: `${folder.path}/${name}.svg` }) }),
    filters: { SVG: ['svg'] },
  });
  if (target) await workspace.fs.writeFile(target, new TextEncoder().encode(standalone(svg)));
}
