// What only proposes: the same name, a repository's mailmap. Neither links, neither can be accepted without a proof.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';
import { authorOf, identitiesOf, proposalsOf } from '../../lib/use-cases/identities.ts';
import { proposeByName } from '../../lib/use-cases/propose-by-name.ts';
import { proposeFromMailmap } from '../../lib/use-cases/propose-from-mailmap.ts';
import { refuseIdentity } from '../../lib/use-cases/refuse-identity.ts';
import { csvFile, refusalOf } from './ledger.ts';
import { lend } from './organisation.ts';
import { accept, type Employed, home, link, start } from './two-employers.ts';

let ports: Ports;
let rail: Employed;
beforeEach(async () => {
  ({ ports, rail } = await start());
});

const seen = async (address: string, name: string): Promise<void> => {
  await ports.directory.put('installation', 'author', await authorOf(ports, address), { name, address }, true);
};
const proposed = async (whose = rail) =>
  (await proposalsOf(ports, whose.company, whose.developer))
    .filter(({ source }) => source !== 'employer')
    .map(({ address, source, because }) => [address, source, because]);
const search = (whose = rail, by = whose.developer) =>
  proposeByName(ports, { company: whose.company, developer: whose.developer, by });

describe('the same name', () => {
  beforeEach(async () => {
    await seen(home, 'Jo Zoé Doe');
    await link(ports, rail);
    await seen('jo@elsewhere.example', 'jo zoe\u0301  DOE ');
    await seen('zoe@elsewhere.example', 'Zoé Doe');
    await seen('1+doe@users.noreply.github.com', 'Jo Zoé Doe');
  });

  it('proposes what commits under it, composed and cased as it may be, and links nothing', async () => {
    expect(await search()).toBe(2);
    expect(new Set(await proposed())).toEqual(
      new Set([
        ['jo@elsewhere.example', 'same-name', 'jo zoe\u0301  DOE '],
        ['1+doe@users.noreply.github.com', 'same-name', 'Jo Zoé Doe'],
      ]),
    );
    const known = await identitiesOf(ports, rail.company, rail.developer);
    expect(known.filter(({ linked }) => linked).map(({ address }) => address)).toEqual([home]);
    expect(await search()).toBe(0);
  });

  it('cannot be accepted by a yes, and is not proposed again after a no', async () => {
    await search();
    expect((await refusalOf(accept(ports, rail, 'jo@elsewhere.example'))).code).toBe('not-allowed');
    const author = await authorOf(ports, 'jo@elsewhere.example');
    const { company, developer } = rail;
    await refuseIdentity(ports, { company, developer, by: developer, author });
    expect(await search()).toBe(0);
    expect((await identitiesOf(ports, company, developer)).some((one) => one.author === author)).toBe(false);
  });

  it('is looked for when she asks, and by nobody else', async () => {
    expect(await proposed()).toEqual([]);
    expect((await refusalOf(search(rail, rail.hr))).code).toBe('not-allowed');
  });

  it('of a crowd, or of a robot, proposes nothing', async () => {
    await seen('bot@renovateapp.com', 'Jo Zoé Doe');
    for (let n = 0; n < 20; n += 1) await seen(`doe-${n}@elsewhere.example`, 'Jo Zoé Doe');
    expect(await search()).toBe(0);
    expect(await proposed()).toEqual([]);
  });
});

describe('a mailmap', () => {
  const give = (...lines: readonly string[]) =>
    proposeFromMailmap(ports, { company: rail.company, by: rail.hr, file: { ...csvFile(...lines), name: '.mailmap' } });

  it('proposes the other addresses of whoever has one of them, and links nothing', async () => {
    const answer = await give(
      `Jo Doe <${home}> <jo@old.example>`,
      `Jo Doe <${home}> <jo@older.example>`,
      'Noa <noa@example.org> <noa@old.example>',
    );
    expect(answer).toEqual({ proposed: 2, people: 1 });
    expect(new Set(await proposed())).toEqual(
      new Set([
        ['jo@old.example', 'mailmap', '.mailmap'],
        ['jo@older.example', 'mailmap', '.mailmap'],
      ]),
    );
    expect((await refusalOf(accept(ports, rail, 'jo@old.example'))).code).toBe('not-allowed');
    expect(await give(`<${home}> <jo@old.example>`)).toEqual({ proposed: 0, people: 0 });
  });

  it('does not lead on from what it only proposed, nor from what she refused', async () => {
    await give(`<${home}> <jo@old.example>`);
    expect(await give('<jo@old.example> <somebody@else.example>')).toEqual({ proposed: 0, people: 0 });
    const { company, developer } = rail;
    await refuseIdentity(ports, { company, developer, by: developer, author: await authorOf(ports, 'jo@old.example') });
    expect(await give(`<${home}> <jo@old.example>`)).toEqual({ proposed: 0, people: 0 });
  });

  it('proposes to each of two colleagues what it says of each', async () => {
    const noa = { ...rail, developer: await lend(ports, rail, 'R-107', 'noa@rail.example') };
    const answer = await give(`<${home}> <jo@old.example>`, '<noa@rail.example> <noa@old.example>');
    expect(answer).toEqual({ proposed: 2, people: 2 });
    expect(await proposed(noa)).toEqual([['noa@old.example', 'mailmap', '.mailmap']]);
  });

  it('that is none is refused', async () => {
    for (const line of ['Jo Doe <jo@example.org>', 'Matricule;Adresse', '']) {
      expect((await refusalOf(give(line))).code).toBe('invalid-declaration');
    }
    const file = { name: '.mailmap', bytes: Uint8Array.of(0xff, 0xfe, 0x3c) };
    const act = proposeFromMailmap(ports, { company: rail.company, by: rail.hr, file });
    expect((await refusalOf(act)).code).toBe('invalid-declaration');
  });
});
