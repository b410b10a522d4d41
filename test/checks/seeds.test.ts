import { readdirSync, readFileSync } from 'node:fs';
import { checkAll } from './check';

const [muscat73, muscat154, muscat1065, muscat789, muscat919] = readdirSync('seeds')
  .filter(name => name.endsWith('.txt'))
  .sort()
  .map(name => readFileSync(`seeds/${name}`, 'utf8'));

describe('diagnostics of the five sample cables', () => {
  it('07MUSCAT73: run-together references, a lost number, lost text', () => {
    checkAll(
      muscat73 ?? '',
      '35 hint transcription-artefacts',
      '35 hint reference-glued',
      '46 information paragraph-number-missing',
      '46 hint unbalanced-quotes',
    );
  });

  it('07MUSCAT154: a collective behind another indicator', () => {
    checkAll(muscat154 ?? '', '10 hint routing-indicator-other-station', '21 hint transcription-artefacts');
  });

  it('07MUSCAT1065: four letters, lost letters, a repeated caption', () => {
    checkAll(
      muscat1065 ?? '',
      '7 error security-group-length',
      '13 information routing-indicator-unknown',
      '15 information routing-indicator-unknown',
      '38 hint transcription-artefacts',
      '40 hint caption-in-text',
    );
  });

  it('08MUSCAT789: a misspelt command, damaged quotation marks', () => {
    checkAll(
      muscat789 ?? '',
      '13 hint address-misspelt',
      '22 hint transcription-artefacts',
      '51 hint quote-damage',
    );
  });

  it('07MUSCAT919: nothing but tag links', () => {
    checkAll(muscat919 ?? '', '23 hint transcription-artefacts');
  });
});
