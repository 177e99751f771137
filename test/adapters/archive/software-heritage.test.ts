// Software Heritage as its API is described: what it holds, in bulk; the request to visit; its limits.
import { expect, it } from 'vitest';
import { softwareHeritage } from '../../../lib/adapters/archive/software-heritage.ts';
import type { ForgeFetch } from '../../../lib/adapters/forge/safe-fetch.ts';
import { allTextOf, failureOf, marker } from '../forge/forge-contract.ts';
import { now } from '../forge/pulling.ts';

const swhid = (n: number): string => `swh:1:rev:${n.toString(16).padStart(40, '0')}`;

function heritage(
  answer: (path: string, body: string) => { status?: number; headers?: Record<string, string>; text: string },
) {
  const asked: string[] = [];
  const fetch: ForgeFetch = async (url, request) => {
    expect([request?.method, request?.headers?.authorization]).toEqual(['POST', `Bearer ${marker}`]);
    asked.push(url);
    const {
      status = 200,
      headers = {},
      text,
    } = answer(url.replace('https://archive.softwareheritage.org/api/1', ''), request?.body ?? '');
    return new Response(text, { status, headers });
  };
  return { asked, archive: softwareHeritage({ now: () => now, token: marker, fetch }) };
}

it('asks for a thousand names at a time, and takes what it does not mention for absent', async () => {
  const { archive, asked } = heritage((_path, body) => {
    const names = JSON.parse(body) as string[];
    expect(names.length).toBeLessThanOrEqual(1000);
    return {
      text: JSON.stringify(
        Object.fromEntries(names.filter((one) => one !== swhid(3)).map((one) => [one, { known: one !== swhid(2) }])),
      ),
    };
  });
  const held = await archive.known(Array.from({ length: 1500 }, (_, i) => swhid(i)));
  expect([held.size, held.get(swhid(1)), held.get(swhid(2)), held.get(swhid(3)), held.get(swhid(1400))]).toEqual([
    1500,
    true,
    false,
    false,
    true,
  ]);
  expect(asked).toHaveLength(2);
});

it('asks for a visit of the very address, and names it as an origin', async () => {
  const { archive, asked } = heritage(() => ({
    text: JSON.stringify({ save_request_status: 'accepted', save_task_status: 'not created' }),
  }));
  expect(await archive.save('https://forge.test/commons/library')).toBe('accepted');
  expect(asked[0]).toBe(
    'https://archive.softwareheritage.org/api/1/origin/save/git/url/https://forge.test/commons/library/',
  );
  // The example of the archive's own documentation of SWHIDs.
  expect(archive.originOf('https://github.com/torvalds/linux')).toBe(
    'swh:1:ori:b63a575fe3faab7692c9f38fb09d4bb45651bb0f',
  );
});

it('says when to come back, and lets no token out', async () => {
  const limited = heritage(() => ({
    status: 429,
    headers: {
      'x-ratelimit-limit': '120',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(now / 1000 + 600),
    },
    text: '',
  }));
  expect(await failureOf(limited.archive.known([swhid(1)]))).toMatchObject({ notBefore: now + 605_000 });
  // Until then nothing is asked.
  await failureOf(limited.archive.save('https://forge.test/a/b'));
  expect(limited.asked).toHaveLength(1);
  for (const answer of [{ status: 503, text: '' }, { text: '{"half' }]) {
    expect(await failureOf(heritage(() => answer).archive.known([swhid(1)]))).toMatchObject({
      notBefore: now + 60_000,
    });
  }
  for (const answer of [{ status: 400, text: '{}' }, { text: '[1]' }]) {
    const failure = await failureOf(heritage(() => answer).archive.known([swhid(1)]));
    expect(failure).toMatchObject({ code: 'repository-unreachable' });
    expect(allTextOf(failure)).not.toContain(marker);
  }
});
