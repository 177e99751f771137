// How much time a trace can carry and how far it reaches: dated values with their reasons, part of the rule set, never constants in code.
import type { Day } from '../model/calendar.ts';
import type { TimeUnit } from '../model/duration.ts';
import type { Bilingual } from '../model/text.ts';

/** What the work seen on one author day can carry, and which days it can speak for. */
export interface TraceBand {
  /** Smallest size class (bit length of changed lines) of the band; null for unknown size. */
  readonly fromClass: number | null;
  /** Of its own day, before anything else: the limit of a day, unless the change is tiny. */
  readonly ownDay: Readonly<Record<TimeUnit, number>>;
  /** Of all days together. In each unit, given separately: time counted in half-days is never turned into minutes. */
  readonly capacity: Readonly<Record<TimeUnit, number>>;
  /** Both are had once for each of the day's changes, up to so many; 1 = once for all of them together. */
  readonly changesCounted: number;
  /** A change may close up to so many working days of work before it. */
  readonly workingDaysBefore: number;
  /** And up to so many working days after it. */
  readonly workingDaysAfter: number;
  readonly reason: Bilingual;
}

/** Canonical JSON of this value is what `evidence-recorded` names by its digest. */
export interface MatchingPolicy {
  readonly name: string;
  readonly from: Day;
  /** Sorted by `fromClass` from 0; the band of a day's changes taken together. */
  readonly bands: readonly TraceBand[];
  /** For a day on which no change has a known size. */
  readonly unknownSize: TraceBand;
  /** For reviews, issues and releases: work on a forge that is no commit and has no size. */
  readonly acts: TraceBand;
  /** Reverts count at most as this class. */
  readonly trivialClass: number;
  /**
   * Up to so many working days away a trace is shown beside an entry that it cannot carry: `thin-trace`, not `no-public-trace`. As far as the
   * widest reach: beyond it, no trace could have carried the entry.
   */
  readonly nearbyWorkingDays: number;
}

/** @returns the band of a size class */
export function bandOf(policy: MatchingPolicy, sizeClass: number): TraceBand {
  const band = policy.bands.findLast(({ fromClass }) => fromClass !== null && fromClass <= sizeClass);
  if (band === undefined) throw new Error(`matching policy ${policy.name}: no band for size class ${sizeClass}`);
  return band;
}

/** House policy: no law says how much time a commit stands for. It only chooses what is asked; it never adds or removes a minute. */
export const matchingPolicies: readonly MatchingPolicy[] = [
  {
    name: 'matching-2021-01-01',
    from: '2021-01-01',
    trivialClass: 3,
    nearbyWorkingDays: 3,
    bands: [
      {
        fromClass: 0,
        ownDay: { minute: 180, 'half-day': 1 },
        capacity: { minute: 180, 'half-day': 1 },
        changesCounted: 1,
        workingDaysBefore: 0,
        workingDaysAfter: 0,
        reason: {
          fr: 'Moins de 8 lignes en une journée : une correction, avec sa recherche, remplit au plus une matinée de ce jour-là.',
          en: 'Fewer than 8 lines in a day: a fix, with the search for it, fills at most a morning of that day.',
        },
      },
      {
        fromClass: 4,
        ownDay: { minute: 600, 'half-day': 2 },
        capacity: { minute: 600, 'half-day': 2 },
        changesCounted: 1,
        workingDaysBefore: 0,
        workingDaysAfter: 0,
        reason: {
          fr: 'De 8 à 31 lignes : une journée, celle du commit (10 h par jour au plus, Code du travail, art. L. 3121-18).',
          en: '8 to 31 lines: one day, that of the commit (at most 10 h a day, Code du travail, art. L. 3121-18).',
        },
      },
      {
        fromClass: 6,
        ownDay: { minute: 600, 'half-day': 2 },
        capacity: { minute: 1200, 'half-day': 4 },
        changesCounted: 1,
        workingDaysBefore: 1,
        workingDaysAfter: 1,
        reason: {
          fr: 'De 32 à 63 lignes : le jour du commit et celui qu’il conclut, ou le lendemain (relecture, fuseaux) ; deux journées au plus.',
          en: '32 to 63 lines: the day of the commit and the one that it closes, or the day after (review, zones); two days at most.',
        },
      },
      {
        fromClass: 7,
        ownDay: { minute: 600, 'half-day': 2 },
        capacity: { minute: 2400, 'half-day': 8 },
        changesCounted: 1,
        workingDaysBefore: 3,
        workingDaysAfter: 1,
        reason: {
          fr: 'À partir de 64 lignes : le jour du commit et les trois jours ouvrés de travail qu’il conclut, ou le lendemain (relecture, fuseaux).',
          en: 'From 64 lines: the day of the commit and the three working days of work it closes, or the day after (review, zones).',
        },
      },
      {
        fromClass: 14,
        ownDay: { minute: 600, 'half-day': 2 },
        capacity: { minute: 1200, 'half-day': 4 },
        changesCounted: 1,
        workingDaysBefore: 3,
        workingDaysAfter: 1,
        reason: {
          fr: 'À partir de 8 192 lignes : import ou mise en forme en masse ; la taille ne dit rien du travail, deux journées au plus.',
          en: 'From 8,192 lines: a mass import or reformatting; size says nothing of the work, two days at most.',
        },
      },
    ],
    unknownSize: {
      fromClass: null,
      ownDay: { minute: 600, 'half-day': 2 },
      capacity: { minute: 360, 'half-day': 1 },
      changesCounted: 3,
      workingDaysBefore: 3,
      workingDaysAfter: 1,
      reason: {
        fr: 'Taille inconnue : un commit médian de ces projets fait de 10 à 51 lignes, un commit infime est possible ; sa journée, et autour moins d’une journée par commit, trois commits au plus.',
        en: 'Unknown size: the median commit of these projects has 10 to 51 lines, a tiny one is possible; its own day, and around it less than a day for each commit, three commits at most.',
      },
    },
    acts: {
      fromClass: null,
      ownDay: { minute: 120, 'half-day': 1 },
      capacity: { minute: 120, 'half-day': 1 },
      changesCounted: 4,
      workingDaysBefore: 0,
      workingDaysAfter: 0,
      reason: {
        fr: 'Une revue, un ticket, une version : lire, essayer et écrire prend jusqu’à deux heures ; quatre par jour au plus, et ce jour-là seulement.',
        en: 'A review, an issue, a release: reading, trying and writing take up to two hours; four a day at most, and that day alone.',
      },
    },
  },
];

/** @returns the policy in force on a day: the last that began by then, else the first */
export const matchingPolicyOn = (day: Day): MatchingPolicy =>
  matchingPolicies.findLast(({ from }) => from <= day) ?? matchingPolicies[0]!;
