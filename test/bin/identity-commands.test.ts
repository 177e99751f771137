// Identities on the command line, as a person links and unlinks them: a code from the outbox, a mailmap, a yes that is not enough.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communs, communsJson, type RefusedJson } from './communs.ts';

const folder = mkdtempSync(join(tmpdir(), 'communs-identities-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, 'ledger');
const siren = '999001001';
const own = ['--as', `${siren}/R-101`, '--data', data];

beforeAll(async () => {
  for (const kind of ['registry', 'company', 'secondments']) {
    const path = join(folder, kind);
    writeFileSync(path, (await communs([kind, '--template'])).out);
    const company = kind === 'secondments' ? ['--company', siren] : [];
    expect((await communs([kind, path, ...company, '--data', data])).exitCode).toBe(0);
  }
}, 60_000);

interface Mine {
  readonly linked: readonly {
    readonly shown: string;
    readonly identity: string;
    readonly intervals: readonly object[];
  }[];
  readonly proposed: readonly { readonly shown: string; readonly source: string }[];
  readonly begun: readonly { readonly request: string; readonly challenge: string | null }[];
}
const mine = async (): Promise<Mine> => (await communsJson<Mine>(['my-identities', ...own])).json;

interface Begun {
  readonly request: string;
  readonly outbox: string;
  readonly challenge: string | null;
}

describe('an address', () => {
  it('is linked by the code in the message, which lies in the outbox marked TEST', async () => {
    const begin = ['link-identity', '--address', 'Alex@Home.example', '--since', '01/02/2025', ...own];
    const { json, exitCode } = await communsJson<Begun>(begin);
    expect(exitCode).toBe(0);
    expect(json.outbox).toBe(join(data, 'outbox'));
    const [message = ''] = readdirSync(json.outbox);
    expect(message).toMatch(/\.TEST\.eml$/);
    const [, body = ''] = readFileSync(join(json.outbox, message), 'utf8').split('\r\n\r\n');
    const [, code = ''] = /Code : (\d{8})/.exec(Buffer.from(body, 'base64').toString()) ?? [];
    const prove = ['prove-identity', '--request', json.request, ...own];
    const wrong = await communsJson<RefusedJson>([...prove, '--code', code === '00000000' ? '1' : '00000000']);
    expect([wrong.exitCode, wrong.json.refused.code]).toEqual([1, 'wrong-code']);
    const { out } = await communs([...prove, '--code', code, '--lang', 'en']);
    expect(out).toBe('Identity linked.\n');
    const shown = {
      shown: 'alex@home.example',
      intervals: [{ since: '2025-02-01', until: null, proof: 'address-code' }],
    };
    expect((await mine()).linked).toMatchObject([shown]);
  });

  it('beside it in a mailmap is proposed, and a yes is not enough', async () => {
    const path = join(folder, '.mailmap');
    writeFileSync(path, 'Alex <alex@home.example> <alex@old.example>\n');
    const words = ['identities', '--mailmap', path, '--company', siren, '--data', data, '--lang', 'en'];
    expect((await communs(words)).out).toContain('People to whom an address is proposed: 1');
    expect((await mine()).proposed).toContainEqual(
      expect.objectContaining({ shown: 'alex@old.example', source: 'mailmap' }),
    );
    expect((await communs(['accept-identities', ...own])).exitCode).toBe(1);
    expect((await communs(['unlink-identity', 'alex@old.example', ...own])).exitCode).toBe(0);
    expect((await communs(['my-identities', '--lang', 'en', ...own])).out).toMatch(/alex@old\.example – Not me/);
  });

  it('ends on the day that she says', async () => {
    const end = (...more: string[]) => communsJson<{ already: boolean }>(['unlink-identity', ...more, ...own]);
    const day = ['alex@home.example', '--until', '2025-06-30'];
    expect((await end(...day)).json).toEqual({ already: false });
    expect((await end(...day)).json).toEqual({ already: true });
    const { linked } = await mine();
    expect(linked).toMatchObject([{ intervals: [{ since: '2025-02-01', until: '2025-06-30' }] }]);
    await end(linked[0]!.identity.slice(0, 12), '--never');
    expect((await mine()).linked).toEqual([]);
  });
});

it('an account is proved by a text to sign, with the command that signs it', async () => {
  const begun = await communsJson<Begun>(['link-identity', '--account', 'codeberg.org/alex', ...own]);
  expect(begun.json.challenge).toMatch(/^communs identity proof; .*account alex on codeberg\.org/);
  const { out } = await communs(['my-identities', ...own]);
  expect(out).toContain(`printf '%s' '${begun.json.challenge}' | ssh-keygen -Y sign -n communs`);
  const unknown = await communsJson<RefusedJson>(['link-identity', '--account', 'evil.example/alex', ...own]);
  expect([unknown.exitCode, unknown.json.refused.code]).toEqual([1, 'unknown-forge']);
});

it.each([
  ['link-identity', []],
  ['link-identity', ['--address', 'a@example.org', '--account', 'github.com/a']],
  ['link-identity', ['--address', 'a@example.org', '--since', '2025-02-30']],
  ['prove-identity', ['--request', 'x']],
  ['prove-identity', ['--request', 'x', '--code', '1', '--signature', 'f']],
  ['unlink-identity', ['a@example.org', '--never', '--until', '2025-01-01']],
])('%s %j is wrong usage', async (name, words) => {
  const { exitCode, json } = await communsJson<RefusedJson>([name, ...words, ...own]);
  expect([exitCode, json.refused.code]).toEqual([2, 'wrong-usage']);
});

it('nobody names somebody else by halves', async () => {
  const { json } = await communsJson<RefusedJson>(['my-identities', '--as', siren, '--data', data]);
  expect(json.refused.code).toBe('wrong-usage');
});
