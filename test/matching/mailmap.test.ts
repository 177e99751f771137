// `.mailmap` as gitmailmap(5) writes it: its four forms, its examples, and what git leaves out.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MailmapEntry, parseMailmap, sameInMailmap } from '../../lib/matching/mailmap.ts';

const entry = (commitAddress: string, more: Partial<MailmapEntry> = {}): MailmapEntry => ({
  ...{ properName: null, properAddress: null, commitName: null, commitAddress },
  ...more,
});

describe('a line', () => {
  it.each([
    ['Proper Name <commit@email.xx>', entry('commit@email.xx', { properName: 'Proper Name' })],
    ['<proper@email.xx> <commit@email.xx>', entry('commit@email.xx', { properAddress: 'proper@email.xx' })],
    [
      'Proper Name <proper@email.xx> <commit@email.xx>',
      entry('commit@email.xx', { properName: 'Proper Name', properAddress: 'proper@email.xx' }),
    ],
    [
      'Proper Name <proper@email.xx> Commit Name <commit@email.xx>',
      entry('commit@email.xx', {
        properName: 'Proper Name',
        properAddress: 'proper@email.xx',
        commitName: 'Commit Name',
      }),
    ],
    ['  Zoé   Été <ZOE@Example.org>  # later', entry('zoe@example.org', { properName: 'Zoé Été' })],
  ])('%s', (line, expected) => {
    expect(parseMailmap(`# a comment\n\n${line}\r\n`)).toEqual([expected]);
  });

  it.each(['# Joe <joe@example.org>', '', 'no address', 'Joe <joe@example.org', '<>', 'Joe <joe@example.org> <>'])(
    'that says nothing is left out: %j',
    (line) => expect(parseMailmap(line)).toEqual([]),
  );
});

it('any text is read, and only addresses that stand in it come out', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '#', '\n', ' ', 'a', '@', 'É') }), (text) => {
      for (const { commitAddress } of parseMailmap(text)) {
        expect(text.toLowerCase().normalize('NFC')).toContain(commitAddress);
      }
    }),
  );
});

it('addresses of one person are joined over lines, in any order of them; a name alone joins nothing', () => {
  const lines = [
    'Jane Doe <jane@example.com> <jane@laptop.(none)>',
    'Joe R. Developer <joe@example.com> Joe <bugs@example.com>',
    'Jane Doe <jane@example.com> Jane <bugs@example.com>',
    'Someone <someone@example.org>',
    'Someone <other@example.org>',
    '<someone@example.org> <SOMEONE@example.org>',
  ];
  const expected = [['bugs@example.com', 'jane@example.com', 'jane@laptop.(none)', 'joe@example.com']];
  // A shared address of two people joins them: a reason why this only proposes.
  expect(sameInMailmap(parseMailmap(lines.join('\n')))).toEqual(expected);
  expect(sameInMailmap(parseMailmap(lines.toReversed().join('\n')))).toEqual(expected);
});

it('git itself shows the proper address for each that is read here', () => {
  const text = [
    'Proper One <one@example.org> <one@old.example>',
    '# <no@example.org> <one@old.example>',
    '<two@example.org>   <TWO@old.example>',
    'Three <three@example.org> Trois <shared@example.org>',
  ].join('\n');
  const folder = mkdtempSync(join(tmpdir(), 'communs-mailmap-'));
  try {
    execFileSync('git', ['init', '--quiet', folder]);
    writeFileSync(join(folder, '.mailmap'), text);
    for (const { commitName, commitAddress, properAddress } of parseMailmap(text)) {
      const contact = `${commitName ?? 'Anyone'} <${commitAddress}>`;
      const shown = execFileSync('git', ['-C', folder, 'check-mailmap', contact], { encoding: 'utf8' });
      expect(shown).toContain(`<${properAddress}>`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
