import { type MadeTelegram, madeTelegram } from './made';

/** A page as WikiLeaks has them: entities for line breaks, links in TAGS, a mark with a link for each paragraph. */
export function pageAround(body: string, { id = '07MUSCAT73', head = '' } = {}): string {
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html>
  <head><title>Cable Viewer</title>${head}<script>var pre = "<pre>no</pre>";</script></head>
  <body>
    <div class='main'>
      <h3>Viewing cable ${id}, HARBOUR WORKS</h3>
      <table class='cable'>
        <tr><th>Reference ID</th><th>Created</th><th>Released</th><th>Classification</th><th>Origin</th></tr>
        <tr>
          <td><a href='/cable/2007/01/${id}.html'>${id}</a></td>
          <td><a href='/date/2007-01_0.html'>2007-01-24 15:03</a></td>
          <td>2011-08-30 01:44</td>
          <td>UNCLASSIFIED</td>
          <td><a href='/origin/77_0.html'>Embassy Muscat</a></td>
        </tr>
      </table>
${body}
      <div class='footer'>Powered by a press</div>
    </div>
  </body>
</html>
`;
}

export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
export const withLinks = (text: string) =>
  escaped(text)
    .replace('PREL, MU', "<a href='/tag/PREL_0.html'>PREL</a>, <a href='/tag/MU_0.html'>MU</a>")
    .replace('¶1.', "<a id='par1' href='#par1'>&#182;</a>1.");
export const preformatted = ({ header, text }: Pick<MadeTelegram, 'header' | 'text'> = madeTelegram(73)) =>
  `      <code><pre>${escaped(header)}</pre></code>\n      <code><pre>${withLinks(text)}</pre></code>`;

/** The page of a telegram. */
export function wikileaksPage(telegram: MadeTelegram): string {
  return pageAround(preformatted(telegram), { id: telegram.id });
}
