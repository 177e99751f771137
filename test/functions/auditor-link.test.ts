// The twelve rules of auditor links (formats.md, section 5), each on the portal as it is served.
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { primitives } from '../../lib/adapters/primitives.ts';
import { readSession } from '../../lib/edge/session.ts';
import { fromHex, toHex } from '../../lib/model/hashing.ts';
import { parseSecret } from '../../lib/statement/link-secret.ts';
import type { ViewLevel } from '../../lib/statement/sd-jwt.ts';
import { verifyFile } from '../../lib/statement/verify-file.ts';
import { type IssuedLink, issueLink, revokeLink } from '../../lib/use-cases/issue-link.ts';
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
const made = (level: ViewLevel = 'names', days = 90): Promise<IssuedLink> => {
  const { company, people, number } = portal.a;
  // Two links of one instant would be one.
  portal.world.nowMs += 1000;
  return issueLink(portal.ports, {
    ...{ company, by: people.finance, number, level, audience: 'Direction de contrôle', emailDomain: 'audit.example' },
    days,
  });
};

const right = (link: IssuedLink): Asked => ({
  ...{ path: link.path, address: `192.0.2.${address}` },
  form: { secret: link.secret, siren: portal.a.siren, code: link.code },
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
  for await (const { act } of portal.ports.accessList.list(`link/${link}`)) acts.push(act);
  return acts;
};

describe('1. one statement, one view level', () => {
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

  it.each(['totals', 'lines', 'names'] as const)('hands out the workbook of `%s` in either language', async (level) => {
    const link = await made(level);
    const who = await opened(link);
    for (const lang of ['fr', 'en']) {
      const path = `/auditor/${link.link}/files/statement.xlsx`;
      expect((await portal.ask(who, { path, query: `lang=${lang}` })).status).toBe(200);
    }
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

describe('2. expiry: 90 days by default, 400 at most', () => {
  it('is proposed so, and refused beyond', async () => {
    const finance = await portal.signIn(portal.a.people.finance);
    const path = `/finance/statements/${portal.a.company}/${portal.a.number}`;
    const { body } = await portal.ask(finance, { path });
    expect(body).toContain('value="2026-04-15"');
    expect(body).toContain('max="2027-02-19"');
    const form = { level: 'totals', audience: 'x', emailDomain: 'audit.example', expires: '2027-02-20' };
    expect((await portal.ask(finance, { path: `${path}/links`, form })).status).toBe(422);
    await expect(made('totals', 401)).rejects.toThrow('invalid-input');
  });

  it('ends the link, also for who has it open', async () => {
    const link = await made('names', 1);
    const who = await opened(link);
    portal.world.nowMs += 9 * 3_600_000;
    expect((await portal.ask(who, { path: `/auditor/${link.link}` })).status).toBe(200);
    portal.world.nowMs += 2 * day;
    expect((await portal.ask(null, { path: link.path })).status).toBe(404);
    expect((await portal.ask(null, right(link))).status).toBe(404);
    const later = portal.asAuditor(link.link);
    expect((await portal.ask(later, { path: `/auditor/${link.link}` })).status).toBe(404);
  });
});

it('3. is bound to an audience and an e-mail domain, which both sides see', async () => {
  const link = await made('totals');
  const { body } = await portal.ask(await opened(link), { path: `/auditor/${link.link}` });
  expect(body).toContain('Direction de contrôle');
  const finance = await portal.signIn(portal.a.people.finance);
  const path = `/finance/statements/${portal.a.company}/${portal.a.number}`;
  expect((await portal.ask(finance, { path })).body).toContain('audit.example');
});

it('4. is revocable at once, page, line and file', async () => {
  const link = await made();
  const who = await opened(link);
  await revokeLink(portal.ports, { company: portal.a.company, by: portal.a.people.finance, link: link.link });
  for (const path of ['', '/lines/1/2025-03', '/files/statement.jws']) {
    const { status, body } = await portal.ask(who, { path: `/auditor/${link.link}${path}` });
    expect([status, body.includes('alba')]).toEqual([404, false]);
  }
  expect((await portal.ask(null, right(link))).status).toBe(404);
});

it('5. writes each opening and each refused try down, where the company sees them', async () => {
  const link = await made();
  for (const asked of [wrong(link), wrong(link, { siren: portal.b.siren }), right(link)]) {
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

describe('6. tries', () => {
  it('lock the link for an hour after ten, and say so in words that fit every failure', async () => {
    const link = await made();
    for (let i = 0; i < 10; i += 1) {
      portal.world.nowMs += 1000;
      const refused = await portal.ask(null, wrong(link));
      expect([refused.status, refused.body.includes('trop d’essais (attendez une heure)')]).toEqual([422, true]);
      // What was typed comes back, but for the code.
      expect(refused.body).toContain(link.secret);
    }
    portal.world.nowMs += 1_800_000;
    expect((await portal.ask(null, right(link))).status).toBe(422);
    expect((await tries(link.link)).at(-1)).toBe('locked');
    // An hour after the tenth, whoever tried in between.
    portal.world.nowMs += 1_800_001;
    await opened(link);
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
    expect((await portal.ask(null, right(fresh))).status).toBe(422);
    expect(await tries(fresh.link)).toEqual([]);
    portal.world.nowMs += 3_600_000;
    await opened(fresh);
  });
});

it('7. sends strict headers with the door, the pages, the files and the refusals', async () => {
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

it('8. changes nothing when the door is asked for by GET or HEAD', async () => {
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

it('9. keeps only digests of secret and code', async () => {
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

describe('10. unknown, revoked and expired', () => {
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

  it('take the same way through: what fails first is not told by what is read', async () => {
    const reads = async (asked: Asked): Promise<number> => {
      const spies = [vi.spyOn(portal.world.table, 'get'), vi.spyOn(portal.world.table, 'query')];
      await portal.ask(null, asked);
      const count = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
      vi.restoreAllMocks();
      return count;
    };
    const [link, gone] = [await made(), await made()];
    await revokeLink(portal.ports, { company: portal.a.company, by: portal.a.people.finance, link: gone.link });
    const counts = [
      await reads(wrong(link)),
      await reads(wrong(link, { secret: 'x' })),
      await reads(wrong(link, { siren: '' })),
      await reads(right(gone)),
    ];
    expect(new Set(counts).size).toBe(1);
  });
});

it('11. leaves the secret, the code and the address in no log line', async () => {
  const link = await made();
  portal.lines.length = 0;
  vi.spyOn(portal.world.table, 'get').mockRejectedValue(new Error(`${link.secret} ${link.code} ${link.path}`));
  const broken = await portal.ask(null, right(link));
  vi.restoreAllMocks();
  expect(broken.status).toBe(500);
  expect(portal.lines.length).toBeGreaterThan(0);
  const lines = portal.lines.join('\n');
  for (const secret of [link.secret, link.code, link.link]) {
    expect(lines).not.toContain(secret);
    expect(broken.body).not.toContain(secret);
  }
  expect(lines).toContain('POST /v/{token}');
});

it('12. hands out files that verify without the server', async () => {
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
