import { laidOut, madePdf } from './madePdf';

/** Files that hold no cables, though each has something of one. */
export const otherFiles: Readonly<Record<string, string | Uint8Array>> = {
  'bank.csv':
    'Date,Description,Amount\n1/24/2007 15:50,07MUSCAT73 TRANSFER,-120.00\n1/25/2007 09:00,CARD,-4.20\n',
  'bank-quoted.csv': '"1","1/24/2007 15:50","Transfer","Muscat","-120.00","","",""\n'.repeat(20),
  'contacts.tsv': 'NAME\tFROM\tTO\tSUBJECT\nSmith\tLondon\tMuscat\tHarbour\n',
  'mails.csv': 'From,To,Subject,Date,Text\nsmith@example.com,jones@example.com,Harbour,2007-01-24,"Hello"\n',
  'blog.html':
    '<!doctype html><html><head><title>On cables</title></head><body><h1>What the cables say</h1><p>In <a href="https://example.org/cable/2007/01/07MUSCAT73.html">07MUSCAT73</a> the embassy writes: "SUBJECT: HARBOUR WORKS".</p><pre>npm install</pre></body></html>',
  'shop.html':
    '<html><body><table class="cable"><tr><th>Cable</th><th>Length</th></tr><tr><td>USB-C</td><td>2 m</td></tr></table></body></html>',
  'mail-archive.html':
    '<html><body><table class="cable"><tr><th>Email-ID</th><td>12345</td></tr><tr><th>Date</th><td>2011-01-01</td></tr></table><div>Hello</div></body></html>',
  'wiki.html':
    '<html><body><h1>Message Attributes</h1><p>A queue message has message attributes.</p></body></html>',
  'novel.xml':
    '<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A novel</title></titleStmt></fileDesc></teiHeader><text><body><div type="chapter"><head>Telegram</head><p>He tore it open.</p></div></body></text></TEI>',
  'letters.xml':
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div type="document"><head>Letter to a friend</head><p>Dear friend,</p></div></body></text></TEI>',
  'feed.rss':
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Cables</title><item><title>07MUSCAT73</title><description>SUBJECT: HARBOUR</description></item></channel></rss>',
  'sitemap.xml':
    '<?xml version="1.0"?><urlset><url><loc>https://example.org/plusd/cables/</loc></url></urlset>',
  'orders.xml': '<orders><order><FROM>London</FROM><TO>Muscat</TO><SUBJECT>Ropes</SUBJECT></order></orders>',
  'key.asc':
    '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQINBFUoCGgBEADFLp+QonWyK8L6SPsNrnhwgfCxCk6OUHRIHReA\n-----END PGP PUBLIC KEY BLOCK-----\n',
  'letter.txt': 'Muscat, 24 January 2007\n\nDear Sir,\n\nSUBJECT: HARBOUR WORKS\n\n1. The works are done.\n',
  'mail.eml':
    'From: smith@example.com\nTo: jones@example.com\nSubject: Harbour\nDate: Wed, 24 Jan 2007\n\nHello\n',
  'dump.sql': "INSERT INTO orders VALUES (1,'2007-01-24 15:50:00','London','Ropes','open','','','');\n",
  'log.txt': '2007-01-24 15:50 started\n2007-01-24 15:51 07MUSCAT73 indexed\n',
  'data.json': '{"id":"07MUSCAT73","subject":"HARBOUR WORKS"}\n',
  'readme.md': '# Cables\n\n`TAGS: PREL` is a field.\n\nSUBJECT: what a cable is about\n',
  'code.ts': "const header = 'VZCZCXYZ0000';\nexport const SUBJECT = 'SUBJECT: HARBOUR';\n",
  'picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  'invoice.pdf': madePdf(
    laidOut(
      'INVOICE 2007-73\n\nTO Muscat Harbour Works\nSUBJECT: Ropes and pumps for the harbour\n\n1. Ropes   120.00\n2. Pumps   340.00\n\nTOTAL   460.00\nPayable within thirty days to the bank of the harbour company.\n',
    ),
  ),
  'empty.csv': '',
  'blank.txt': ' \n\n',
};
