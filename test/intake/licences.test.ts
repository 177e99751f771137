// A licence file is told by its text: each of the common ones, several in one file, and nothing open that is not explained.
import full from 'spdx-license-list/full.js';
import { describe, expect, it } from 'vitest';
import { readLicence } from '../../lib/intake/declarations/licence.ts';
import { detectLicence } from '../../lib/intake/licences/detect-licence.ts';
import { businessSourceText, dualText, textOf, tripleText } from '../adapters/forge/licensed-repository.ts';

const common = [
  ...['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD', 'MPL-2.0', 'EPL-2.0', 'EUPL-1.1', 'EUPL-1.2'],
  ...['GPL-2.0-only', 'GPL-3.0-only', 'LGPL-2.1-only', 'LGPL-3.0-only', 'AGPL-3.0-only', 'CECILL-2.1', 'CECILL-B'],
  ...['Unlicense', 'Zlib', 'BSL-1.0', 'CDDL-1.0', 'OFL-1.1', 'Artistic-2.0', 'PostgreSQL', 'Python-2.0'],
  ...['BUSL-1.1', 'SSPL-1.0', 'Elastic-2.0', 'CC0-1.0', 'CC-BY-4.0', 'BSD-4-Clause', 'ECL-2.0'],
];

describe('a licence file', () => {
  it.each(common)('with the text of %s is told as that', async (id) => {
    expect(await detectLicence(textOf(id))).toBe(id);
  });

  it('with other line lengths, quotes, spellings and names of holders is told the same', async () => {
    const wrapped = textOf('BSD-3-Clause')
      .replace(/\s+/g, ' ')
      .replace(/"/g, '”')
      .replace(/the copyright holder\b/gi, 'Example Railways')
      .replace(/(.{1,50}) /g, '$1\r\n');
    expect(
      await detectLicence(`Copyright (c) 2009-2026, Example <a@b.example>\nAll rights reserved.\n\n${wrapped}`),
    ).toBe('BSD-3-Clause');
  });

  it('is what it says of itself in SPDX’s own words, where it says little else', async () => {
    expect(await detectLicence('Licence publique\n\nSPDX-License-Identifier: EUPL-1.2 OR MIT\n')).toBe(
      'EUPL-1.2 OR MIT',
    );
    expect(await detectLicence('SPDX-License-Identifier: MIT\nFor evaluation only.\n')).toBe('LicenseRef-unknown');
    expect(await detectLicence('SPDX-License-Identifier: no licence at all\n')).toBe('LicenseRef-unknown');
  });

  it.each([
    ['the parameters of a business source licence and no covenants', businessSourceText, 'BUSL-1.1', false],
    ['two terms at the reader’s choice, none of them open', dualText, 'LicenseRef-RSALv2 OR SSPL-1.0', false],
    ['a third one beside them that is', tripleText, 'AGPL-3.0-only OR LicenseRef-RSALv2 OR SSPL-1.0', true],
    ['two open ones one after the other', `${textOf('MIT')}\n\n${textOf('Apache-2.0')}`, 'Apache-2.0 AND MIT', true],
    [
      'the same one twice',
      `# 1\n\n${textOf('BSD-3-Clause')}\n\n# 2\n\n${textOf('BSD-3-Clause')}`,
      'BSD-3-Clause',
      true,
    ],
    ['an open and a closed one without a choice', `${textOf('MIT')}\n${textOf('SSPL-1.0')}`, 'MIT AND SSPL-1.0', false],
  ])('with %s is told as %4$s', async (_what, text, spdx, open) => {
    expect(await detectLicence(text)).toBe(spdx);
    expect(readLicence(spdx)).toEqual({ spdx, open });
  });

  const mit = textOf('MIT');
  const apache = textOf('Apache-2.0');
  const clause =
    '"Commons Clause" License Condition v1.0\n\nThe grant of rights does not include the right to Sell.\n\n';
  it.each([
    ['a condition before it', `${clause}${apache}`, 'Apache-2.0 AND LicenseRef-Commons-Clause'],
    [
      'a condition within it',
      mit.replace('without restriction', 'for non-commercial use only'),
      'MIT AND LicenseRef-unknown',
    ],
    ['a sentence that takes something away', `${mit}\nNot for the military.\n`, 'MIT AND LicenseRef-unknown'],
    [
      'a long text beside it',
      `${mit}\n${'Whoever uses this sends a postcard to the author. '.repeat(9)}`,
      'MIT AND LicenseRef-unknown',
    ],
    [
      'a choice with terms that nobody knows',
      `At your option:\n${mit}\n${'Whoever uses this pays. '.repeat(30)}`,
      'MIT AND LicenseRef-unknown',
    ],
    ['nothing', '', 'LicenseRef-unknown'],
    ['a page of something else', 'This page tells how to install the program. '.repeat(40), 'LicenseRef-unknown'],
  ])('with %s is not taken for open', async (_what, text, spdx) => {
    expect(await detectLicence(text)).toBe(spdx);
    expect(readLicence(spdx)?.open).toBe(false);
  });

  it('never turns a text of the list that is not open into one that is', { timeout: 240_000 }, async () => {
    const closed = Object.keys(full).filter((id) => !full[id]!.osiApproved);
    const sample = closed.filter((_, i) => i % 12 === 0);
    const opened: string[] = [];
    for (const id of sample) {
      const told = await detectLicence(textOf(id));
      if (readLicence(told)?.open === true) opened.push(`${id}: ${told}`);
    }
    expect(sample.length).toBeGreaterThan(40);
    expect(opened).toEqual([]);
  });
});
