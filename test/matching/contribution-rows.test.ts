// A commit becomes rows without names, messages or instants: own days, keyed hashes, co-authors, bots.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isBot } from '../../lib/matching/address-kind.ts';
import { authorHash, type CommitSeen, sizeClassOf, toContributions } from '../../lib/matching/contribution-rows.ts';
import type { ForgeCommit } from '../../lib/ports.ts';

const hmac = (key: Uint8Array, bytes: Uint8Array): Uint8Array => createHmac('sha256', key).update(bytes).digest();
const key = new Uint8Array(32).fill(7);
const context = {
  repository: 'git/example.org/0123456789abcdef',
  hmac,
  key,
  firstSeenDay: '2024-06-01',
  firstSeenBy: 'pull' as const,
};

const commit = (more: Partial<ForgeCommit> = {}): ForgeCommit => ({
  sha: 'a'.repeat(40),
  tree: 'b'.repeat(40),
  parents: ['c'.repeat(40)],
  authorName: 'Alix Exemple',
  authorAddress: 'Alix@Example.org',
  authoredAt: '2023-12-31T23:30:00-10:00',
  authorAccount: null,
  committerAddress: 'noreply@github.com',
  committedAt: '2024-01-02T09:00:00+01:00',
  coAuthors: [],
  subject: 'Secret subject',
  changedLines: 66,
  patchId: null,
  reverts: null,
  cherryPickedFrom: null,
  onDefaultBranch: true,
  pullRequest: null,
  signed: false,
  ...more,
});
const rowsOf = (more: Partial<CommitSeen> = {}) => toContributions({ ...commit(), ...more }, context);

describe('the rows of a commit', () => {
  it('keep the author’s own day at 23:30-10:00, which is another day in Paris', () => {
    expect(rowsOf().rows[0]).toMatchObject({ authorDay: '2023-12-31', committerDay: '2024-01-02', sizeClass: 7 });
  });

  it('hold no name, address, message or instant; the directory gets the first two under the hash', () => {
    const { rows, authors } = rowsOf();
    expect(JSON.stringify(rows)).not.toMatch(/Exemple|example\.org.*alix|alix@|Secret|23:30/i);
    expect(authors).toEqual([{ hash: rows[0]!.author, name: 'Alix Exemple', address: 'alix@example.org' }]);
    expect(rows[0]!.author).toBe(authorHash(hmac, key, ' alix@EXAMPLE.org '));
  });

  it('are one for each co-author with another address, each with ids and keys of her own', () => {
    const coAuthors = [
      { name: 'Bao', address: 'bao@example.org' },
      { name: 'Alix again', address: 'alix@example.org' },
      { name: 'Bao', address: 'BAO@example.org' },
    ];
    const { rows, authors } = rowsOf({ coAuthors });
    expect(rows.map(({ kind, role }) => [kind, role])).toEqual([
      ['commit', 'author'],
      ['co-author', 'co-author'],
    ]);
    expect(rows[0]!.id).toBe(`${context.repository}#commit#${'a'.repeat(40)}`);
    expect(rows[1]!.id).toBe(`${context.repository}#co-author#${'a'.repeat(40)}#${rows[1]!.author}`);
    expect(new Set(rows.map(({ foldKey }) => foldKey)).size).toBe(2);
    expect(authors).toHaveLength(2);
  });

  it('have one fold key for one instant, however its zone is written', () => {
    const a = rowsOf({ sha: 'd'.repeat(40), authoredAt: '2024-01-01T10:31:00+01:00' }).rows[0]!;
    const b = rowsOf({ sha: 'e'.repeat(40), authoredAt: '2024-01-01T09:31:00+00:00' }).rows[0]!;
    expect(a.foldKey).toBe(b.foldKey);
    expect(a.foldKey).not.toBe(rowsOf().rows[0]!.foldKey);
  });

  it('tell noreply account ids, invalid addresses and bots', () => {
    const kind = (authorName: string, authorAddress: string) => {
      const { authorKind, account, isBot } = rowsOf({ authorName, authorAddress }).rows[0]!;
      return [authorKind, account, isBot];
    };
    expect(kind('Alix', '12345+alix@users.noreply.github.com')).toEqual(['noreply', '12345', false]);
    expect(kind('Alix', 'alix@users.noreply.github.com')).toEqual(['noreply', null, false]);
    expect(kind('Alix', '77-alix@users.noreply.gitlab.com')).toEqual(['noreply', '77', false]);
    expect(kind('Alix', 'alix@laptop.local')).toEqual(['invalid', null, false]);
    expect(kind('Alix', '')).toEqual(['invalid', null, false]);
    expect(kind('dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com')).toEqual(['bot', null, true]);
    expect(kind('renovate', 'bot@renovateapp.com')).toEqual(['bot', null, true]);
  });

  it('of a person whose name only resembles a robot’s are a person’s', () => {
    for (const name of ['Abbot Exemple', 'Renovato', 'Botond']) expect(isBot(name, 'someone@example.org')).toBe(false);
    expect(isBot('Alix', 'robot.fan@example.org')).toBe(false);
  });

  it('class sizes by bit length', () => {
    expect([null, 0, 1, 2, 3, 4, 60, 64].map(sizeClassOf)).toEqual([null, 0, 1, 2, 2, 3, 6, 7]);
  });
});
