// What anyone may ask: home, verification by number and by file, keys, status.
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkLedger } from '../../functions/check-ledger.ts';
import { pullAll } from '../../functions/pull-all.ts';
import { pullRepository } from '../../functions/pull-repository.ts';
import { factKey } from '../../lib/adapters/store/keys.ts';
import { repositoryId } from '../../lib/model/repository.ts';
import { register } from '../../lib/use-cases/register.ts';
import { revokeStatement } from '../../lib/use-cases/revoke-statement.ts';
import { verifyWords } from '../../web/words/verify.ts';
import { openPortal, type Portal } from './portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});

const home = async (person: string) => (await portal.ask(await portal.signIn(person), { path: '/' })).body;

describe('home', () => {
  it('tells a visitor what Communs is', async () => {
    const { status, body } = await portal.ask(null, { path: '/' });
    expect(status).toBe(200);
    expect(body).toContain('href="/verify"');
    expect(body).not.toMatch(/alba|brume/);
  });

  it('tells each person what awaits her, at her own places', async () => {
    expect(await home(portal.a.people.hr)).toMatch(/Société alba[\s\S]*2 personnes sans heures pour décembre 2025/);
    expect(await home(portal.a.developers[1])).toMatch(/Société alba[\s\S]*1 mois à/);
    expect(await home(portal.a.people.signatory)).toMatch(/Fondation alba[\s\S]*1 contribution à confirmer/);
    const finance = await home(portal.a.people.finance);
    expect(finance).toContain('Société alba');
    for (const page of [finance, await home(portal.a.people.hr)]) expect(page).not.toContain('brume');
    const auditor = await portal.ask(portal.asAuditor(portal.a.link.link, 'gone'), { path: '/' });
    expect(auditor.body).toContain(`/auditor/${portal.a.link.link}`);
    expect(auditor.body).not.toContain('/auditor/gone');
  });

  it('leads back in the other language to the same page', async () => {
    const { body } = await portal.ask(null, { path: '/verify', query: 'siren=999001001&number=2025-0001' });
    expect(body).toContain('href="/verify?siren=999001001&amp;number=2025-0001&amp;lang=en"');
  });
});

describe('verification by number', () => {
  const look = async (query: string) => (await portal.ask(null, { path: '/verify', query })).body;

  it('answers with state and digest, and with nothing of what the statement says', async () => {
    const body = await look(`siren=999 001 001&number=${portal.a.number}`);
    expect(body).toMatch(/[0-9a-f]{64}/);
    expect(body).toContain('Émis');
    expect(body).not.toMatch(/alba|€/);
  });

  it.each([
    ['an unknown number', 'siren=999001001&number=2025-0099'],
    ['a SIREN that nobody here has', 'siren=552100554&number=2025-0001'],
    ['a SIREN that is none', 'siren=123&number=2025-0001'],
    ['nothing but a number', 'number=2025-0001'],
  ])('answers the same to %s', async (_what, query) => {
    expect(await look(query)).toContain(verifyWords.unknown.fr);
  });

  it('says that a statement was revoked', async () => {
    const { company, people, number } = portal.b;
    await revokeStatement(portal.ports, { company, by: people.finance, number });
    expect(await look(`siren=${portal.b.siren}&number=${number}`)).toContain('Révoqué');
  });
});

describe('verification by file', () => {
  const send = async (bytes: Uint8Array) =>
    portal.ask(null, { path: '/verify', form: {}, file: { name: 'statement.jws', bytes, field: 'statement' } });
  const signed = async (): Promise<Uint8Array> => {
    const path = `/auditor/${portal.a.link.link}/files/statement.jws`;
    return (await portal.ask(portal.asAuditor(portal.a.link.link), { path })).bytes;
  };

  it('is done with our keys, and says so', async () => {
    const { status, body } = await send(await signed());
    expect(status).toBe(200);
    expect(body).toContain('Authentique');
    expect(body).toContain('Société alba');
    expect(body).toContain('TEST');
  });

  it('sees one changed byte', async () => {
    const bytes = await signed();
    const at = Math.trunc(bytes.length / 2);
    bytes[at] = bytes[at] === 65 ? 66 : 65;
    const { body } = await send(bytes);
    expect(body).toContain('Non authentique');
    expect(body).not.toContain('alba');
  });

  it('says which file to give instead', async () => {
    expect((await send(new TextEncoder().encode('{"keys":[]}'))).body).toContain('Vérification incomplète');
    expect((await portal.ask(null, { path: '/verify', form: {} })).status).toBe(422);
  });
});

describe('verification by digest', () => {
  const look = async (sha256: string) => (await portal.ask(null, { path: '/verify', query: `sha256=${sha256}` })).body;
  const handed = async (name: string): Promise<string> => {
    const path = `/auditor/${portal.a.link.link}/files/${name}`;
    const { bytes } = await portal.ask(portal.asAuditor(portal.a.link.link), { path });
    return createHash('sha256').update(bytes).digest('hex');
  };

  it('knows the signed text and the workbook that were handed over, and tells nothing of whose they are', async () => {
    for (const name of ['statement.jws', 'statement.xlsx']) {
      const body = await look(await handed(name));
      expect([name, body]).toEqual([name, expect.stringContaining(verifyWords.unchanged.fr)]);
      expect(body).toContain(portal.a.number);
      expect(body).not.toMatch(/alba|999001001|€/);
    }
  });

  it.each(['0'.repeat(64), 'f'.repeat(64), 'no digest'])('answers the same to %s', async (typed) => {
    expect(await look(typed)).toContain(verifyWords.unknownFile.fr);
  });
});

it('publishes keys without anything private', async () => {
  const { headers, body } = await portal.ask(null, { path: '/.well-known/jwks.json' });
  expect(headers['content-type']).toBe('application/json');
  const { keys } = JSON.parse(body);
  expect(Object.keys(keys[0]).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
});

describe('the status page', () => {
  it('shows the last full check, and its faults by place', async () => {
    const own = await openPortal();
    const status = async () => (await own.ask(null, { path: '/status' })).body;
    expect(await status()).toContain('0.1.0');
    await checkLedger.wake(own.ports, null, []);
    const sound = await status();
    expect(sound).toContain('verdict good');
    await own.world.table.remove(factKey(`company/${own.a.company}`, 3));
    own.world.nowMs += 86_400_000;
    await checkLedger.wake(own.ports, null, []);
    const faulty = await status();
    expect(faulty).toContain('verdict bad');
    expect(faulty).toContain(`company/${own.a.company}`);
    expect(faulty).not.toContain('alba');
  });
});

describe('the schedule', () => {
  it('asks for every repository once; the queue pulls each, and one that does not answer stops no other', async () => {
    const own = await openPortal();
    const url = 'https://git.example/brume.git';
    const repository = own.world.repositories.get(url)!;
    const [newest] = repository.commits;
    const commit = { ...newest!, sha: 'f'.repeat(40), tree: 'f'.repeat(40), parents: [newest!.sha] };
    own.world.repositories.set(url, {
      ...{ ...repository, tips: { 'refs/heads/main': commit.sha }, commits: [commit, ...repository.commits] },
    });
    own.world.repositories.delete('https://git.example/alba.git');
    const { sha256 } = own.ports.primitives;
    // A second project of another foundation that rests on the same repository.
    const shared = JSON.stringify({
      projects: [
        {
          ...{ id: 'shared', name: 'Shared', foundation: 'alba-fondation', repositories: [{ url }], licences: [] },
          eligibility: [],
        },
      ],
    });
    await register(own.ports, { by: 'pe-1', file: { name: 'r.json', bytes: new TextEncoder().encode(shared) } });
    await pullAll.wake(own.ports, null, []);
    const asked = own.world.pulls.splice(0);
    expect(asked.map((one) => one.repository).sort()).toEqual(
      ['https://git.example/alba.git', url].map((one) => repositoryId(one, sha256)).sort(),
    );
    own.world.nowMs += 1000;
    const outcomes = await Promise.allSettled(asked.map((one) => pullRepository.wake(own.ports, null, [one])));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const pulls: string[] = [];
    const book = `repo/${repositoryId(url, sha256)}`;
    for await (const { name } of own.ports.readViews.list(book, 'pulls')) pulls.push(name);
    expect(pulls).toHaveLength(2);
  });

  it('puts off what comes early, leaves what was read since, and forgets what left the registry', async () => {
    const own = await openPortal();
    const repository = repositoryId('https://git.example/brume.git', own.ports.primitives.sha256);
    const wake = (notBefore: number, of = repository) =>
      pullRepository.wake(own.ports, null, [{ repository: of, notBefore }]);
    await wake(own.world.nowMs + 60_000);
    expect(own.world.pulls.splice(0)).toEqual([{ repository, notBefore: own.world.nowMs + 60_000 }]);
    // Read at the opening of the portal, at this very instant: what was asked for before it is answered.
    own.world.repositories.clear();
    await wake(own.world.nowMs - 1);
    await wake(own.world.nowMs - 1, 'git/git.example/0000000000000000');
    await expect(wake(own.world.nowMs)).rejects.toThrow('repository-unreachable');
    expect(own.world.pulls).toEqual([]);
  });
});
