// What can go wrong between a forge and us, on demand: each fault spoils one answer.
import type { ServerResponse } from 'node:http';

export type Fault =
  | 'rate-limit'
  | 'secondary-limit'
  | 'limit-without-words'
  | 'secondary-limit-in-words'
  | 'server-error'
  | 'gateway-timeout'
  | 'truncated'
  | 'resource-limits'
  | 'not-found'
  | 'unauthorized'
  | 'forbidden'
  | 'repeated-page'
  | 'moved'
  | 'moved-away'
  | 'rate-limit-in-words'
  | 'other-error'
  | 'disconnected';

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly json: unknown;
}

/** Seconds since 1970: when the pretended quota is given again, within the hour as on every forge. */
export const resetAtSeconds = 1_780_275_000;

const answer = (status: number, json: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  json,
  headers,
});

/** Faults that look the same on every forge; null for those that each API has its own words for. */
export function spoiled(fault: Fault): Answer | null {
  switch (fault) {
    case 'rate-limit':
      return answer(403, { message: 'API rate limit exceeded' }, quotaHeaders(5000, 0));
    case 'secondary-limit':
      return answer(429, { message: 'Too many requests' }, { 'retry-after': '30' });
    case 'limit-without-words':
      return answer(429, {});
    case 'server-error':
      return answer(503, { message: 'Unavailable' });
    case 'gateway-timeout':
      return answer(502, { message: "We couldn't respond to your request in time. Sorry about that." });
    case 'not-found':
      return answer(404, { message: 'Not Found' });
    case 'unauthorized':
      return answer(401, { message: 'Bad credentials' });
    case 'forbidden':
      return answer(403, { message: 'Resource not accessible' });
    default:
      return null;
  }
}

export const quotaHeaders = (limit: number, remaining: number): Record<string, string> => ({
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': String(resetAtSeconds),
});

/** Sends an answer; `truncated` ends it in the middle of its JSON, `disconnected` in the middle of its transfer. */
export function send(response: ServerResponse, { status, headers, json }: Answer, fault: Fault | null): void {
  const body = JSON.stringify(json);
  const half = body.slice(0, Math.floor(body.length / 2));
  if (fault === 'disconnected') {
    response.writeHead(status, {
      ...headers,
      'content-type': 'application/json',
      'content-length': String(body.length * 2),
    });
    response.write(half, () => response.destroy());
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(fault === 'truncated' ? half : body);
}
