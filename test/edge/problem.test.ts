import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Endpoint, endpoint } from '../../lib/edge/endpoint.ts';
import { statusOf } from '../../lib/edge/problem.ts';
import { Refusal, refusalCodes } from '../../lib/model/refusal.ts';
import { RefusalWithProblems } from '../../lib/model/refusal-with-problems.ts';
import { ask, edgeOf, signedIn } from './edge.ts';

const marker = 'Zanzibar-4212';

/** An endpoint that fails in the given way. */
const failing = (error: unknown): Endpoint =>
  endpoint({
    method: 'POST',
    path: '/fails/{token}',
    audience: 'public',
    need: [],
    input: z.object({ salary: z.string(), token: z.string() }),
    run: async () => Promise.reject(error),
  });

const request = (headers: Record<string, string> = {}) =>
  ask({ method: 'POST', path: `/fails/${marker}`, headers, form: { salary: marker } });

const problems = { fr: 'Le classeur est chiffré.', en: 'The workbook is encrypted.' };

describe('a refusal', () => {
  it('becomes problem details in the language of the reader, its cause left out', async () => {
    const refusal = new Refusal('encrypted', problems, { cause: new Error(marker) });
    const answer = await edgeOf([failing(refusal)]).send(request({ 'accept-language': 'en' }));
    expect(JSON.parse(answer.body ?? '')).toEqual({
      type: '/problems#encrypted',
      title: 'Request refused',
      status: 422,
      detail: 'The workbook is encrypted.',
      code: 'encrypted',
      requestId: 'JKJaXmPLvHcESHA=',
    });
  });

  it('carries row problems as errors', async () => {
    const row = { detail: problems, pointer: '/file', row: 14, column: 'C', code: 'unknown-project' };
    const refusal = new RefusalWithProblems('problems-block', problems, [row]);
    const answer = await edgeOf([failing(refusal)]).send(request({ 'accept-language': 'fr' }));
    expect(JSON.parse(answer.body ?? '').errors).toEqual([{ ...row, detail: problems.fr }]);
  });

  it('is a page for a browser, and JSON if that page cannot be made', async () => {
    const browser = request({ accept: 'text/html,*/*;q=0.8' });
    const page = await edgeOf([failing(new Refusal('encrypted', problems))]).send(browser);
    expect(page.headers?.['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain(problems.fr);
    const broken = edgeOf([failing(new Refusal('encrypted', problems))], {
      renderProblem: () => {
        throw new RangeError(marker);
      },
    });
    const fallback = await broken.send(browser);
    expect([fallback.statusCode, fallback.headers?.['content-type']]).toEqual([422, 'application/problem+json']);
    expect(broken.lines.join()).not.toContain(marker);
  });

  it('has a status below 500, unless the machine is at fault, for every code', () => {
    const machine = [
      'repository-unreachable',
      'ledger-busy',
      'signing-key-retired',
      'data-directory-not-writable',
      'engine-missing',
      'git-missing',
      'forge-unreachable',
      'mail-not-set-up',
      'mail-not-sent',
      'invalid-settings',
    ];
    for (const code of refusalCodes) {
      expect(statusOf(code) >= 500, code).toBe(machine.includes(code));
      expect(statusOf(code), code).toBeGreaterThanOrEqual(400);
    }
    expect(statusOf('unknown-statement')).toBe(404);
  });
});

describe('a fault', () => {
  it('is a bare 500 with the request id; neither answer nor log tells what was sent', async () => {
    const fault = new TypeError(`cannot pay ${marker}`, { cause: new Error(`sql ${marker}`) });
    const edge = edgeOf([failing(fault)]);
    const answer = await edge.send({
      ...request({ authorization: `Bearer ${marker}` }),
      cookies: [signedIn().replace(/\./, marker)],
    });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).toContain('JKJaXmPLvHcESHA=');
    expect(answer.body).not.toMatch(/Zanzibar|TypeError|\.ts:/);
    expect(edge.lines).toHaveLength(1);
    const [line = ''] = edge.lines;
    expect(line).not.toContain(marker);
    expect(JSON.parse(line)).toMatchObject({
      level: 'fault',
      requestId: 'JKJaXmPLvHcESHA=',
      route: 'POST /fails/{token}',
      chain: [{ name: 'TypeError' }, { name: 'Error' }],
    });
  });

  it('is not logged for a refusal', async () => {
    const edge = edgeOf([failing(new Refusal('encrypted', problems))]);
    await edge.send(request());
    expect(edge.lines).toEqual([]);
  });
});
