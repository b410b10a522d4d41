import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parseCable } from '../../server/src/cable/parse';
import { type Diagnostic, LEVELS, runChecks } from '../../server/src/checks';
import { toFileDiagnostic } from '../../server/src/cli/fileDiagnostic';
import { sarifFormat } from '../../server/src/cli/sarif';
import { wholeCables } from '../texts';

// The schema is of draft 4: its address has another name now, and one pattern is none by the stricter rules of today.
const {
  id: _,
  $schema: __,
  ...schema
} = JSON.parse(readFileSync('test/cli/sarif/sarif-2.1.0-rtm.5.json', 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

const format = sarifFormat(code => readFileSync(`docs/diagnostics/${code}.md`, 'utf8'));

/** The log of everything that is found in these files. */
function logOf(
  files: readonly { readonly path: string; readonly text: string }[],
  more: readonly Diagnostic[] = [],
) {
  const items = files.flatMap(({ path, text }) => {
    const cable = parseCable(text);
    return [...runChecks(cable), ...more].map(one => format.item(toFileDiagnostic(path, cable.lines, one)));
  });
  return JSON.parse(format.begin + items.join(format.between) + format.end);
}

function assertValid(log: unknown): void {
  assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 5), null, 2));
}

describe('SARIF', () => {
  it('is valid by the official schema, of no file and of every whole cable', () => {
    assertValid(logOf([]));
    const log = logOf(wholeCables);
    assertValid(log);
    assert.ok(log.runs[0].results.length > 20);
  });

  it('is refused by the schema where it is wrong', () => {
    const log = logOf([]);
    log.runs[0].results.push({ level: 'hint' });
    assert.equal(validate(log), false);
  });

  it('has a rule for each check, with its page and its level', () => {
    const { rules } = logOf([]).runs[0].tool.driver;
    const rule = (code: string) => rules.find(({ id }: { id: string }) => id === code);
    assert.deepEqual(rule('security-group-length').defaultConfiguration, { level: 'error', enabled: true });
    assert.deepEqual(rule('caption-in-text').defaultConfiguration, { level: 'note', enabled: true });
    assert.deepEqual(rule('tag-unknown').defaultConfiguration.enabled, false);
    // GitHub shows these texts, and asks for no more than so many characters.
    for (const { id, shortDescription, fullDescription, help, helpUri } of rules) {
      assert.match(help.markdown, new RegExp(`^# \`${id}\``));
      assert.ok(fullDescription.text.length > 20 && fullDescription.text.length <= 1024, id);
      assert.ok(shortDescription.text.length <= 1024, id);
      assert.equal(helpUri, undefined, 'the project has no address');
    }
    assert.ok(LEVELS.includes(rule('tag-unknown').properties.severity));
  });

  it('tells places, other places and fixes', () => {
    const other = { start: 3, end: 5 };
    const log = logOf(
      [{ path: 'a b/c.txt', text: 'ABC\nDEF\n' }],
      [
        {
          code: 'serial-mismatch',
          severity: 'information',
          message: 'Words.',
          start: 0,
          end: 3,
          related: [{ span: other, message: 'There.' }],
          relatedLocations: [
            {
              uri: 'd.txt',
              range: { start: { line: 1, character: 2 }, end: { line: 3, character: 4 } },
              message: 'Far.',
            },
          ],
          fix: () => ({ title: 'Write X', edits: [{ span: other, newText: 'X' }], certain: false }),
        },
      ],
    );
    assertValid(log);
    const { ruleId, level, properties, locations, relatedLocations, fixes } = log.runs[0].results.at(-1);
    assert.deepEqual([ruleId, level, properties], ['serial-mismatch', 'note', { severity: 'information' }]);
    const here = { uri: 'a%20b/c.txt', uriBaseId: '%SRCROOT%' };
    assert.deepEqual(locations[0].physicalLocation, {
      artifactLocation: here,
      region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 4 },
    });
    const region = { startLine: 1, startColumn: 4, endLine: 2, endColumn: 2 };
    assert.deepEqual(relatedLocations[0], {
      id: 0,
      message: { text: 'There.' },
      physicalLocation: { artifactLocation: here, region },
    });
    assert.deepEqual(relatedLocations[1].physicalLocation, {
      artifactLocation: { uri: 'd.txt', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 3, endLine: 4, endColumn: 5 },
    });
    assert.deepEqual(fixes, [
      {
        description: { text: 'Write X' },
        artifactChanges: [
          {
            artifactLocation: here,
            replacements: [{ deletedRegion: region, insertedContent: { text: 'X' } }],
          },
        ],
      },
    ]);
  });
});
