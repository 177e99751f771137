// Every endpoint and every job is in docs/endpoints.md, as it is declared, and nothing else is.
import { expect, it } from 'vitest';
import { endpoints } from '../../functions/endpoints.ts';
import { jobs } from '../../functions/jobs.ts';
import { developmentSignIn } from '../../lib/edge/development-sign-in.ts';
import type { Endpoint } from '../../lib/edge/endpoint.ts';
import type { Trigger } from '../../lib/edge/job.ts';
import { sectionOf, tableRowsOf, textOf } from './documents.ts';

/** The rows of the table under a heading; each must say, in its last cell, what it is for. */
function documented(heading: string): string[] {
  return tableRowsOf(sectionOf(textOf('docs/endpoints.md'), heading)).map((row) => {
    expect(row.at(-1), row[0]).not.toBe('');
    return row.slice(0, -1).join(' | ');
  });
}

const declared = (list: readonly Endpoint[]): string[] =>
  list.map(({ method, path, audience }) => `\`${method} ${path}\` | ${audience}`);

const wokenBy = (trigger: Trigger): string => (trigger.kind === 'schedule' ? trigger.expression : trigger.kind);

it('tells every endpoint, with whom it is for', () => {
  expect(documented('In the cloud and in the embedded run').sort()).toEqual(declared(endpoints).sort());
});

it('tells every endpoint of the development sign-in', () => {
  const signIn = developmentSignIn({
    personas: async () => [],
    host: '127.0.0.1',
    environment: {},
    renderPage: () => '',
  });
  expect(documented('In the embedded run only').sort()).toEqual(declared(signIn).sort());
});

it('tells every job, with what wakes it', () => {
  const woken = jobs.map(({ name, trigger }) => `\`${name}\` | ${wokenBy(trigger)}`);
  expect(documented('Jobs').sort()).toEqual(woken.sort());
});
