// The headers that the first page promises to recognise are those that the reader does recognise.
import { expect, it } from 'vitest';
import type { Role } from '../../lib/intake/column-roles.ts';
import { headerOf } from '../../lib/intake/header.ts';
import { exampleHeaders, knownHeaders } from '../../web/words/hr-timesheets.ts';

const roles: Readonly<Record<keyof typeof knownHeaders, readonly Role[]>> = {
  person: ['person-id', 'email', 'full-name', 'last-name', 'first-name'],
  day: ['date'],
  project: ['project'],
  duration: ['quantity'],
};

const promised = Object.entries(knownHeaders).flatMap(([thing, { fr, en }]) =>
  [fr, en].flatMap((list) =>
    list.split(/, | et | and /).map((header) => [header, roles[thing as keyof typeof roles]] as const),
  ),
);

it.each(promised)('“%s” is read', (header, expected) => {
  const [role] = headerOf(1, [header]).columns.keys();
  expect(expected).toContain(role);
});

it.each(['fr', 'en'] as const)('the example’s own headers are among them (%s)', (language) => {
  const { columns } = headerOf(
    1,
    Object.values(exampleHeaders).map((header) => header[language]),
  );
  expect([...columns.keys()].sort()).toEqual(['date', 'person-id', 'project', 'quantity']);
});
