// The commits of the sample's repositories, planned from what its developers declare. No person in them exists.
import { addDays, type Day } from '../../lib/model/calendar.ts';
import {
  developerOf,
  developers,
  licenceLostOn,
  projects,
  type RepositoryName,
  type SampleDeveloper,
} from '../cast.ts';
import { type PlannedDay, plannedDays } from '../plan.ts';
import { type Draw, drawFrom } from '../random.ts';

export interface Person {
  readonly name: string;
  readonly address: string;
}

/** An instant in somebody's own zone. */
export interface ZonedInstant {
  /** Since 1970, UTC. */
  readonly seconds: number;
  /** `+0200` */
  readonly offset: string;
}

export interface PlannedCommit {
  readonly branch: string;
  /** `merge`: the branch whose tip becomes the second parent. */
  readonly merges: string | null;
  readonly author: Person;
  readonly authoredAt: ZonedInstant;
  readonly committer: Person;
  readonly committedAt: ZonedInstant;
  readonly message: string;
  /** Lines added to the end of a file, or a file written anew. */
  readonly change: { readonly path: string; readonly lines: readonly string[]; readonly anew: boolean } | null;
}

export const mainBranch = 'main';
const topicBranch = 'travail/telemetrie';

const forge: Person = { name: 'Forge', address: 'noreply@git.example' };
const bot: Person = { name: 'dependances[bot]', address: '77+dependances[bot]@users.noreply.git.example' };
const maintainer: Person = { name: 'Wolfram Xander', address: 'wolfram.xander@openinfra.example' };
/** Somebody who contributes without a secondment: nobody's hours. */
const volunteer: Person = { name: 'Rosalie Quiberon', address: 'rosalie@quiberon.example' };

/** Standard and summer offsets in minutes, and the days of 2025 between which summer time runs there. */
const zones = {
  Paris: { winter: 60, summer: 120, from: '2025-03-30', to: '2025-10-26' },
  Montréal: { winter: -300, summer: -240, from: '2025-03-09', to: '2025-11-02' },
  Réunion: { winter: 240, summer: 240, from: '2025-01-01', to: '2025-01-01' },
} as const;

function instant(day: Day, zone: keyof typeof zones, minuteOfDay: number, second: number): ZonedInstant {
  const { winter, summer, from, to } = zones[zone];
  const offsetMinutes = day >= from && day < to ? summer : winter;
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  const local = Date.UTC(year, month - 1, dayOfMonth) / 1000 + minuteOfDay * 60 + second;
  const distance = Math.abs(offsetMinutes);
  const digits = `${String(Math.floor(distance / 60)).padStart(2, '0')}${String(distance % 60).padStart(2, '0')}`;
  return { seconds: local - offsetMinutes * 60, offset: `${offsetMinutes < 0 ? '-' : '+'}${digits}` };
}

const subjects = [
  'Resserre la lecture des trames',
  'Ajoute un essai pour les voies en impasse',
  'Corrige l’ordre des itinéraires',
  'Sépare le calcul et l’affichage',
  'Documente le format des journaux',
  'Accélère la recherche de conflits',
  'Remplace la file par un anneau',
  'Traite les horloges en retard',
] as const;

const lineOf = (draw: Draw): string =>
  `règle ${draw.between(100, 999)} ${draw.oneOf(['vaut', 'suit', 'borne'])} ${draw.between(1, 99)}`;
const linesOf = (draw: Draw, count: number): string[] => Array.from({ length: count }, () => lineOf(draw));

const committerOf = (developer: SampleDeveloper, draw: Draw): Person => ({
  name: developer.name,
  address: draw.chance(80) ? developer.addresses[0]! : draw.oneOf(developer.addresses),
});

/** A declared day leaves a commit on that day, or a larger one on the next. */
function commitOfDay(planned: PlannedDay): PlannedCommit[] {
  if (planned.trace === 'none') return [];
  const developer = developerOf(planned.matricule);
  const draw = drawFrom(`commit ${planned.matricule} ${planned.day}`);
  if (draw.chance(12)) return [];
  const isLater = planned.trace === 'later-commit';
  const day = isLater ? addDays(planned.day, 1) : planned.day;
  const author = committerOf(developer, draw);
  const authoredAt = instant(day, developer.zone, draw.between(9 * 60, 18 * 60), draw.between(0, 59));
  const style = draw.oneOf(['plain', 'plain', 'plain', 'squash', 'rebase', 'pair'] as const);
  const number = 100 + draw.between(1, 880);
  const subject = `${draw.oneOf(subjects)} (${planned.project})`;
  const partner = draw.oneOf(
    developers.filter(
      ({ name, traces, stretches }) =>
        name !== developer.name && traces === 'commits' && stretches.some(({ project }) => project === planned.project),
    ),
  );
  const trailer = `\n\nCo-authored-by: ${partner.name} <${partner.addresses[0]}>`;
  const later = instant(addDays(day, draw.between(1, 3)), developer.zone, draw.between(9 * 60, 17 * 60), 0);
  const committed = {
    plain: { committer: author, committedAt: authoredAt, message: subject },
    pair: { committer: author, committedAt: authoredAt, message: `${subject}${trailer}` },
    // Squashed by the forge: its pull request in the subject, who helped in the trailers.
    squash: {
      committer: forge,
      committedAt: { ...authoredAt, seconds: authoredAt.seconds + 5400 },
      message: `${subject} (#${number})${draw.chance(50) ? trailer : ''}`,
    },
    rebase: { committer: author, committedAt: later, message: subject },
  }[style];
  const size = isLater ? draw.between(60, 110) : draw.between(6, 70);
  return [
    {
      branch: mainBranch,
      merges: null,
      author,
      authoredAt,
      ...committed,
      change: {
        path: `${planned.project}/partie-${draw.between(1, 40)}.regles`,
        lines: linesOf(draw, size),
        anew: size > 30 && draw.chance(30),
      },
    },
  ];
}

const plain = (
  person: Person,
  at: ZonedInstant,
  message: string,
  change: PlannedCommit['change'],
  branch = mainBranch,
): PlannedCommit => ({
  branch,
  merges: null,
  author: person,
  authoredAt: at,
  committer: person,
  committedAt: at,
  message,
  change,
});

const anew = (path: string, lines: readonly string[]): PlannedCommit['change'] => ({ path, lines, anew: true });

const openLicence = ['European Union Public Licence v. 1.2', '', 'SPDX-License-Identifier: EUPL-1.2'];
const closedLicence = ['Business Source License 1.1', '', 'SPDX-License-Identifier: BUSL-1.1'];

/** What happens besides the declared days: the first commit, bots, a volunteer, a revert, a licence change. */
function commitsOfHouse(name: RepositoryName): PlannedCommit[] {
  const first = plain(maintainer, instant('2024-12-16', 'Paris', 600, 0), 'Début', anew('LICENSE', openLicence));
  const bumps = Array.from({ length: 13 }, (_, index) => {
    const day = index === 12 ? '2026-01-12' : `2025-${String(index + 1).padStart(2, '0')}-12`;
    const at = instant(day, 'Paris', 5 * 60, index);
    const change = anew('dependances.lock', [`noyau 1.${index}`, `réseau 2.${index}`]);
    return { ...plain(bot, at, `Monte noyau de 1.${Math.max(0, index - 1)} à 1.${index}`, change), committer: forge };
  });
  const gift = plain(volunteer, instant('2025-06-21', 'Paris', 22 * 60, 11), 'Corrige une coquille', {
    path: 'LISEZMOI',
    lines: ['Merci de lire ce fichier.'],
    anew: false,
  });
  const revert = plain(
    maintainer,
    instant('2025-06-23', 'Paris', 9 * 60, 30),
    'Revert "Corrige une coquille"',
    anew('LISEZMOI', ['']),
  );
  const licence =
    name === 'horaires-ouverts'
      ? [
          plain(
            maintainer,
            instant(licenceLostOn, 'Paris', 600, 0),
            'Change la licence',
            anew('LICENSE', closedLicence),
          ),
        ]
      : [];
  return [first, ...bumps, gift, revert, ...licence, ...(name === 'commun-ferroviaire' ? topic() : [])];
}

/** A branch whose three commits were rebased onto the main one (same author dates, same changes), then merged. */
function topic(): PlannedCommit[] {
  const developer = developerOf('R-105');
  const person: Person = { name: developer.name, address: developer.addresses[1]! };
  const days = ['2025-05-13', '2025-05-14', '2025-05-15'] as const;
  const originals = days.map((day, index) =>
    plain(
      person,
      instant(day, 'Paris', 14 * 60, index),
      `Télémétrie, étape ${index + 1}`,
      anew(`telemetrie/etape-${index + 1}.regles`, linesOf(drawFrom(`topic ${index}`), 45)),
      topicBranch,
    ),
  );
  const copies = originals.map((original, index) => ({
    ...original,
    branch: mainBranch,
    committedAt: instant('2025-05-19', 'Paris', 10 * 60, index),
  }));
  const at = instant('2025-05-20', 'Paris', 11 * 60, 0);
  const merge: PlannedCommit = {
    ...plain(maintainer, at, `Merge branch '${topicBranch}'`, null),
    merges: topicBranch,
  };
  return [...originals, ...copies, merge];
}

/** All commits of one repository, in the order in which they were made. */
export function historyOf(name: RepositoryName): PlannedCommit[] {
  const declared = plannedDays
    .filter(({ project }) => projects[project].repository === name)
    .flatMap((planned) => commitOfDay(planned));
  return [...commitsOfHouse(name), ...declared].sort((a, b) => a.committedAt.seconds - b.committedAt.seconds);
}
