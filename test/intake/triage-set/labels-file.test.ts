// A file of labels is read whole, or refused with its line.
import { expect, it } from 'vitest';
import { readSetLabels } from '../../../lib/intake/triage-set/labels-file.ts';

const header = 'file,row,label,subtype,eligible_hours';

it('reads hours as whole minutes', () => {
  expect(readSetLabels(`${header}\na.csv,2,supported,,7.25\n`)).toEqual([
    { file: 'a.csv', row: '2', label: 'supported', subtype: '', eligibleMinutes: 435 },
  ]);
});

it.each([
  ['a label that is none', `${header}\na.csv,2,nonsense,,7\n`, "line 2, column 'label'"],
  ['a column that is not there', 'file,row,label,subtype\na.csv,2,supported,\n', "column 'eligible_hours' is missing"],
  ['a quote that is not closed', `${header}\n"a.csv,2,supported,,7\n`, 'a quote is not closed'],
])('is refused with %s', (_, text, says) => {
  expect(() => readSetLabels(text)).toThrow(
    expect.objectContaining({
      code: 'invalid-declaration',
      detail: expect.objectContaining({ en: expect.stringContaining(says) }),
    }),
  );
});
