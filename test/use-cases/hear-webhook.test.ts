// Webhooks: who signed is who was agreed with, a host speaks for its own repositories alone, and nothing but a request for a pull remains.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { repositoryId } from '../../lib/model/repository.ts';
import type { WebhookSecret } from '../../lib/ports/pulls.ts';
import { hearWebhook } from '../../lib/use-cases/hear-webhook.ts';
import { enrolLogin } from '../../lib/use-cases/people.ts';
import { register } from '../../lib/use-cases/register.ts';
import { isFrom, toleranceSeconds } from '../../lib/use-cases/webhook-signature.ts';
import { jsonFile, refusalOf, testLedger } from './ledger.ts';
import { project, registryFile } from './organisation.ts';

const secret = 'a-secret-of-two-parties';
const host = 'forge.example';
const url = 'https://forge.example/Tosit/rail.git';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const hmac = (key: Uint8Array, text: Uint8Array): Uint8Array => createHmac('sha256', key).update(text).digest();
const hex = (body: string, key = secret): string => createHmac('sha256', key).update(body).digest('hex');
const now = Date.UTC(2026, 0, 15, 9);

describe('a signature', () => {
  const agreed = (kind: WebhookSecret['kind'], of = secret): WebhookSecret => ({ host, kind, secret: of });
  const body = '{"zen":"é"}';
  const check = (one: WebhookSecret, headers: Record<string, string>, of = body): boolean =>
    isFrom(hmac, one, { headers, body: bytes(of) }, now);

  it.each([
    ['github', 'x-hub-signature-256', `sha256=${hex(body)}`],
    ['forgejo', 'x-hub-signature-256', `sha256=${hex(body)}`],
    ['forgejo', 'x-forgejo-signature', hex(body)],
    ['forgejo', 'x-gitea-signature', hex(body)],
    ['gitlab', 'x-gitlab-token', secret],
  ] as const)('of %s in %s is taken, and no other', (kind, name, value) => {
    expect(check(agreed(kind), { [name]: value })).toBe(true);
    expect(check(agreed(kind, 'another-secret-of-two'), { [name]: value })).toBe(false);
    for (const wrong of ['', value.slice(1), `${value}0`, value.toUpperCase(), 'sha256=']) {
      expect(check(agreed(kind), { [name]: wrong }), wrong).toBe(false);
    }
    expect(check(agreed(kind), {})).toBe(false);
    if (kind !== 'gitlab') expect(check(agreed(kind), { [name]: value }, `${body} `)).toBe(false);
  });

  it('of one forge says nothing to another', () => {
    expect(check(agreed('github'), { 'x-gitlab-token': secret })).toBe(false);
    expect(check(agreed('github'), { 'x-forgejo-signature': hex(body) })).toBe(false);
    expect(check(agreed('gitlab'), { 'x-hub-signature-256': `sha256=${hex(body)}` })).toBe(false);
  });

  it('with its time holds for five minutes, over id, time and body, by a key of its own form too', () => {
    const key = Buffer.from('a key of thirty-two bytes, or so.');
    const standard = agreed('gitlab', `whsec_${key.toString('base64')}`);
    const signed = (id: string, seconds: number) => ({
      ...{ 'webhook-id': id, 'webhook-timestamp': String(seconds) },
      'webhook-signature': `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`,
    });
    const at = now / 1000;
    expect(check(standard, signed('m', at))).toBe(true);
    expect(check(standard, signed('m', at - toleranceSeconds))).toBe(true);
    expect(check(standard, signed('m', at - toleranceSeconds - 1))).toBe(false);
    expect(check(standard, signed('m', at + toleranceSeconds + 1))).toBe(false);
    expect(check(standard, { ...signed('m', at), 'webhook-id': 'n' })).toBe(false);
    expect(check(standard, { ...signed('m', at), 'webhook-timestamp': String(at + 1) })).toBe(false);
    expect(check(standard, { ...signed('m', at), 'webhook-timestamp': '1e9' })).toBe(false);
    // One that is signed and wrong is not saved by the plain secret beside it.
    expect(check(standard, { ...signed('n', at), 'webhook-id': 'm', 'x-gitlab-token': standard.secret })).toBe(false);
  });
});

describe('a message of a forge', () => {
  async function ledger() {
    const made = testLedger();
    const file = jsonFile({ ...registryFile, projects: [{ ...project, repositories: [{ url }] }] });
    await register(made.ports, { by: (await enrolLogin(made.ports, 'ursule')).id, file });
    made.world.webhooks.set(host, { host, kind: 'github', secret });
    return made;
  }
  const sent = (body: string, more: Record<string, string> = {}) => ({
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${hex(body)}`, ...more },
    body: bytes(body),
  });

  it.each([
    [{ repository: { html_url: 'https://forge.example/Tosit/rail' } }],
    [{ repository: { clone_url: 'https://FORGE.example/Tosit/rail.git/' } }],
    [{ project: { web_url: 'https://forge.example/Tosit/rail' } }],
    [{ project: { git_http_url: url } }],
  ])('%j asks for the repository now', async (message) => {
    const { ports, world } = await ledger();
    const before = world.steps.size;
    expect(await hearWebhook(ports, host, sent(JSON.stringify(message)))).toEqual({ queued: true });
    expect(world.pulls).toEqual([{ repository: repositoryId(url, ports.primitives.sha256), notBefore: world.nowMs }]);
    expect(world.steps.size).toBe(before);
  });

  it('in a form of GitHub is read as well', async () => {
    const { ports, world } = await ledger();
    const form = new URLSearchParams({ payload: JSON.stringify({ repository: { clone_url: url } }) }).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await hearWebhook(ports, host, sent(form, type))).toEqual({ queued: true });
    expect(world.pulls).toHaveLength(1);
  });

  it.each([
    ['of a repository that nobody registered', { repository: { html_url: 'https://forge.example/Tosit/other' } }],
    ['of another host’s repository', { repository: { html_url: 'https://elsewhere.example/Tosit/rail' } }],
    ['of none', { zen: 'Keep it logically awesome.' }],
    ['that is a list', []],
    ['that is null', null],
    ['with addresses that are none', { repository: { html_url: 5, clone_url: 'rail' }, project: 'rail' }],
  ])('%s asks for nothing', async (_what, message) => {
    const { ports, world } = await ledger();
    expect(await hearWebhook(ports, host, sent(JSON.stringify(message)))).toEqual({ queued: false });
    expect(world.pulls).toEqual([]);
  });

  it('is refused unsigned, before it is read, and from a host with which nothing was agreed', async () => {
    const { ports, world } = await ledger();
    const unsigned = { headers: {}, body: bytes('no json') };
    expect((await refusalOf(hearWebhook(ports, host, unsigned))).code).toBe('webhook-refused');
    expect((await refusalOf(hearWebhook(ports, 'other.example', sent('{}')))).code).toBe('unknown-webhook');
    expect((await refusalOf(hearWebhook(ports, host, sent('no json')))).code).toBe('unsupported-body');
    expect(world.pulls).toEqual([]);
  });
});
