// The projects of a triage set: their repositories, the day their licence changed, and the length of each company's day.
import * as z from 'zod';
import { Refusal } from '../../model/refusal.ts';
import type { Project } from '../../model/registry.ts';
import { parseDecimal, timesHalfUp } from '../decimal.ts';
import { readLicence } from '../declarations/licence.ts';

const licenceEvent = z.object({ date: z.iso.date(), before: z.string(), after: z.string() });
const shape = z.object({
  projects: z.record(z.string(), z.object({ repos: z.array(z.string()), licence_event: licenceEvent.nullish() })),
  companies: z.array(z.object({ id: z.string(), day_hours: z.number().positive().max(24) })).default([]),
});

export interface SetProjects {
  readonly projects: readonly Project[];
  /** Company id → minutes of its day, where the file is in days. */
  readonly dayMinutes: ReadonlyMap<string, number>;
}

const always = '0001-01-01';

const wrong = (where: string, fr: string, en: string): Refusal =>
  new Refusal('invalid-declaration', {
    fr: `Le fichier des projets, « ${where} » : ${fr} (forme : { "projects": { "CODE": { "repos": ["hôte/dépôt"], "licence_event": null } } }).`,
    en: `The file of projects, '${where}': ${en} (shape: { "projects": { "CODE": { "repos": ["owner/name"], "licence_event": null } } }).`,
  });

function isOpen(spdx: string, where: string): boolean {
  const licence = readLicence(spdx);
  if (licence !== null) return licence.open;
  throw wrong(
    where,
    `« ${spdx} » n’est pas une expression SPDX. Corrigez-la`,
    `'${spdx}' is no SPDX expression. Correct it`,
  );
}

function licencesOf(code: string, event: z.infer<typeof licenceEvent> | null | undefined): Project['licences'] {
  // Without an event the set says nothing of the licence, and nothing is held against it.
  if (event == null) return [{ from: always, to: null, spdx: 'NOASSERTION', open: true, evidence: 'projects.json' }];
  const { date, before, after } = event;
  const place = `projects.${code}.licence_event`;
  return [
    { from: always, to: date, spdx: before, open: isOpen(before, `${place}.before`), evidence: 'projects.json' },
    { from: date, to: null, spdx: after, open: isOpen(after, `${place}.after`), evidence: 'projects.json' },
  ];
}

const minutesOf = (hours: number): number => Number(timesHalfUp(parseDecimal(String(hours))!, 60n));

/**
 * @param json the parsed `projects.json` of forges.md, section 6
 * @returns projects as the rules read them: eligible throughout, their licence open until an event closed it
 * @throws Refusal `invalid-declaration`
 */
export function readSetProjects(json: unknown): SetProjects {
  const read = shape.safeParse(json);
  if (!read.success) {
    const issue = read.error.issues[0]!;
    throw wrong(
      issue.path.join('.') || 'projects',
      'cette valeur manque ou n’est pas lisible',
      'this value is missing or unreadable',
    );
  }
  return {
    projects: Object.entries(read.data.projects).map(([id, { repos, licence_event }]) => ({
      ...{
        id,
        name: id,
        foundation: id,
        repositories: repos.map((repository) => ({ id: repository, url: repository, branch: null, path: null })),
        successorOf: null,
      },
      licences: licencesOf(id, licence_event),
      eligibility: [{ from: always, to: null, eligible: true, decidedBy: [], reason: '' }],
    })),
    dayMinutes: new Map(read.data.companies.map(({ id, day_hours }) => [id, minutesOf(day_hours)])),
  };
}
