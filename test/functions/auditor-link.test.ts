// The twelve rules of auditor links, each on the portal as it is served.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { primitives } from '../../lib/adapters/primitives.ts';
import { localLinkKeys } from '../../lib/adapters/signer/local-link-keys.ts';
import { readSession } from '../../lib/edge/session.ts';
import { fromHex, toHex } from '../../lib/model/hashing.ts';
import { parseSecret } from '../../lib/statement/link-secret.ts';
import { sampleOfStatement } from '../../lib/statement/sample-of-statement.ts';
import type { ViewLevel } from '../../lib/statement/sd-jwt.ts';
import { verifyFile } from '../../lib/statement/verify-file.ts';
import { type IssuedLink, issueLink, revokeLink } from '../../lib/use-cases/issue-link.ts';
import { sequenceLog } from '../../lib/use-cases/log/sequence-log.ts';
import { type Asked, openPortal, type Portal, portalNowMs } from './portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
/** Each test comes from an address of its own. */
let address = 0;
beforeEach(() => {
  portal.world.nowMs = portalNowMs;
  address += 1;
});

const day = 86_400_000;
const made = (level: ViewLevel = 'names', days = 90, code: 'paper' | 'mail' = 'paper'): Promise<IssuedLink> => {
  const { company, people, number } = portal.a;
  // Two links of one instant would be one.
  portal.world.nowMs += 1000;
  return issueLink(portal.ports, {
    ...{ company, by: people.finance, number, level, audience: 'Direction de contrôle', emailDomain: 'audit.example' },
    ...{ code, days },
  });
};

const right = (link: IssuedLink): Asked => ({
  ...{ path: link.path, address: `192.0.2.${address}` },
  form: { secret: link.secret, siren: portal.a.siren, code: link.code ?? '' },
});
const wrong = (link: IssuedLink, form: Record<string, string> = { code: '000000' }): Asked => {
  const asked = right(link);
  return { ...asked, form: { ...asked.form, ...form } };
};
/** @returns the cookie of whoever opened it */
async function opened(link: IssuedLink, before: string | null = null): Promise<string> {
  const answer = await portal.ask(before, right(link));
  expect([answer.status, answer.headers.location]).toEqual([303, `/auditor/${link.link}`]);
  return answer.cookies[0]!.split(';')[0]!;
}
const tries = async (link: string): Promise<string[]> => {
  const acts: string[] = [];
  for await (const { act } of portal.ports.accessList.list(`link/${link}`)) if (act !== 'tried') acts.push(act);
  return acts;
};

describe('rule 1: one statement, one view level', () => {
  it('opens what it was given for and nothing else', async () => {
    const totals = await made('totals');
    const who = await opened(totals);
    const { body } = await portal.ask(who, { path: `/auditor/${totals.link}` });
    expect(body).toContain(portal.a.number);
    expect(body).toContain('Authentique');
    expect(body).not.toContain('/lines/');
    expect(body).not.toMatch(/alba (?:Une|Deux)/);
    for (const path of ['lines/1/2025-03', 'files/disclosures.txt']) {
      expect((await portal.ask(who, { path: `/auditor/${totals.link}/${path}` })).status).toBe(404);
    }
    for (const link of [portal.a.link.link, portal.b.link.link]) {
      expect((await portal.ask(who, { path: `/auditor/${link}` })).status).toBe(403);
    }
    expect((await portal.ask(who, { path: '/finance/statements' })).status).toBe(403);
  });

  it.each(['totals', 'lines', 'names'] as const)(
    'hands out workbook and PDF of `%s` in either language',
    async (level) => {
      await sequenceLog(portal.ports);
      const link = await made(level);
      const who = await opened(link);
      for (const lang of ['fr', 'en']) {
        for (const ending of ['xlsx', 'pdf']) {
          const path = `/auditor/${link.link}/files/statement.${ending}`;
          const got = await portal.ask(who, { path, query: `lang=${lang}` });
          expect([got.status, got.headers['cache-control']]).toEqual([200, 'no-store']);
          expect(got.headers['content-disposition']).toContain(`.${level}.${lang}.${ending}`);
        }
      }
    },
  );

  it('hands out CSV that says no more than its level', async () => {
    const csvAt = async (level: 'totals' | 'lines' | 'names', name: string) => {
      const link = await made(level);
      return (await portal.ask(await opened(link), { path: `/auditor/${link.link}/files/${name}` })).body;
    };
    expect(await csvAt('names', 'statement.csv')).toMatch(/alba (?:Une|Deux)/);
    expect(await csvAt('lines', 'statement.csv')).toMatch(/\b2025-03-01\b/);
    expect(await csvAt('lines', 'statement.fr.csv')).not.toMatch(/alba (?:Une|Deux)/);
    expect(await csvAt('totals', 'statement.csv')).not.toMatch(/2025-03-01|alba (?:Une|Deux)/);
  });

  it('shows lines without names, shas and file names at `lines`, and all three proofs by name at `names`', async () => {
    const lines = await made('lines');
    const who = await opened(lines);
    const statement = await portal.ask(who, { path: `/auditor/${lines.link}` });
    expect(statement.body).toContain(`/auditor/${lines.link}/lines/1/2025-03`);
    const shown = await Promise.all(
      [1, 2].map((n) => portal.ask(who, { path: `/auditor/${lines.link}/lines/${n}/2025-03` })),
    );
    const page = [statement, ...shown].map(({ body: html }) => html).join('');
    for (const text of ['Personne 1', 'Personne 2', '1 commit']) expect(page).toContain(text);
    expect(page).not.toMatch(/alba (?:Une|Deux)|alba-mars|bbbbbbbb/);

    const names = await made('names');
    const reader = await opened(names);
    const pages = await Promise.all(
      [1, 2].map((n) => portal.ask(reader, { path: `/auditor/${names.link}/lines/${n}/2025-03` })),
    );
    const body = pages.map(({ body: html }) => html).join('');
    for (const text of ['alba Une', 'alba Deux', 'alba-mars.csv', 'bbbbbbbbbb', 'trésorière', portal.a.upload]) {
      expect(body).toContain(text);
    }
    // What she did on a day without declared hours is hers alone.
    expect(body).not.toContain('dddddddddd');
    expect((await portal.ask(reader, { path: `/auditor/${names.link}/lines/9/2025-03` })).status).toBe(404);
    expect((await portal.ask(reader, { path: `/auditor/${names.link}/lines/1/2025-09` })).status).toBe(404);
  });

  it('lets one browser hold several links, and nobody else’s session', async () => {
    const [one, two] = [await made(), await made()];
    const hr = await portal.signIn(portal.a.people.hr);
    const first = await opened(one, hr);
    const both = await opened(two, first);
    expect((await portal.ask(both, { path: `/auditor/${one.link}` })).status).toBe(200);
    expect((await portal.ask(both, { path: `/auditor/${two.link}` })).status).toBe(200);
    expect((await portal.ask(both, { path: '/hr/timesheets' })).status).toBe(403);
  });
});

describe('rule 2: expiry is 90 days by default, 400 at most', () => {
  it('is proposed so, and refused beyond', async () => {
    const finance = await portal.signIn(portal.a.people.finance);
    const path = `/finance/statements/${portal.a.company}/${portal.a.number}`;
    const { body } = await portal.ask(finance, { path });
    expect(body).toContain('value="2026-04-15"');
    expect(body).toContain('max="2027-02-19"');
    const form = { level: 'totals', audience: 'x', emailDomain: 'audit.example', code: 'paper', expires: '2027-02-20' };
    expect((await portal.ask(finance, { path: `${path}/links`, form })).status).toBe(422);
    await expect(made('totals', 401)).rejects.toThrow('invalid-input');
  });

  it('ends the link, also for who has it open', async () => {
    const link = await made('names', 1);
    const who = await opened(link);
    portal.world.nowMs += day - 1000;
    const open = portal.asAuditor(link.link);
    expect((await portal.ask(open, { path: `/auditor/${link.link}` })).status).toBe(200);
    // To the second, and not at the end of some day.
    portal.world.nowMs += 1000;
    expect((await portal.ask(who, { path: `/auditor/${link.link}` })).status).not.toBe(200);
    expect((await portal.ask(null, { path: link.path })).status).toBe(404);
    expect((await portal.ask(null, right(link))).status).toBe(404);
    const later = portal.asAuditor(link.link);
    expect((await portal.ask(later, { path: `/auditor/${link.link}` })).status).toBe(404);
  });

  it('signs with a key of 90 days, which is checked for 400 days more and no longer', async () => {
    const clock = { ms: portalNowMs };
    const keys = localLinkKeys(await mkdtemp(join(tmpdir(), 'communs-link-keys-')), { now: () => clock.ms });
    const first = await keys.current();
    clock.ms += 90 * day - 1;
    expect((await keys.current()).kid).toBe(first.kid);
    clock.ms += 1;
    expect((await keys.current()).kid).not.toBe(first.kid);
    // A link of the key's last second, made for the longest time, opens to its end.
    clock.ms += 400 * day - 1;
    expect(await keys.byKid(first.kid)).toEqual(first.key);
    clock.ms += 1;
    expect(await keys.byKid(first.kid)).toBeNull();
  });

  it('bears a mac of 16 bytes, looked at before anything is read', async () => {
    const link = await made();
    const [, exp, , mac] = link.path.slice('/v/'.length).split('.');
    expect([Buffer.from(mac!, 'base64url').length, Number.parseInt(exp!, 36)]).toEqual([
      16,
      Math.floor(portal.world.nowMs / 1000) + 90 * 86_400,
    ]);
    const flipped = link.path.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
    const spies = [vi.spyOn(portal.world.table, 'get'), vi.spyOn(portal.world.table, 'query')];
    for (const path of [flipped, '/v/garbage', `${link.path}x`]) {
      expect((await portal.ask(null, { path })).status).toBe(404);
      expect((await portal.ask(null, { ...right(link), path })).status).toBe(404);
    }
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});

describe('rule 3: bound to an audience and an e-mail domain', () => {
  it('gives a code by mail to an address of the domain, and to no other; the page says the same', async () => {
    const link = await made('totals', 90, 'mail');
    expect(link.code).toBeNull();
    const { form, ...asked } = right(link);
    const send = async (email: string, more: Record<string, string> = {}) => {
      const before = portal.world.mail.length;
      portal.world.nowMs += 1000;
      const path = `${link.path}/code`;
      const answer = await portal.ask(null, { ...asked, path, form: { ...form, email, ...more } });
      return { status: answer.status, body: answer.body.replaceAll(email, 'X'), sent: portal.world.mail.slice(before) };
    };
    const good = await send('claire@audit.example');
    expect(good.sent.map(({ to }) => to)).toEqual(['claire@audit.example']);
    const text = good.sent[0]!.text;
    for (const tell of [portal.a.siren, portal.a.number, link.link, link.secret, 'alba']) {
      expect(text).not.toContain(tell);
    }
    for (const email of ['claire@audit.example.org', 'claire@evil-audit.example', 'claire@sub.audit.example', '']) {
      expect(await send(email)).toMatchObject({ status: 200, sent: [] });
    }
    const other = await send('claire@audit.example', { siren: portal.b.siren });
    expect([other.status, other.sent]).toEqual([200, []]);
    expect(other.body.replace(portal.b.siren, portal.a.siren)).toBe(good.body);

    const code = /Code : (\d{6})/.exec(text)![1]!;
    expect(
      (await portal.ask(null, { ...asked, form: { ...form, code: code === '000000' ? '1' : '000000' } })).status,
    ).toBe(422);
    expect((await portal.ask(null, { ...asked, form: { ...form, code } })).status).toBe(303);
    portal.world.nowMs += 1_800_001;
    expect((await portal.ask(null, { ...asked, form: { ...form, code } })).status).toBe(422);
  });

  it('sends no more codes than tries: ten within an hour', async () => {
    const link = await made('totals', 90, 'mail');
    const { form, ...asked } = right(link);
    const before = portal.world.mail.length;
    const statuses: number[] = [];
    for (let i = 0; i < 12; i += 1) {
      portal.world.nowMs += 1000;
      const answer = await portal.ask(null, {
        ...{ ...asked, path: `${link.path}/code` },
        form: { ...form, email: 'claire@audit.example' },
      });
      statuses.push(answer.status);
    }
    expect(portal.world.mail.length - before).toBe(10);
    expect(statuses.slice(9)).toEqual([200, 429, 429]);
  });

  it('shows both to both sides', async () => {
    const link = await made('totals');
    const { body } = await portal.ask(await opened(link), { path: `/auditor/${link.link}` });
    expect(body).toContain('Direction de contrôle');
    const finance = await portal.signIn(portal.a.people.finance);
    const path = `/finance/statements/${portal.a.company}/${portal.a.number}`;
    expect((await portal.ask(finance, { path })).body).toContain('audit.example');
  });
});

it('rule 4: is revocable at once, page, line and file', async () => {
  const link = await made();
  const who = await opened(link);
  await revokeLink(portal.ports, { company: portal.a.company, by: portal.a.people.finance, link: link.link });
  for (const path of ['', '/lines/1/2025-03', '/files/statement.jws']) {
    const { status, body } = await portal.ask(who, { path: `/auditor/${link.link}${path}` });
    expect([status, body.includes('alba')]).toEqual([404, false]);
  }
  expect((await portal.ask(null, right(link))).status).toBe(404);
});

it('rule 5: writes each opening and each refused try down, where the company sees them', async () => {
  const link = await made();
  for (const asked of [
    wrong(link, { secret: '', code: '' }),
    wrong(link),
    wrong(link, { siren: portal.b.siren }),
    right(link),
  ]) {
    portal.world.nowMs += 1000;
    await portal.ask(null, asked);
  }
  expect(await tries(link.link)).toEqual(['refused', 'refused', 'opened']);
  const finance = await portal.signIn(portal.a.people.finance);
  const { body } = await portal.ask(finance, {
    path: `/finance/statements/${portal.a.company}/${portal.a.number}`,
  });
  const row = body.split('<tr>').find((each) => each.includes(link.link))!;
  expect(row.replace(/<[^>]+>/g, ' ')).toMatch(/ 1 +2 +15 janvier 2026/);
});

describe('rule 6: tries', () => {
  it('lock the link for an hour after ten, and say so in words that fit every failure', async () => {
    const link = await made();
    for (let i = 0; i < 10; i += 1) {
      portal.world.nowMs += 1000;
      const refused = await portal.ask(null, wrong(link));
      expect(refused.status).toBe(422);
      // What was typed comes back, but for the code.
      expect(refused.body).toContain(link.secret);
    }
    portal.world.nowMs += 1_800_000;
    const locked = await portal.ask(null, right(link));
    expect(locked.status).toBe(429);
    // Ten minutes and ten seconds after ten: the hour runs from the tries themselves.
    expect(locked.body).toMatch(/plus rien n’est essayé jusqu’à \d\d:\d\d UTC\. Ce n’est pas grave/);
    expect((await tries(link.link)).at(-1)).toBe('locked');
    // An hour after the tenth, whoever tried in between.
    portal.world.nowMs += 1_800_001;
    await opened(link);
  });

  it('are judged one after the other, however many come at the same instant', async () => {
    const link = await made();
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, i) => portal.ask(null, wrong(link, { code: String(i).padStart(6, '0') }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(10).fill(422), ...Array(15).fill(429)]);
  });

  it('are throttled by address: thirty in an hour, whatever the link', async () => {
    const links = await Promise.all([made(), made(), made()]);
    portal.world.nowMs += 3_600_000;
    for (const link of links) {
      for (let i = 0; i < 10; i += 1) {
        portal.world.nowMs += 1000;
        expect((await portal.ask(null, wrong(link))).status).toBe(422);
      }
    }
    const fresh = await made();
    const throttled = await portal.ask(null, right(fresh));
    expect([throttled.status, throttled.body.includes('Trop d’essais sont venus de votre réseau')]).toEqual([
      429,
      true,
    ]);
    expect(await tries(fresh.link)).toEqual([]);
    portal.world.nowMs += 3_600_000;
    await opened(fresh);
  });
});

it('rule 7: sends strict headers with the door, the pages, the files and the refusals', async () => {
  const link = await made();
  const who = await opened(link);
  const answers = [
    await portal.ask(null, { path: link.path }),
    await portal.ask(null, { path: '/v/garbage' }),
    await portal.ask(null, right(link)),
    await portal.ask(who, { path: `/auditor/${link.link}` }),
    await portal.ask(who, { path: `/auditor/${link.link}/files/statement.jws` }),
    await portal.ask(null, { path: `/auditor/${link.link}` }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 303, 200, 200, 401]);
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'.*form-action 'self'; frame-ancestors 'none'/,
    );
    expect(headers['strict-transport-security']).toContain('max-age=');
  }
});

it('rule 8: changes nothing when the door is asked for by GET or HEAD', async () => {
  const link = await made();
  const { table, objects } = portal.world;
  const writes = [
    ...(['put', 'putIfAbsent', 'replace', 'remove'] as const).flatMap((name) =>
      name in table ? [vi.spyOn(table, name as 'put')] : [],
    ),
    vi.spyOn(objects, 'putIfAbsent'),
  ];
  expect(writes.length).toBeGreaterThan(2);
  for (const method of ['GET', 'HEAD']) {
    const door = await portal.ask(null, { method, path: link.path });
    expect([door.status, door.cookies]).toEqual([200, []]);
    expect(door.body === '').toBe(method === 'HEAD');
    expect((await portal.ask(null, { method, path: `${link.path}x` })).status).toBe(404);
  }
  for (const write of writes) expect(write).not.toHaveBeenCalled();
  vi.restoreAllMocks();
  await opened(link);
});

it('rule 9: keeps only digests of secret and code', async () => {
  const link = await made();
  const stored: string[] = [];
  const state = portal.ports.readBooks.facts(`company/${portal.a.company}`, -1);
  for await (const { bytes } of state) stored.push(Buffer.from(bytes).toString('utf8'));
  for await (const { key, value } of portal.ports.directory.list('installation', 'link')) {
    stored.push(key, JSON.stringify(value));
  }
  const text = stored.join('\n');
  const bytes = parseSecret(link.secret)!;
  expect(text).toContain(toHex(primitives.sha256(bytes)));
  for (const secret of [link.secret, link.secret.replaceAll('-', ''), toHex(bytes), `"${link.code}"`]) {
    expect(text).not.toContain(secret);
  }
  expect(fromHex(toHex(bytes))).toEqual(bytes);
});

describe('rule 10: unknown, revoked and expired', () => {
  it('give one and the same answer, at the door and when tried', async () => {
    const [revoked, expired, altered] = [await made(), await made('names', 1), await made()];
    await revokeLink(portal.ports, { company: portal.a.company, by: portal.a.people.finance, link: revoked.link });
    portal.world.nowMs += 2 * day;
    const alteredPath = altered.path.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
    const paths = [revoked.path, expired.path, alteredPath, '/v/garbage', '/v/a.b.c.d'];
    for (const post of [false, true]) {
      const answers = await Promise.all(
        paths.map((path) => portal.ask(null, post ? { ...right(revoked), path } : { path })),
      );
      expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
      expect(answers[0]!.status).toBe(404);
      // What to do in each case: ask the company, check the file, open the bundle.
      expect(answers[0]!.body).toContain('/verify');
    }
  });

  it('take the same way through: neither reads, writes nor hashes tell which it was', async () => {
    const work = async (asked: Asked): Promise<string> => {
      const { table } = portal.world;
      const spies = [
        ...[vi.spyOn(table, 'get'), vi.spyOn(table, 'query'), vi.spyOn(table, 'put')],
        ...[vi.spyOn(portal.ports.primitives, 'sha256'), vi.spyOn(portal.ports.primitives, 'hmacSha256')],
      ];
      await portal.ask(null, asked);
      const counts = spies.map((spy) => spy.mock.calls.length).join(' ');
      vi.restoreAllMocks();
      return counts;
    };
    const [link, gone, over] = [await made(), await made(), await made('names', 1)];
    await revokeLink(portal.ports, { company: portal.a.company, by: portal.a.people.finance, link: gone.link });
    portal.world.nowMs += 2 * day;
    const tried = [
      await work(wrong(link)),
      await work(wrong(link, { secret: 'x' })),
      await work(wrong(link, { siren: '' })),
      await work(wrong(link, { siren: 'é'.repeat(50) })),
      await work(right(gone)),
      await work(right(over)),
    ];
    expect(new Set(tried).size).toBe(1);
    const asked = [await work({ path: gone.path }), await work({ path: over.path })];
    expect(new Set(asked).size).toBe(1);
  });
});

it('rule 11: leaves the secret, the code and the address in no log line', async () => {
  const link = await made();
  portal.lines.length = 0;
  vi.spyOn(portal.world.table, 'get').mockRejectedValue(new Error(`${link.secret} ${link.code} ${link.path}`));
  const broken = await portal.ask(null, right(link));
  vi.restoreAllMocks();
  expect(broken.status).toBe(500);
  expect(portal.lines.length).toBeGreaterThan(0);
  const lines = portal.lines.join('\n');
  for (const secret of [link.secret, link.code ?? 'no code', link.link]) {
    expect(lines).not.toContain(secret);
    expect(broken.body).not.toContain(secret);
  }
  expect(lines).toContain('POST /v/{token}');
});

it('rule 12: hands out files that verify without the server', async () => {
  const link = await made();
  const who = await opened(link);
  const file = async (name: string): Promise<Uint8Array> =>
    (await portal.ask(who, { path: `/auditor/${link.link}/files/${name}` })).bytes;
  const [jws, jwks, status, disclosures, json] = await Promise.all(
    ['statement.jws', 'jwks.json', 'status.jws', 'disclosures.txt', 'statement.json'].map(file),
  );
  const answer = await verifyFile(
    { file: jws!, jwks: jwks!, keysPinned: true, status: status!, disclosures: disclosures!, statementJson: json! },
    primitives,
  );
  expect([answer.exitCode, answer.level, answer.problems]).toEqual([0, 'names', []]);
  expect(answer.names?.map(({ name }) => name).sort()).toEqual(['alba Deux', 'alba Une']);
  // The whole bundle is one of them, and no other level's is handed out.
  const bundle = await verifyFile({ file: await file('bundle.names.zip'), jwks: jwks!, keysPinned: true }, primitives);
  expect([bundle.exitCode, bundle.level]).toEqual([0, 'names']);
  for (const level of ['lines', 'totals']) {
    const other = await portal.ask(who, { path: `/auditor/${link.link}/files/bundle.${level}.zip` });
    expect(other.status).toBe(404);
  }
});

it('ends the session of an auditor when she signs out', async () => {
  const who = await opened(await made());
  const answer = await portal.ask(who, { path: '/sign-out', form: {} });
  expect([answer.status, answer.headers.location]).toEqual([303, '/']);
  expect(answer.cookies[0]).toMatch(/^__Host-communs=; Path=\/; Max-Age=0; HttpOnly; SameSite=Lax; Secure$/);
});

it('gives the session of an auditor her link and nothing else', async () => {
  const link = await made();
  const cookie = await opened(link);
  const session = readSession([cookie], new Uint8Array(32).fill(7), true, portal.world.nowMs);
  expect(session?.payload.roles).toEqual([{ role: 'auditor', link: link.link }]);
  expect(session?.payload.name).toBe('Direction de contrôle');
});

describe('a sample', () => {
  const asked = 'method=monetary-unit&size=3&word=dossier';

  it('is drawn on the page as from the files, and asking again draws the same', async () => {
    const link = await made();
    const who = await opened(link);
    const path = `/auditor/${link.link}/sample`;
    const before = await portal.ask(who, { path });
    expect([before.status, before.body.includes('Télécharger (XLSX)')]).toEqual([200, false]);
    const page = await portal.ask(who, { path, query: asked });
    const again = await portal.ask(who, { path, query: asked });
    expect(page.body).toBe(again.body);
    const file = async (name: string): Promise<string> =>
      (await portal.ask(who, { path: `/auditor/${link.link}/files/${name}` })).body;
    const [jws, jwks, disclosures] = [
      await file('statement.jws'),
      await file('jwks.json'),
      await file('disclosures.txt'),
    ];
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const { payload, lines, names } = await verifyFile(
      { file: bytes(jws), jwks: bytes(jwks), keysPinned: true, disclosures: bytes(disclosures) },
      primitives,
    );
    const offline = sampleOfStatement(primitives.sha256, { payload: payload!, lines, names }, jws, {
      ...{ method: 'monetary-unit', size: 3, word: 'dossier' },
    });
    if (typeof offline === 'string') throw new Error(offline);
    expect(offline.rows.length).toBeGreaterThan(0);
    expect(page.body).toContain(offline.seed);
    for (const { line, month, name } of offline.rows) {
      expect(page.body).toContain(`/auditor/${link.link}/lines/${line}/${month}`);
      expect(page.body).toContain(name);
    }
    const workbook = await portal.ask(who, { path: `${path}/sample.xlsx`, query: asked });
    expect([workbook.status, workbook.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });

  it('has no names at level `lines`, and cannot be drawn from totals', async () => {
    const lines = await made('lines');
    const page = await portal.ask(await opened(lines), { path: `/auditor/${lines.link}/sample`, query: asked });
    expect(page.body).toMatch(/Personne [12]/);
    expect(page.body).not.toMatch(/alba (?:Une|Deux)/);
    const totals = await made('totals');
    const who = await opened(totals);
    const none = await portal.ask(who, { path: `/auditor/${totals.link}/sample`, query: asked });
    expect(none.body).toContain('ce niveau de lecture ne montre pas de ligne');
    expect((await portal.ask(who, { path: `/auditor/${totals.link}/sample/sample.xlsx`, query: asked })).status).toBe(
      404,
    );
  });
});
