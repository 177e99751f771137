// A developer's page of identities: each proof from its form to the link, her no, the day it ends, and nobody else's hand in it.
import { beforeAll, describe, expect, it } from 'vitest';
import { authorOf, identitiesOf } from '../../lib/use-cases/identities.ts';
import samples from '../adapters/ssh/openssh-signatures.json' with { type: 'json' };
import { openPortal, type Portal } from './portal.ts';

const page = '/developer/identities';
let portal: Portal;
let two: string;
let company: string;
let developer: string;
beforeAll(async () => {
  portal = await openPortal();
  ({ company } = portal.a);
  developer = portal.a.developers[1];
  two = await portal.signIn(developer);
  portal.world.accounts.set('git.example/deux', {
    account: { id: '9', login: 'deux' },
    keys: [samples.signatures['ssh-ed25519'].key],
  });
});

const post = (path: string, form: Readonly<Record<string, string>>, who = two) =>
  portal.ask(who, { path: `${page}${path}`, form: { company, ...form } });
const look = async (who = two) => (await portal.ask(who, { path: `${page}?company=${company}` })).body;
const lastRequest = (body: string): string => [...body.matchAll(/name="request" value="([^"]+)"/g)].at(-1)![1]!;
const linked = async () => (await identitiesOf(portal.ports, company, developer)).filter((one) => one.linked);

describe('her identities', () => {
  it('begin with nothing linked, and say that this is no mark against her', async () => {
    const body = await look();
    expect(body).toContain('Aucune identité n’est rattachée');
    expect(body).toContain('ce n’est pas un mauvais point');
    expect(body).toContain('citée, sans attestation, par');
  });

  it('are shown without naming a company too, and lead from her month', async () => {
    expect((await portal.ask(two, { path: page })).status).toBe(200);
    const month = await portal.ask(two, { path: `/developer/months/${company}/2025-03` });
    expect(month.body).toContain(`href="${page}?company=${company}"`);
  });

  it('an address is proved by the code that was sent to it, which the page names no part of', async () => {
    const begun = await post('/code', { address: 'deux@home.example', since: '2025-02-01', until: '' });
    expect(begun.headers.location).toBe(`${page}?company=${company}&done=begun`);
    const { text } = portal.world.mail.at(-1)!;
    const code = /Code : (\d{8})/.exec(text)![1]!;
    const body = await look();
    expect(body).not.toContain(code);
    expect(body).toContain('memory (TEST)');
    const request = lastRequest(body);
    const wrong = code === '00000000' ? '00000001' : '00000000';
    expect((await post('/code/answer', { request, code: wrong })).body).toContain('wrong-code');
    const answered = await post('/code/answer', { request, code });
    expect(answered.headers.location).toBe(`${page}?company=${company}&done=linked`);
    const after = await look();
    expect(after).toContain('depuis le 1er février 2025');
    expect(after).toContain('code envoyé à l’adresse');
    expect(after).not.toContain('name="code"');
  });

  it('an account is proved by a signature over the text that the page shows', async () => {
    await post('/challenge', { host: 'git.example', login: 'deux' });
    const body = await look();
    expect(body).toMatch(/printf .*communs identity proof;.*ssh-keygen -Y sign -n communs/);
    const request = lastRequest(body);
    const refused = await post('/challenge/answer', {
      request,
      signature: samples.signatures['ssh-ed25519'].signature,
    });
    expect([refused.status, refused.body]).toEqual([422, expect.stringContaining('wrong-signature')]);
  });

  it('an account is proved by signing in to its forge, and the way back works once', async () => {
    await post('/login', { host: 'git.example' });
    const [, href = ''] = /href="(https:\/\/git\.example\/authorize[^"]*)"/.exec(await look()) ?? [];
    const there = new URL(href.replaceAll('&amp;', '&'));
    expect(there.searchParams.get('redirect_uri')).toMatch(/\/developer\/identities\/login$/);
    const back = `${page}/login?${new URLSearchParams({ state: there.searchParams.get('state')!, code: 'deux' })}`;
    const stranger = await portal.signIn(portal.a.developers[0]);
    expect((await portal.ask(stranger, { path: back })).body).toContain('proof-expired');
    expect((await portal.ask(two, { path: back })).headers.location).toBe(`${page}?company=${company}&done=linked`);
    expect((await portal.ask(two, { path: back })).status).toBe(409);
    expect(await look()).toContain('deux (git.example)');
  });

  it('a no to the forge links nothing, and says so', async () => {
    const path = `${page}/login?${new URLSearchParams({ state: '0'.repeat(32), error: 'access_denied' })}`;
    expect((await portal.ask(two, { path })).body).toContain('login-refused');
  });

  it('an identity ends on the day that she says, or never was hers', async () => {
    const identity = await authorOf(portal.ports, 'deux@home.example');
    await post('/unlink', { identity, answer: 'ended', until: '2025-06-30' });
    expect(await look()).toContain('du 1er février 2025 au 30 juin 2025');
    await post('/unlink', { identity, answer: 'never', until: '' });
    expect((await linked()).some(({ author }) => author === identity)).toBe(false);
    expect((await post('/unlink', { identity: '0'.repeat(64), answer: 'ended' })).status).toBe(403);
  });

  it('a search under her name proposes, and the page says why that proves nothing', async () => {
    await portal.ports.directory.put(
      ...(['installation', 'author', 'x', { name: 'Alba DEUX', address: 'alba@elsewhere.example' }, true] as const),
    );
    await post('/search', {});
    const body = await look();
    expect(body).toContain('alba@elsewhere.example');
    expect(body).toContain('ce qui ne prouve rien');
    const identity = await authorOf(portal.ports, 'alba@elsewhere.example');
    expect((await post('', { identity, answer: 'accept' })).status).toBe(403);
    const answered = await post('', { identity, answer: 'not-me' });
    expect(answered.headers.location).toBe(`${page}?company=${company}&done=refused`);
  });
});

describe('nobody else', () => {
  it('sees or touches them: not HR, not a developer of another company', async () => {
    const identity = await authorOf(portal.ports, 'alba-1@example.org');
    const forms = {
      '': { identity, answer: 'accept' },
      '/unlink': { identity, answer: 'never' },
      '/code': { address: 'x@home.example' },
      '/code/answer': { request: '0'.repeat(32), code: '00000000' },
      '/challenge': { host: 'git.example', login: 'deux' },
      '/challenge/answer': { request: '0'.repeat(32), signature: 'x' },
      '/login': { host: 'git.example' },
      '/search': {},
    };
    const sent = portal.world.mail.length;
    for (const person of [portal.a.people.hr, portal.b.developers[0]]) {
      const who = await portal.signIn(person);
      for (const [path, form] of Object.entries(forms)) {
        expect((await post(path, form, who)).status, path).toBe(403);
      }
      expect((await portal.ask(who, { path: `${page}?company=${company}` })).status).toBe(403);
    }
    expect(portal.world.mail).toHaveLength(sent);
  });
});
