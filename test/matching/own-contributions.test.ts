// Whose contributions: found by address or by account, on the days on which either was hers, each once.
import { expect, it } from 'vitest';
import { match } from '../../lib/matching/match.ts';
import { byOwner, ownContributions } from '../../lib/matching/own-contributions.ts';
import { sampleContribution, sampleEntry, sampleInput } from './sample-contributions.ts';

const contributions = [
  sampleContribution('a', '2024-05-13', { author: 'desk' }),
  sampleContribution('b', '2024-05-14', { author: 'noreply-1', accountHash: 'account' }),
  sampleContribution('c', '2024-05-15', { author: 'noreply-2', accountHash: 'account' }),
  sampleContribution('d', '2024-05-16', { author: 'stranger' }),
];
const shas = (identities: Parameters<typeof ownContributions>[0]) => {
  const { linked, proposed } = ownContributions(
    identities,
    byOwner(contributions, new Set(identities.map(({ hash }) => hash))),
  );
  return { linked: linked.map(({ sha }) => sha), proposed: proposed.map(({ sha }) => sha) };
};

it('an account is one person under every login that its addresses ever named', () => {
  expect(shas([{ hash: 'account', linked: true }])).toEqual({ linked: ['b', 'c'], proposed: [] });
});

it('found by her address and by her account, a contribution is hers once', () => {
  const both = [
    { hash: 'account', linked: true },
    { hash: 'noreply-1', linked: true },
  ];
  expect(shas(both)).toEqual({ linked: ['b', 'c'], proposed: [] });
});

it('what a linked identity made is not proposed as well', () => {
  const both = [
    { hash: 'account', linked: false },
    { hash: 'noreply-1', linked: true },
  ];
  expect(shas(both)).toEqual({ linked: ['b'], proposed: ['c'] });
});

it('made before the first day, or after the last, it does not speak for her', () => {
  expect(shas([{ hash: 'desk', linked: true, since: '2024-05-13', until: '2024-05-13' }]).linked).toEqual(['a']);
  expect(shas([{ hash: 'desk', linked: true, since: '2024-05-14', until: null }]).linked).toEqual([]);
  expect(shas([{ hash: 'desk', linked: true, since: null, until: '2024-05-12' }]).linked).toEqual([]);
});

it('an address given to the next person is each one’s on her own days', () => {
  const input = sampleInput({
    contributions: [
      sampleContribution('a', '2024-05-13', { author: 'desk', sizeClass: 5 }),
      sampleContribution('b', '2024-05-20', { author: 'desk', sizeClass: 5 }),
    ],
    identities: [
      { developer: 'de-alix', authors: [{ hash: 'desk', linked: true, since: '2023-01-01', until: '2024-05-17' }] },
      { developer: 'de-bao', authors: [{ hash: 'desk', linked: true, since: '2024-05-18', until: null }] },
    ],
    entries: ['2024-05-13', '2024-05-20'].flatMap((day) =>
      ['de-alix', 'de-bao'].map((developer) => sampleEntry(`${developer} ${day}`, day, 420, { developer })),
    ),
  });
  const used = Object.fromEntries(match(input).map(({ entry, verdict, contributions: of }) => [entry, [verdict, of]]));
  expect(used).toEqual({
    'de-alix 2024-05-13': ['agrees', ['lib#commit#a']],
    'de-alix 2024-05-20': ['no-public-trace', []],
    'de-bao 2024-05-13': ['no-public-trace', []],
    'de-bao 2024-05-20': ['agrees', ['lib#commit#b']],
  });
});

it('who left and came back has two intervals of the same identity, and nothing between them', () => {
  const twice = [
    { hash: 'account', linked: true, since: '2024-01-01', until: '2024-05-13' },
    { hash: 'account', linked: true, since: '2024-05-15', until: null },
  ];
  expect(shas(twice).linked).toEqual(['c']);
});

it('a revert of her work under her account’s other address is a revert of her own work', () => {
  const input = sampleInput({
    contributions: [
      sampleContribution('a', '2024-05-13', { author: 'noreply-1', accountHash: 'account', sizeClass: 5 }),
      sampleContribution('b', '2024-05-20', {
        author: 'noreply-2',
        accountHash: 'account',
        reverts: 'a',
        sizeClass: 5,
      }),
    ],
    identities: [{ developer: 'de-alix', authors: [{ hash: 'account', linked: true }] }],
    entries: [sampleEntry('e', '2024-05-20', 60)],
  });
  expect(match(input)).toMatchObject([{ verdict: 'no-public-trace', contributions: [] }]);
});
