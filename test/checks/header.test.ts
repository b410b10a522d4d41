import {
  cableWith,
  checkAll,
  checkDiagnostics,
  checkFix,
  checkNoFix,
  checkOtherFix,
  checkRelated,
  checkSilent,
} from './check';

describe('checks of the transmission header', () => {
  it('says nothing about a sound telegram, whole or without header', () => {
    checkAll(cableWith());
    const none = {
      ti: null,
      routing: null,
      de: null,
      security: null,
      dtg: null,
      from: null,
      to: null,
      info: null,
    };
    checkAll(cableWith(none));
  });

  it('de-malformed: a DE line that cannot be read', () => {
    checkDiagnostics(
      'de-malformed',
      cableWith({ de: 'DE RUEHMS ⟦0412⟧ 067/1200Z' }),
      'DE line not readable: expected "DE RI #nnnn[/ss] dddhhmm".',
    );
    for (const de of [
      '⟦DE RUEHMS #0412⟧',
      'DE ⟦RUE⟧ #0412 0671200',
      'DE RUEHMS #0412 ⟦067120⟧',
      'DE RUEHMS #0412 0671200 ⟦ZZH⟧',
    ])
      checkDiagnostics(
        'de-malformed',
        cableWith({ de }),
        'DE line not readable: expected "DE RI #nnnn[/ss] dddhhmm".',
      );
    checkSilent('de-malformed', cableWith({ de: 'DE RUEHMS #0412/01 0671200  ' }));
    checkSilent('de-malformed', cableWith({ de: null }));
  });

  it('file-time-invalid: a day or a time that cannot be', () => {
    const message = (v: string) => `File time ${v} is not a day of year and time (001-366, 0000-2359).`;
    for (const v of ['3671200', '0001200', '0672400', '0671260'])
      checkDiagnostics('file-time-invalid', cableWith({ de: `DE RUEHMS #0412 ⟦${v}⟧` }), message(v));
    checkSilent('file-time-invalid', cableWith({ de: 'DE RUEHMS #0412 3662359' }));
  });

  it('file-time-mismatch: another day, a time before, or weeks after the date-time group', () => {
    const said = (v: string, date: string) =>
      `File time ${v} is ${date}; the date-time group says 08 MAR 07 12:00Z.`;
    const cases: readonly (readonly [string, string])[] = [
      ['0681200', '09 MAR 07 12:00Z'],
      ['0671157', '08 MAR 07 11:57Z'],
      ['1671300', '16 JUN 07 13:00Z'],
    ];
    for (const [v, date] of cases)
      checkDiagnostics('file-time-mismatch', cableWith({ de: `DE RUEHMS #0412 ⟦${v}⟧` }), said(v, date));
    const wrong = cableWith({ de: 'DE RUEHMS #0412 0681200' });
    checkNoFix('file-time-mismatch', cableWith({ de: 'DE RUEHMS #0412 0661100' }));
    checkFix('file-time-mismatch', wrong, 'Write 067', cableWith());
    checkRelated('file-time-mismatch', wrong, '081200Z MAR 07');
  });

  it('file-time-mismatch: silent on minutes, leap years and the turn of a year', () => {
    for (const v of ['0671158', '0671210', '0681100', '0700900'])
      checkSilent('file-time-mismatch', cableWith({ de: `DE RUEHMS #0412 ${v}` }));
    checkSilent('file-time-mismatch', cableWith({ de: 'DE RUEHMS #0412 3231149', dtg: 'R 181149Z NOV 08' }));
    checkSilent('file-time-mismatch', cableWith({ de: 'DE RUEHMS #0412 0010003', dtg: 'R 312358Z DEC 07' }));
    checkSilent('file-time-mismatch', cableWith({ de: 'DE RUEHMS #0412 3652359', dtg: 'R 010000Z JAN 07' }));
    checkSilent('file-time-mismatch', cableWith({ de: 'DE RUEHMS #0412 0671200', dtg: null }));
  });

  it('file-time-late: days late, and no operating signal that says why', () => {
    checkDiagnostics(
      'file-time-late',
      cableWith({ de: 'DE RUEHMS #0412 ⟦0700900⟧' }),
      'Filed 2 days after the date-time group; probably a retransmission.',
    );
    checkDiagnostics(
      'file-time-late',
      cableWith({ de: 'DE RUEHMS #0412 ⟦0681330⟧' }),
      'Filed 25 hours after the date-time group; probably a retransmission.',
    );
    checkSilent('file-time-late', cableWith({ de: 'DE RUEHMS #0412 0681100' }));
    checkSilent('file-time-late', cableWith({ de: 'DE RUEHMS #0412 0700900', dtg: 'R 081200Z MAR 07 ZDK' }));
    checkSilent(
      'file-time-late',
      cableWith({ de: 'DE RUEHMS #0412 0700900', security: 'ZNY CCCCC ZZH ZDS' }),
    );
  });

  it('serial-mismatch: the DE line counts another telegram', () => {
    checkDiagnostics(
      'serial-mismatch',
      cableWith({ de: 'DE RUEHMS #⟦0421⟧ 0671200' }),
      'Station serial #0421 does not fit 07MUSCAT412: expected #0412.',
    );
    checkRelated('serial-mismatch', cableWith({ de: 'DE RUEHMS #0421 0671200' }), '000412');
    checkOtherFix('serial-mismatch', cableWith({ de: 'DE RUEHMS #0421 0671200' }), 'Write 000421');
    const paged = 'C O N F I D E N T I A L SECTION 01 OF 02 MUSCAT 000412';
    const body = '1. (C) He opened\n\nMUSCAT 00000412  002 OF 002\n\nthe harbor.';
    checkOtherFix(
      'serial-mismatch',
      cableWith({ de: 'DE RUEHMS #0421 0671200', classLine: paged, body }),
      null,
    );
    checkSilent(
      'serial-mismatch',
      cableWith({ de: 'DE RUEHMS #7412 0671200', classLine: 'C O N F I D E N T I A L MUSCAT 017412' }),
    );
  });

  it('section-mismatch: only where both lines name a section', () => {
    const classLine = 'C O N F I D E N T I A L SECTION 01 OF 02 MUSCAT 000412';
    checkDiagnostics(
      'section-mismatch',
      cableWith({ de: 'DE RUEHMS #0412/⟦02⟧ 0671200', classLine }),
      'DE line is section 2; classification line says section 1.',
    );
    const other = cableWith({ de: 'DE RUEHMS #0412/02 0671200', classLine });
    checkFix('section-mismatch', other, 'Write 01', other.replace('/02', '/01'));
    checkOtherFix('section-mismatch', other, 'Write 02');
    checkOtherFix('section-mismatch', cableWith({ de: 'DE RUEHMS #0412/03 0671200', classLine }), null);
    checkSilent('section-mismatch', cableWith({ de: 'DE RUEHMS #0412/01 0671200', classLine }));
    checkSilent('section-mismatch', cableWith({ de: 'DE RUEHMS #0412/01 0671200' }));
    checkSilent('section-mismatch', cableWith({ classLine }));
  });

  it('dtg-malformed: begins like a date-time group and is none', () => {
    checkDiagnostics(
      'dtg-malformed',
      cableWith({ dtg: 'R ⟦0812Z⟧ MAR 07' }),
      'Date-time group not readable: expected "P ddhhmmZ MMM YY".',
    );
    checkSilent('dtg-malformed', cableWith({ dtg: 'O P 081200Z MAR 07 ZFF4' }));
  });

  it('dtg-invalid: names the part that does not exist', () => {
    const at = (dtg: string, v: string, part: string) =>
      checkDiagnostics('dtg-invalid', cableWith({ dtg }), `Date-time group ${v}: no such ${part}.`);
    at('R ⟦31⟧1200Z APR 07', '311200Z APR 07', 'day');
    at('R ⟦29⟧1200Z FEB 07', '291200Z FEB 07', 'day');
    at('R 08⟦24⟧00Z MAR 07', '082400Z MAR 07', 'hour');
    at('R 0812⟦60⟧Z MAR 07', '081260Z MAR 07', 'minute');
    at('R 081200Z ⟦MRA⟧ 07', '081200Z MRA 07', 'month');
    checkSilent('dtg-invalid', cableWith({ dtg: 'R 291200Z FEB 08' }));
  });

  it('precedence-mismatch: the digraph is not the first prosign doubled', () => {
    checkDiagnostics(
      'precedence-mismatch',
      cableWith({ routing: '⟦OO⟧ RUEHDE' }),
      'Routing precedence OO does not fit R in the date-time group.',
    );
    checkFix(
      'precedence-mismatch',
      cableWith({ routing: 'OO RUEHDE' }),
      'Write RR',
      cableWith({ routing: 'RR RUEHDE' }),
    );
    checkOtherFix('precedence-mismatch', cableWith({ routing: 'OO RUEHDE' }), 'Write O');
    const urgent = { routing: 'OO RUEHDE', to: 'TO RUEHC/SECSTATE WASHDC IMMEDIATE 1111' };
    checkFix(
      'precedence-mismatch',
      cableWith(urgent),
      'Write O',
      cableWith({ ...urgent, dtg: 'O 081200Z MAR 07' }),
    );
    checkSilent('precedence-mismatch', cableWith({ routing: 'OO RUEHDE', dtg: 'O R 081200Z MAR 07' }));
    checkSilent('precedence-mismatch', cableWith({ routing: 'OO RUEHDE', dtg: null }));
  });

  it('precedence-order: the lower prosign stands first', () => {
    checkDiagnostics(
      'precedence-order',
      cableWith({ dtg: '⟦R O⟧ 081200Z MAR 07' }),
      'Precedences R O are not in descending order.',
    );
    checkFix(
      'precedence-order',
      cableWith({ dtg: 'R O 081200Z MAR 07' }),
      'Write O R',
      cableWith({ dtg: 'O R 081200Z MAR 07' }),
    );
    checkSilent('precedence-order', cableWith({ routing: 'OO RUEHDE', dtg: 'O R 081200Z MAR 07' }));
    checkSilent('precedence-order', cableWith({ dtg: 'R R 081200Z MAR 07' }));
  });

  it('precedence-exceeded: an addressee above the message', () => {
    checkDiagnostics(
      'precedence-exceeded',
      cableWith({ to: 'TO RUEHC/SECSTATE WASHDC ⟦PRIORITY⟧ 1111' }),
      "Addressee precedence PRIORITY is higher than the message's ROUTINE.",
    );
    checkSilent('precedence-exceeded', cableWith({ to: 'TO RUEHC/SECSTATE WASHDC ROUTINE 1111' }));
    const immediate = { routing: 'OO RUEHDE', dtg: 'O 081200Z MAR 07' };
    checkSilent(
      'precedence-exceeded',
      cableWith({ ...immediate, to: 'TO RUEHC/SECSTATE WASHDC NIACT IMMEDIATE 1111' }),
    );
  });

  it('security-group-length: one letter five times', () => {
    checkDiagnostics(
      'security-group-length',
      cableWith({ security: 'ZNY ⟦CCCC⟧ ZZH' }),
      'Security group "CCCC" has 4 letters; it should be one letter five times.',
    );
    checkFix('security-group-length', cableWith({ security: 'ZNY CCCC ZZH' }), 'Write CCCCC', cableWith());
    checkSilent('security-group-length', cableWith({ security: 'ZNY CCCBB/FFFFF ZZH' }));
  });

  it('security-group-mixed: other letters than a release code', () => {
    checkDiagnostics(
      'security-group-mixed',
      cableWith({ security: 'ZNY ⟦CCSCC⟧ ZZH' }),
      'Security group "CCSCC" mixes letters.',
    );
    checkSilent('security-group-mixed', cableWith({ security: 'ZNY CCCBB/FFFFF ZZH' }));
    checkSilent('security-group-mixed', cableWith({ security: 'ZNY CCCC ZZH' }));
  });

  it('security-signal: ZNR for classified, ZNY for unclassified', () => {
    checkDiagnostics(
      'security-signal',
      cableWith({ security: '⟦ZNR⟧ CCCCC ZZH' }),
      'ZNR does not go with C.',
    );
    checkDiagnostics(
      'security-signal',
      cableWith({ security: '⟦ZNY⟧ UUUUU ZZH' }),
      'ZNY does not go with U.',
    );
    checkFix('security-signal', cableWith({ security: 'ZNR CCCCC ZZH' }), 'Write ZNY', cableWith());
    checkSilent('security-signal', cableWith({ security: 'ZNR UUUUU ZZH' }));
    checkSilent('security-signal', cableWith({ security: 'ZNY EEEEE ZZH' }));
  });

  it('security-mismatch: header and text name two classifications', () => {
    checkDiagnostics(
      'security-mismatch',
      cableWith({ security: 'ZNY ⟦SSSSS⟧ ZZH' }),
      'Header is marked SECRET; the text is CONFIDENTIAL.',
    );
    checkRelated('security-mismatch', cableWith({ security: 'ZNY SSSSS ZZH' }), 'C O N F I D E N T I A L');
    checkSilent(
      'security-mismatch',
      cableWith({ security: 'ZNY EEEEE ZZH', classLine: 'UNCLAS EFTO MUSCAT 000412' }),
    );
    checkSilent('security-mismatch', cableWith({ security: null }));
  });

  it('station-mismatch: the routing indicator of another station', () => {
    checkDiagnostics(
      'station-mismatch',
      cableWith({ de: 'DE ⟦RUEHYN⟧ #0412 0671200' }),
      'RUEHYN is AMEMBASSY SANAA; the telegram is from AMEMBASSY MUSCAT.',
    );
    checkSilent('station-mismatch', cableWith({ de: 'DE RUEHBS #0412 0671200', from: 'FM USEU BRUSSELS' }));
    checkSilent('station-mismatch', cableWith({ de: 'DE RUEHDIR #0412 0671200', from: 'FM IRAN RPO DUBAI' }));
    checkSilent('station-mismatch', cableWith({ de: 'DE RUEHKV #0412 0671200', from: 'FM AMEMBASSY KIEV' }));
    checkSilent('station-mismatch', cableWith({ de: 'DE RUQQQQ #0412 0671200' }));
  });

  it('header-text-mismatch: two telegrams in one record', () => {
    checkDiagnostics(
      'header-text-mismatch',
      cableWith({ classLine: 'C O N F I D E N T I A L ⟦SANAA⟧ 000033' }),
      'Header is from AMEMBASSY MUSCAT; the text is 07SANAA33. They may be two telegrams.',
    );
    checkRelated(
      'header-text-mismatch',
      cableWith({ classLine: 'C O N F I D E N T I A L SANAA 000033' }),
      'AMEMBASSY MUSCAT',
    );
    checkSilent('serial-mismatch', cableWith({ classLine: 'C O N F I D E N T I A L SANAA 000033' }));
    const kyiv = { de: 'DE RUEHKV #0412 0671200', from: 'FM AMEMBASSY KYIV' };
    checkSilent(
      'header-text-mismatch',
      cableWith({ ...kyiv, classLine: 'C O N F I D E N T I A L KIEV 000412' }),
    );
    checkSilent('header-text-mismatch', cableWith({ classLine: 'C O N F I D E N T I A L XXXXXX 000412' }));
  });

  it('one wrong line is one report, whichever side the others are on', () => {
    const body = '1. (C) The minister opened\n\nMUSCAT 00000412  002 OF 002\n\nthe harbor.';
    const sections = { de: 'DE RUEHMS #0412/01 0671200', body };
    const classLine = (post: string) => `C O N F I D E N T I A L SECTION 01 OF 02 ${post}`;
    const whole = { ...sections, classLine: classLine('MUSCAT 000412'), references: null };
    checkAll(cableWith(whole));
    checkAll(cableWith({ ...whole, classLine: classLine('MUSCAT 000413') }), '3 warning serial-mismatch');
    checkAll(
      cableWith({ ...whole, classLine: classLine('SANAA 000412') }),
      '10 warning header-text-mismatch',
    );
    checkAll(cableWith({ ...whole, from: 'FM AMEMBASSY SANAA' }), '10 warning header-text-mismatch');
    checkAll(
      cableWith({ ...whole, classLine: classLine('MUSCAT 000412').replace(/^.* S/, 'UNCLAS S'), eo: null }),
      '4 warning security-mismatch',
    );
    const urgent = { routing: 'PP RUEHDE RUEHDIR', to: 'TO RUEHC/SECSTATE WASHDC PRIORITY 1111' };
    checkAll(cableWith(urgent), '2 warning precedence-mismatch');
  });

  it('serial-mismatch: shows where a page line sides with the DE line, and then corrects the classification line', () => {
    const text = cableWith({
      classLine: 'C O N F I D E N T I A L SECTION 01 OF 02 MUSCAT 000413',
      body: '1. (C) The minister opened\n\nMUSCAT 00000412  002 OF 002\n\nthe harbor.',
    });
    checkRelated('serial-mismatch', text, '000413', '00000412');
    checkFix('serial-mismatch', text, 'Write 000412', text.replace('000413', '000412'));
    checkOtherFix('serial-mismatch', text, null);
  });

  it('header-line-missing: one line gone from a whole header', () => {
    const missing = (
      part: 'routing' | 'de' | 'security' | 'dtg' | 'from' | 'to',
      next: string,
      line: string,
      name: string,
    ) =>
      checkDiagnostics(
        'header-line-missing',
        cableWith({ [part]: null, [next]: line.replace(/^\S+/, '⟦$&⟧') }),
        `The transmission header has no ${name}.`,
      );
    missing('routing', 'de', 'DE RUEHMS #0412 0671200', 'routing line');
    missing('de', 'security', 'ZNY CCCCC ZZH', 'DE line');
    missing('security', 'dtg', 'R 081200Z MAR 07', 'security warning');
    missing('dtg', 'from', 'FM AMEMBASSY MUSCAT', 'date-time group');
    missing('from', 'to', 'TO RUEHC/SECSTATE WASHDC 1111', 'FM line');
    missing('to', 'info', 'INFO RUEHYN/AMEMBASSY SANAA 0007', 'TO line');
    checkSilent('header-line-missing', cableWith({ ti: null, routing: null }));
    checkSilent('header-line-missing', cableWith({ de: null, security: null }));
    checkSilent('header-line-missing', cableWith({ ti: null, info: null }));
  });

  it('header-line-order: a line that stands too late', () => {
    checkDiagnostics(
      'header-line-order',
      cableWith({ de: null, security: 'ZNY CCCCC ZZH\n⟦DE RUEHMS #0412 0671200⟧' }),
      'DE line out of order: expected after routing line.',
    );
    checkDiagnostics(
      'header-line-order',
      cableWith({ ti: null, routing: 'RR RUEHDE\n⟦VZCZCXRO1234⟧' }),
      'Transmission identification out of order: expected before routing line.',
    );
    checkDiagnostics(
      'header-line-order',
      cableWith({ dtg: null, routing: '⟦R 081200Z MAR 07⟧\nRR RUEHDE RUEHDIR' }),
      'Date-time group out of order: expected after security warning.',
    );
    checkSilent('header-line-order', cableWith({ security: null }));
  });
});
