// What happens in the sample, act by act, from January 2025 to the morning on which a visitor comes in February 2026.
import type { Day, Month } from '../lib/model/calendar.ts';
import type { TimeUnit } from '../lib/model/duration.ts';
import {
  bank,
  companies,
  developerOf,
  developers,
  ministry,
  openFoundation,
  openSignatory,
  type ProjectId,
  projects,
  rail,
  railFoundation,
  railSignatory,
  registrars,
  repositoryNames,
  repositoryUrl,
  type SampleCompany,
  tiedSignatory,
} from './cast.ts';
import { folderOf } from './organisation-files.ts';
import { plannedDays, sampleMonths, special } from './plan.ts';
import { lateTimesheetPath, timesheetPath } from './timesheet-paths.ts';

/** One developer's time on one project in one month, by her company's SIREN and staff number. */
export interface Share {
  readonly company: string;
  readonly matricule: string;
  readonly project: ProjectId;
  readonly month: Month;
}

interface When {
  /** UTC, milliseconds, `Z`. The clock that plays it is marked TEST. */
  readonly at: string;
  /** A person id; for a developer `<SIREN>/<staff number>`. */
  readonly by: string;
}

/** One member of the union for each name. */
type Named<Name extends string, Rest> = Name extends string ? { readonly act: Name } & Rest : never;

interface Statement {
  readonly company: string;
  readonly scheme: string;
  readonly year: number;
}

/** Files are paths under `examples/`; companies are SIREN. */
export type Act = When &
  (
    | Named<'registry' | 'company', { readonly file: string }>
    | Named<'secondments' | 'pay' | 'identities' | 'declarations', { readonly company: string; readonly file: string }>
    /** She says that the addresses her employer vouched for are hers. */
    | Named<'accept', { readonly company: string; readonly matricule: string }>
    /** The repository as it stood at `at`: what is committed later is not there yet. */
    | Named<'pull', { readonly repository: (typeof repositoryNames)[number]; readonly url: string }>
    | Named<'import', { readonly company: string; readonly file: string; readonly year: number }>
    | Named<'match', { readonly company: string; readonly month: Month }>
    /** All that its people did in the month is declared: nothing is added to it any more, but corrections. */
    | Named<'complete', { readonly company: string; readonly month: Month }>
    | Named<'check', { readonly company: string; readonly matricule: string; readonly month: Month }>
    | Named<'contest', { readonly day: Day; readonly comment: string } & Share>
    | Named<'confirm', { readonly foundation: string } & Share>
    | Named<
        'confirm-partly',
        {
          readonly foundation: string;
          readonly unit: TimeUnit;
          readonly amount: number;
          readonly comment: string;
        } & Share
      >
    | Named<'dispute' | 'cannot-tell', { readonly foundation: string; readonly comment: string } & Share>
    | Named<
        'correct',
        { readonly day: Day; readonly unit: TimeUnit; readonly delta: number; readonly reason: string } & Share
      >
    | Named<'prepare' | 'issue', Statement>
    | Named<
        'link',
        { readonly level: 'totals' | 'lines' | 'names'; readonly expires: Day; readonly reader: string } & Statement
      >
  );

export type ActOf<Name extends Act['act']> = Extract<Act, { readonly act: Name }>;

const [registrar] = registrars;

/** `day` of the month after `month`, at `time` UTC. */
function after(month: Month, day: number, time: string): string {
  const year = Number(month.slice(0, 4));
  const next = Number(month.slice(5, 7)) + 1;
  const [ofYear, ofMonth] = next > 12 ? [year + 1, 1] : [year, next];
  return `${ofYear}-${String(ofMonth).padStart(2, '0')}-${String(day).padStart(2, '0')}T${time}:00.000Z`;
}

/** The months of time that are open when the visitor comes: what is left to do in them. */
const openMonth: Month = '2026-01';

function opening(): Act[] {
  const at = '2025-01-06T08:00:00.000Z';
  return [
    { at, by: registrar, act: 'registry', file: 'organisation/registry.json' },
    ...companies.flatMap((company): Act[] => {
      const file = (name: string): string => `${folderOf(company)}/${name}`;
      return [
        { at: '2025-01-06T09:00:00.000Z', by: company.hr, act: 'company', file: file('company.json') },
        {
          at: '2025-01-06T09:30:00.000Z',
          by: company.hr,
          act: 'secondments',
          company: company.siren,
          file: file('secondments.csv'),
        },
        {
          at: '2025-01-06T10:00:00.000Z',
          by: company.hr,
          act: 'identities',
          company: company.siren,
          file: file('identities.csv'),
        },
      ];
    }),
    ...developers.map(({ company: { siren }, matricule }): Act => {
      const by = `${siren}/${matricule}`;
      return { at: '2025-01-08T09:00:00.000Z', by, act: 'accept', company: siren, matricule };
    }),
  ];
}

const importOf = (company: SampleCompany, month: Month): Act => ({
  at: after(month, 1, '16:00'),
  by: company.hr,
  act: 'import',
  company: company.siren,
  file: timesheetPath(company, month),
  year: Number(month.slice(0, 4)),
});

const pullsAt = (at: string): Act[] =>
  repositoryNames.map((repository) => ({ at, by: registrar, act: 'pull', repository, url: repositoryUrl(repository) }));

/** Who declared time in the month, on what: one share each. */
function sharesOf(company: SampleCompany, month: Month): Share[] {
  const shares = new Map<string, Share>();
  for (const { matricule, project, day } of plannedDays) {
    if (developerOf(matricule).company !== company || !day.startsWith(month)) continue;
    shares.set(`${matricule} ${project}`, { company: company.siren, matricule, project, month });
  }
  return [...shares.values()].sort((a, b) => (a.matricule < b.matricule ? -1 : 1));
}

/** Fabien sees one of his half-days of July as wrong. */
const contestedShare = { matricule: 'B-201', month: '2025-07' } as const;

function checksOf(company: SampleCompany, month: Month): Act[] {
  return developers
    .filter((developer) => developer.company === company)
    .filter(({ matricule }) => sharesOf(company, month).some((share) => share.matricule === matricule))
    .flatMap(({ matricule }): Act[] => {
      const by = `${company.siren}/${matricule}`;
      const at = after(month, 5, '09:00');
      const check: Act = { at, by, act: 'check', company: company.siren, matricule, month };
      if (matricule !== contestedShare.matricule || month !== contestedShare.month) return [check];
      const [share] = sharesOf(company, month).filter((candidate) => candidate.matricule === matricule);
      const day = plannedDays.find((planned) => planned.matricule === matricule && planned.day.startsWith(month))?.day;
      if (share === undefined || day === undefined) return [check];
      const comment = 'Ce jour-là, je n’ai travaillé que le matin.';
      return [check, { at: after(month, 5, '09:20'), by, act: 'contest', ...share, day, comment }];
    });
}

/** The answers that are not a plain yes; `silence` leaves the share awaiting. */
const answers: readonly {
  readonly matricule: string;
  readonly month: Month;
  readonly answer: 'dispute' | 'cannot-tell' | 'confirm-partly' | 'silence';
  readonly comment: string;
}[] = [
  {
    matricule: 'R-105',
    month: '2025-05',
    answer: 'dispute',
    comment: 'La télémétrie de mai a été menée par une autre équipe ; nous ne reconnaissons pas ces heures.',
  },
  {
    matricule: 'M-301',
    month: '2025-06',
    answer: 'confirm-partly',
    comment: 'La dernière journée n’a pas eu lieu : la rencontre a été reportée.',
  },
  {
    matricule: 'B-203',
    month: '2025-11',
    answer: 'cannot-tell',
    comment: 'Personne de l’équipe n’était présent pour le dire ; merci de joindre un compte rendu.',
  },
  { matricule: 'M-302', month: '2025-12', answer: 'silence', comment: '' },
];

/** Nobody confirms the hours of her own employer: the tied signatory never answers for the railway. */
function signatoryFor({ company, project, month }: Share): string {
  if (projects[project].foundation === openFoundation) return openSignatory.id;
  return company !== rail.siren && Number(month.slice(5)) % 2 === 0 ? tiedSignatory.id : railSignatory.id;
}

function answerTo(share: Share): Act[] {
  const { foundation } = projects[share.project];
  const when = { at: after(share.month, 9, '13:00'), by: signatoryFor(share), foundation };
  const own = answers.find(({ matricule, month }) => matricule === share.matricule && month === share.month);
  if (own === undefined) return [{ ...when, act: 'confirm', ...share }];
  const { answer, comment } = own;
  if (answer === 'silence') return [];
  if (answer !== 'confirm-partly') return [{ ...when, act: answer, ...share, comment }];
  const days = plannedDays.filter(
    ({ matricule, project, day }) =>
      matricule === share.matricule && project === share.project && day.startsWith(share.month),
  );
  const amount = days.slice(0, -1).reduce((total, planned) => total + planned.amount, 0);
  return [{ ...when, act: answer, ...share, unit: developerOf(share.matricule).company.unit, amount, comment }];
}

/** A closed month: everybody sends, checks and answers in the first days of the next. */
function closedMonth(month: Month): Act[] {
  return companies.flatMap((company): Act[] => [
    importOf(company, month),
    { at: after(month, 4, '06:00'), by: registrar, act: 'match', company: company.siren, month },
    ...checksOf(company, month),
    ...sharesOf(company, month).flatMap(answerTo),
    // Until the late hours are in, that month is not complete.
    ...(company === rail && month === special.late.month
      ? []
      : [completeOf(company, after(month, 10, '08:00'), month)]),
  ]);
}

const completeOf = (company: SampleCompany, at: string, month: Month): Act => ({
  at,
  by: company.hr,
  act: 'complete',
  company: company.siren,
  month,
});

const lateShare: Share = {
  company: rail.siren,
  matricule: special.late.matricule,
  project: 'signalisation',
  month: special.late.month,
};

/** What is not the monthly round: late hours, the licence, pay, statements, a correction after the issue. */
function besides(): Act[] {
  const late = special.late.postedOn;
  const [first, second] = rail.finance;
  const simulation = { company: rail.siren, scheme: 'digital-commons-investor', year: 2025 } as const;
  const contribution = { company: ministry.siren, scheme: 'none', year: 2025 } as const;
  const [ministryFirst, ministrySecond] = ministry.finance;
  return [
    {
      at: `${late}T08:00:00.000Z`,
      by: rail.hr,
      act: 'import',
      company: rail.siren,
      file: lateTimesheetPath,
      year: 2025,
    },
    { at: `${late}T09:00:00.000Z`, by: registrar, act: 'match', company: rail.siren, month: special.late.month },
    {
      at: `${late}T10:00:00.000Z`,
      by: `${rail.siren}/${special.late.matricule}`,
      act: 'check',
      company: rail.siren,
      matricule: special.late.matricule,
      month: special.late.month,
    },
    {
      at: '2025-09-18T13:00:00.000Z',
      by: railSignatory.id,
      act: 'confirm',
      foundation: railFoundation,
      ...lateShare,
    },
    completeOf(rail, '2025-09-19T08:00:00.000Z', special.late.month),
    { at: '2025-10-01T15:00:00.000Z', by: registrar, act: 'registry', file: 'organisation/registry-2025-10.json' },
    ...[rail, bank].map(
      (company): Act => ({
        at: '2026-01-20T09:00:00.000Z',
        by: company.hr,
        act: 'pay',
        company: company.siren,
        file: `${folderOf(company)}/pay-2025.csv`,
      }),
    ),
    ...companies.map(
      (company): Act => ({
        at: '2026-01-21T09:00:00.000Z',
        by: company.finance[0],
        act: 'declarations',
        company: company.siren,
        file: `${folderOf(company)}/declarations-2025.json`,
      }),
    ),
    { at: '2026-01-22T09:00:00.000Z', by: ministryFirst, act: 'prepare', ...contribution },
    { at: '2026-01-23T09:00:00.000Z', by: ministrySecond, act: 'issue', ...contribution },
    { at: '2026-01-26T09:00:00.000Z', by: first, act: 'prepare', ...simulation },
    { at: '2026-01-27T09:00:00.000Z', by: second, act: 'issue', ...simulation },
    {
      at: '2026-01-28T09:00:00.000Z',
      by: second,
      act: 'link',
      ...simulation,
      level: 'lines',
      expires: '2026-07-31',
      reader: 'Vérification fiscale (exemple)',
    },
    {
      at: '2026-02-03T14:00:00.000Z',
      by: rail.hr,
      act: 'correct',
      company: rail.siren,
      matricule: special.corrected.matricule,
      project: 'aiguillage',
      month: '2025-11',
      day: special.corrected.day,
      unit: 'minute',
      delta: special.corrected.deltaMinutes,
      reason: 'Formation interne l’après-midi, saisie par erreur sur le projet.',
    },
  ];
}

/**
 * January 2026, still open: the railway sent its file and nobody checked it; the bank's people checked, the foundations
 * have not answered; the ministry's file is ready on HR's disk and not yet sent.
 */
function openingMonth(): Act[] {
  return [
    importOf(rail, openMonth),
    importOf(bank, openMonth),
    ...[rail, bank].map(
      (company): Act => ({
        at: after(openMonth, 4, '06:00'),
        by: registrar,
        act: 'match',
        company: company.siren,
        month: openMonth,
      }),
    ),
    ...checksOf(bank, openMonth),
  ];
}

const byInstant = (a: Act, b: Act): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** Every act in order of time; acts of one instant keep the order in which they are listed. */
export const scenario: readonly Act[] = [
  ...opening(),
  ...sampleMonths.filter((month) => month !== openMonth).flatMap(closedMonth),
  ...sampleMonths.flatMap((month) => pullsAt(after(month, 3, '03:00'))),
  ...besides(),
  ...openingMonth(),
].sort(byInstant);

/** When the visitor comes in: after the last act, before anybody has done what is left. */
export const visitorArrivesAt = '2026-02-06T09:00:00.000Z';

/** What is left to do on that morning: one real thing for each kind of person. */
export const leftToDo = [
  {
    who: 'hr',
    by: ministry.hr,
    what: 'import',
    file: timesheetPath(ministry, openMonth),
    year: 2026,
    says: {
      fr: `envoyer la feuille de temps de janvier 2026 : examples/${timesheetPath(ministry, openMonth)}`,
      en: `send the timesheet of January 2026: examples/${timesheetPath(ministry, openMonth)}`,
    },
  },
  {
    who: 'developer',
    by: `${rail.siren}/R-101`,
    what: 'check',
    month: openMonth,
    says: {
      fr: 'vérifier son mois de janvier 2026, ou en contester une ligne',
      en: 'check her month of January 2026, or contest a line of it',
    },
  },
  {
    who: 'foundation',
    by: openSignatory.id,
    what: 'confirm',
    month: openMonth,
    says: {
      fr: 'confirmer, en tout ou partie, le temps de janvier 2026, ou le contester',
      en: 'confirm the time of January 2026, all or part of it, or dispute it',
    },
  },
  {
    who: 'foundation',
    by: railSignatory.id,
    what: 'confirm',
    month: '2025-12',
    says: {
      fr: 'répondre pour décembre 2025, resté sans réponse, et pour janvier 2026',
      en: 'answer for December 2025, which nobody answered, and for January 2026',
    },
  },
  {
    who: 'finance',
    by: bank.finance[0],
    what: 'prepare',
    company: bank.siren,
    year: 2025,
    says: {
      fr: 'préparer l’état de 2025 ; une autre personne l’émettra',
      en: 'prepare the statement of 2025; another person will issue it',
    },
  },
  {
    who: 'finance',
    by: rail.finance[0],
    what: 'prepare',
    company: rail.siren,
    year: 2025,
    says: {
      fr: 'préparer de nouveau l’état de 2025 : une journée a été corrigée après son émission',
      en: 'prepare the statement of 2025 again: a day was corrected after it was issued',
    },
  },
] as const;
