// Software Heritage: which commits it holds, and the request that it come and look at a repository.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Archive } from '../../ports/archive.ts';
import { exchanged } from '../forge/exchanged.ts';
import { forgePatience, quotaOf } from '../forge/forge-patience.ts';
import { answerNotUnderstood } from '../forge/forge-refusals.ts';
import { type ForgeFetch, safeFetch } from '../forge/safe-fetch.ts';

export interface SoftwareHeritageOptions {
  /** `https://archive.softwareheritage.org/api/1` unless given. */
  readonly apiBase?: string;
  /** Raises the limits: without one, some 120 requests an hour and some ten visits. */
  readonly token?: string;
  readonly fetch?: ForgeFetch;
  /** UTC milliseconds. */
  readonly now: () => number;
}

// As the archive's own code documents it (swh-web, `/api/1/known/`): a list of at most 1,000 SWHIDs in, an object by SWHID out.
const presence = z.record(z.string(), z.object({ known: z.boolean() }));
const askedAtOnce = 1000;

// As above (`/api/1/origin/save/`): `rejected` for places that it does not visit, `pending` until a person there decides.
const request = z.object({ save_request_status: z.enum(['accepted', 'pending', 'rejected']) });

export function softwareHeritage(options: SoftwareHeritageOptions): Archive {
  const { apiBase = 'https://archive.softwareheritage.org/api/1', token, now } = options;
  const { host, hostname } = new URL(apiBase);
  const fetch = options.fetch ?? safeFetch({ allowedHosts: [hostname] });
  const patience = forgePatience(now);

  async function post<Answer>(path: string, body: string, shape: z.ZodType<Answer>): Promise<Answer> {
    patience.check();
    const headers = {
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'communs',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const { status, header, text } = await exchanged(
      fetch,
      `${apiBase}${path}`,
      { method: 'POST', headers, body },
      patience,
    );
    if (status === 429) throw patience.limited(header);
    if (status >= 500) throw patience.down(header);
    if (status !== 200) throw answerNotUnderstood(path, host, `HTTP ${status}`);
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      throw patience.down();
    }
    patience.note(quotaOf(header));
    const read = shape.safeParse(json);
    if (!read.success) throw answerNotUnderstood(path, host, read.error.issues[0]?.path.join('.') ?? '');
    return read.data;
  }

  return {
    // The archive names an origin by the SHA-1 of its address, as it stands.
    originOf: (url) => `swh:1:ori:${createHash('sha1').update(url).digest('hex')}`,
    async known(swhids) {
      const held = new Map<string, boolean>();
      for (let from = 0; from < swhids.length; from += askedAtOnce) {
        const part = swhids.slice(from, from + askedAtOnce);
        const answer = await post('/known/', JSON.stringify(part), presence);
        for (const swhid of part) held.set(swhid, answer[swhid]?.known === true);
      }
      return held;
    },
    save: async (url) => (await post(`/origin/save/git/url/${url}/`, '', request)).save_request_status,
  };
}
