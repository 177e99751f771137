// The played year holds every outcome, in an order that the rules allow, and leaves each persona something to do.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projects, rail, tiedSignatory } from '../../examples/cast.ts';
import { plannedDays } from '../../examples/plan.ts';
import { type Act, type ActOf, leftToDo, scenario, visitorArrivesAt } from '../../examples/scenario.ts';

function of<Name extends Act['act']>(name: Name): ActOf<Name>[] {
  return scenario.filter((act): act is ActOf<Name> => act.act === name);
}

test('acts follow each other in time and end before the visitor arrives', () => {
  const instants = scenario.map(({ at }) => at);
  expect([...instants].sort()).toEqual(instants);
  expect((instants.at(-1) ?? '') < visitorArrivesAt).toBe(true);
  for (const at of instants) expect(new Date(at).toISOString()).toBe(at);
});

test('acts of one instant do not wait for each other: they are of one kind, and each about something of its own', () => {
  for (const [at, together] of Map.groupBy(scenario, (act) => act.at)) {
    expect(new Set(together.map((act) => ('foundation' in act ? 'answer' : act.act))).size, at).toBe(1);
    const members = ['company', 'matricule', 'project', 'month', 'repository', 'file'];
    const subjects = together.map((act) => members.map((member) => act[member as keyof Act] ?? '').join(' '));
    expect(new Set(subjects).size, at).toBe(together.length);
  }
});

test('every kind of act occurs, and every file it names exists', () => {
  expect([...new Set(scenario.map(({ act }) => act))].sort()).toEqual(
    [
      ...[
        'registry',
        'company',
        'secondments',
        'pay',
        'identities',
        'declarations',
        'accept',
        'pull',
        'import',
        'match',
        'check',
        'complete',
      ],
      ...['contest', 'confirm', 'confirm-partly', 'dispute', 'cannot-tell', 'correct', 'prepare', 'issue', 'link'],
    ].sort(),
  );
  for (const act of scenario) {
    if ('file' in act) expect(existsSync(join(import.meta.dirname, '../../examples', act.file)), act.file).toBe(true);
  }
});

test('nobody answers for the hours of her own employer, and no statement is issued by who prepared it', () => {
  const answered = scenario.filter((act) => 'foundation' in act);
  expect(answered.length).toBeGreaterThan(100);
  for (const act of answered) {
    expect(act.foundation).toBe(projects[act.project].foundation);
    if (act.by === tiedSignatory.id) expect(act.company).not.toBe(rail.siren);
  }
  for (const issue of of('issue')) {
    const prepared = of('prepare').filter(({ company, at }) => company === issue.company && at < issue.at);
    expect(prepared.length).toBe(1);
    expect(prepared[0]?.by).not.toBe(issue.by);
  }
});

test('a partial confirmation is less than what was declared, and a correction takes back less than the day', () => {
  const [partly] = of('confirm-partly');
  const declared = plannedDays
    .filter(({ matricule, day }) => matricule === partly?.matricule && day.startsWith(partly.month))
    .reduce((total, { amount }) => total + amount, 0);
  expect(partly?.amount).toBeGreaterThan(0);
  expect(partly?.amount).toBeLessThan(declared);
  const [correction] = of('correct');
  const day = plannedDays.find(({ matricule, day }) => matricule === correction?.matricule && day === correction.day);
  expect((day?.amount ?? 0) + (correction?.delta ?? 0)).toBeGreaterThan(0);
  expect((correction?.at ?? '') > (of('issue').find(({ company }) => company === correction?.company)?.at ?? '')).toBe(
    true,
  );
});

test('what is left to do has not been done', () => {
  const [hr] = leftToDo;
  expect(of('import').some(({ file }) => file === hr.file)).toBe(false);
  expect(existsSync(join(import.meta.dirname, '../../examples', hr.file))).toBe(true);
  expect(of('check').some(({ company, month }) => company === rail.siren && month === '2026-01')).toBe(false);
  expect(of('check').some(({ month }) => month === '2026-01')).toBe(true);
  expect(of('confirm').some(({ month }) => month === '2026-01')).toBe(false);
  expect(of('import').some(({ company, file }) => company === rail.siren && file.includes('2026-01'))).toBe(true);
  expect(of('prepare').some(({ company }) => company === '999001373')).toBe(false);
  expect(new Set(leftToDo.map(({ who }) => who))).toEqual(new Set(['hr', 'developer', 'foundation', 'finance']));
});
