// What the tests of the edge share: ports that refuse to be used, events as the gateway sends them, a settled clock.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type Endpoint, pickPorts } from '../../lib/edge/endpoint.ts';
import { type EdgeHandler, type EdgeSettings, edgeHandler } from '../../lib/edge/handler.ts';
import { localContext } from '../../lib/edge/http-event.ts';
import { type SessionPayload, sessionCookie } from '../../lib/edge/session.ts';
import type { Ports } from '../../lib/ports.ts';

/** 2026-03-02T10:00:00Z. */
export const nowMs = 1_772_445_600_000;
export const nowSeconds = nowMs / 1000;
export const key = new Uint8Array(32).fill(7);

/** Only the clock is there: an endpoint of these tests that takes another port gets nothing. */
export const ports = { ...pickPorts({} as Ports, []), clock: { now: () => nowMs } } as unknown as Ports;

export interface Edge {
  readonly handler: EdgeHandler;
  readonly lines: string[];
  readonly send: (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;
}

export function edgeOf(endpoints: readonly Endpoint[], overrides: Partial<EdgeSettings> = {}): Edge {
  const lines: string[] = [];
  const handler = edgeHandler(endpoints, {
    ports: async () => ports,
    sessionKey: async () => key,
    renderProblem: (problem) => `<!doctype html><title>${problem.title}</title><p>${problem.detail}</p>`,
    log: (line) => lines.push(line),
    secure: true,
    run: { isMemory: false, isTestClock: false },
    ...overrides,
  });
  return { handler, lines, send: (event) => handler(event, localContext(event.requestContext.requestId)) };
}

/** An event as recorded, from test/edge/events. */
export const recorded = (name: string): APIGatewayProxyEventV2 =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'events', `${name}.json`), 'utf8'));

export interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly query?: string;
  readonly headers?: Record<string, string>;
  readonly cookies?: string[];
  readonly form?: Record<string, string>;
}

/** The recorded page event with another method, path, form… */
export function ask({
  method = 'GET',
  path,
  query = '',
  headers = {},
  cookies = [],
  form,
}: Asked): APIGatewayProxyEventV2 {
  const base = recorded('page');
  const body = form === undefined ? undefined : new URLSearchParams(form).toString();
  return {
    ...base,
    rawPath: path,
    rawQueryString: query,
    cookies,
    headers: {
      accept: '*/*',
      ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: Buffer.from(body).toString('base64'), isBase64Encoded: true }),
    requestContext: { ...base.requestContext, http: { ...base.requestContext.http, method, path } },
  };
}

/** The Cookie of a signed-in person, as a browser sends it back. */
export function signedIn(payload: Partial<SessionPayload> = {}, secure = true): string {
  const full = {
    person: 'pe-1',
    name: 'Anna Person',
    roles: [],
    language: 'en',
    exp: nowSeconds + 60,
    ...payload,
  } as const;
  return sessionCookie(full, key, secure).split(';')[0] ?? '';
}
