// A commit becomes rows without names, messages or instants: own days, keyed hashes, co-authors, bots.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isBot } from '../../lib/matching/address-kind.ts';
import {
  type ActSeen,
  accountHash,
  authorHash,
  type CommitSeen,
  sizeClassOf,
  toActContribution,
  toContributions,
} from '../../lib/matching/contribution-rows.ts';
import type { ForgeCommit } from '../../lib/ports/forge.ts';

const hmac = (key: Uint8Array, bytes: Uint8Array): Uint8Array => createHmac('sha256', key).update(bytes).digest();
const key = new Uint8Array(32).fill(7);
const context = {
  repository: 'git/example.org/0123456789abcdef',
  host: 'example.org',
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
    expect(authors).toEqual([{ hash: rows[0]!.author, who: { name: 'Alix Exemple', address: 'alix@example.org' } }]);
    expect(rows[0]!.author).toBe(authorHash(hmac, key, ' alix@EXAMPLE.org '));
  });

  it('are one for each co-author with another address, each with ids and keys of her own', () => {
    const coAuthors = [
      { name: 'Bao', address: 'bao@example.org', account: null },
      { name: 'Alix again', address: 'alix@example.org', account: null },
      { name: 'Bao', address: 'BAO@example.org', account: null },
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

  it('keep the account that a noreply address names, under one hash whatever the login, and another on another host', () => {
    const account = (authorAddress: string, authorName = 'Alix') =>
      rowsOf({ authorName, authorAddress }).rows[0]!.accountHash;
    const alix = account('12345+alix@users.noreply.github.com');
    expect(alix).toBe(accountHash(hmac, key, 'github.com', '12345'));
    expect(account('12345+Alix-Renamed@users.noreply.GitHub.com')).toBe(alix);
    expect(account('12345-alix@users.noreply.gitlab.com')).toBe(accountHash(hmac, key, 'gitlab.com', '12345'));
    expect(account('12345-alix@users.noreply.git.example.org')).toBe(
      accountHash(hmac, key, 'git.example.org', '12345'),
    );
    // There a login may begin with digits and a hyphen.
    const login = '12345-alix@users.noreply.github.com';
    for (const other of [login, 'alix@users.noreply.github.com', 'alix@example.org', '12345@example.org']) {
      expect(account(other)).toBeNull();
    }
    expect(account('49699333+dependabot[bot]@users.noreply.github.com', 'dependabot[bot]')).toBeNull();
  });

  it('of a person whose name only resembles a robot’s are a person’s', () => {
    for (const name of ['Abbot Exemple', 'Renovato', 'Botond']) expect(isBot(name, 'someone@example.org')).toBe(false);
    expect(isBot('Alix', 'robot.fan@example.org')).toBe(false);
  });

  it('class sizes by bit length', () => {
    expect([null, 0, 1, 2, 3, 4, 60, 64].map(sizeClassOf)).toEqual([null, 0, 1, 2, 2, 3, 6, 7]);
  });
});

describe('the account of a row', () => {
  const account = (more: Partial<CommitSeen>): (string | null)[] => {
    const row = rowsOf(more).rows[0]!;
    return [row.account, row.accountHash];
  };
  const hashOf = (host: string, id: string): string => accountHash(hmac, key, host, id);

  it('is what the forge says, under its host; else the number in a noreply address, under the address’s host', () => {
    const authorAccount = { id: '77', login: 'Rosalie' };
    const authorAddress = '12345+rosalie@users.noreply.github.com';
    expect(account({ authorAccount })).toEqual(['77', hashOf('example.org', '77')]);
    expect(account({ authorAccount, authorAddress })).toEqual(['77', hashOf('example.org', '77')]);
    expect(account({ authorAddress })).toEqual(['12345', hashOf('github.com', '12345')]);
    expect(account({ authorAddress: '678-rosalie@users.noreply.gitlab.example' })).toEqual([
      ...['678', hashOf('gitlab.example', '678')],
    ]);
  });

  it('is unknown for a mailbox, an older noreply form, and a robot’s address', () => {
    for (const authorAddress of [
      'rosalie@quiberon.example',
      'rosalie@users.noreply.github.com',
      '41898282+github-actions[bot]@users.noreply.github.com',
    ]) {
      expect(account({ authorAddress }), authorAddress).toEqual([null, null]);
    }
  });

  it('has one hash over repositories, another on each host, and is no address’s hash', () => {
    expect(hashOf('GitHub.com', '7')).toBe(hashOf('github.com', '7'));
    expect(new Set([hashOf('github.com', '7'), hashOf('gitlab.com', '7'), authorHash(hmac, key, '7')]).size).toBe(3);
    const expected = createHmac('sha256', key).update('account\0github.com\x007').digest('hex');
    expect(hashOf('github.com', '7')).toBe(expected);
  });

  it('of a co-author is her own', () => {
    const coAuthors = [{ name: 'Bao', address: 'bao@example.org', account: { id: '9', login: 'bao-b' } }];
    const { rows, authors } = rowsOf({ coAuthors, authorAccount: { id: '77', login: 'Rosalie' } });
    expect(rows.map((row) => row.account)).toEqual(['77', '9']);
    expect(JSON.stringify([rows, authors])).not.toMatch(/Rosalie|bao-b/);
  });
});

describe('the row of a review, an issue or a release', () => {
  const act: ActSeen = {
    ...{ kind: 'review', key: 'PRR_1', account: { id: '77', login: 'Rosalie' }, isBot: false },
    ...{ at: '2025-12-31T23:30:00Z', pullRequest: 12, sha: 'e'.repeat(40) },
  };

  it('is the account’s, on the day in Paris, with nothing invented; the login goes to the directory', () => {
    const { row, author } = toActContribution(act, context);
    const hash = accountHash(hmac, key, 'example.org', '77');
    expect(row).toMatchObject({
      ...{ id: `${context.repository}#review#PRR_1`, kind: 'review', role: 'reviewer', sha: 'e'.repeat(40) },
      ...{ author: hash, authorKind: 'account', account: '77', accountHash: hash, authorDay: '2026-01-01' },
      ...{ tree: null, swhid: null, sizeClass: null, patchId: null, parents: [], pullRequest: 12, isBot: false },
    });
    expect(author).toEqual({ hash, who: { login: 'Rosalie', account: '77', host: 'example.org' } });
    expect(JSON.stringify(row)).not.toMatch(/Rosalie|23:30/);
  });

  it('has a role, an id and a fold key of its own, and says what a robot did', () => {
    const issue = toActContribution({ ...act, kind: 'issue', sha: null }, context).row;
    expect(issue).toMatchObject({ role: 'author', sha: '', id: `${context.repository}#issue#PRR_1` });
    expect(issue.foldKey).not.toBe(toActContribution(act, context).row.foldKey);
    expect(toActContribution({ ...act, isBot: true }, context).row).toMatchObject({ isBot: true, authorKind: 'bot' });
  });
});
