// Whether a list of a forge goes on, whichever of its headers tells so.
import { expect, it } from 'vitest';
import * as z from 'zod';
import { hasMore, restClient } from '../../../lib/adapters/forge/rest-client.ts';
import { now } from './pulling.ts';

/** @returns whether another page is to be asked for, after one of so many items */
async function goesOn(page: number, items: number, headers: Readonly<Record<string, string>>): Promise<boolean> {
  const fetch = async () => new Response(JSON.stringify(Array(items).fill(0)), { headers });
  const options = { host: 'forge.test', apiBase: 'https://forge.test/api/v1', credentials: null, now: () => now };
  const client = restClient({ ...options, fetch }, {});
  const seen = await client.get('https://forge.test/a/b', '/list', { page, limit: 50 }, z.array(z.number()));
  return hasMore(seen!, 50);
}

it.each([
  [1, 50, {}, true],
  [1, 49, {}, false],
  [1, 30, { link: '<https://forge.test/list?page=2>; rel="next"' }, true],
  [2, 50, { link: '<https://forge.test/list?page=1>; rel="prev"' }, false],
  [1, 30, { 'x-next-page': '2' }, true],
  [1, 50, { 'x-next-page': '' }, false],
  [1, 30, { 'x-hasmore': 'true' }, true],
  // A list of reviews of Forgejo tells only how many there are; its server may give fewer at once than was asked for.
  [1, 30, { 'x-total-count': '70' }, true],
  [2, 30, { 'x-total-count': '70' }, true],
  [1, 50, { 'x-total-count': '50' }, false],
  [4, 0, { 'x-total-count': '70' }, false],
])('page %i of %i items with %j', async (page, items, headers, more) => {
  expect(await goesOn(page, items, headers)).toBe(more);
});
