// What people do in a simulated run: each act is drawn whole, so that whoever carries it out again says the same.
import type { Draw } from '../../examples/random.ts';
import type { Ports } from '../../lib/ports.ts';
import { acceptIdentity } from '../../lib/use-cases/accept-identity.ts';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { answerContributions } from '../../lib/use-cases/answer-contributions.ts';
import { checkMonth } from '../../lib/use-cases/check-month.ts';
import { completeMonths } from '../../lib/use-cases/complete-months.ts';
import { correctTime } from '../../lib/use-cases/correct-time.ts';
import { corroborate } from '../../lib/use-cases/corroborate.ts';
import { declareAbsences } from '../../lib/use-cases/declare-absences.ts';
import { eraseDeveloper } from '../../lib/use-cases/erase-developer.ts';
import { giftScheme } from '../../lib/use-cases/gift-sources.ts';
import { proposalsOf } from '../../lib/use-cases/identities.ts';
import { issueLink, revokeLink } from '../../lib/use-cases/issue-link.ts';
import type { ListedKey } from '../../lib/use-cases/keys.ts';
import { openLink } from '../../lib/use-cases/open-link.ts';
import { developerOf, enrolLogin, findDeveloper } from '../../lib/use-cases/people.ts';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { pullContributions } from '../../lib/use-cases/pull-contributions.ts';
import { recordPay } from '../../lib/use-cases/record-pay.ts';
import { register } from '../../lib/use-cases/register.ts';
import { revokeStatement } from '../../lib/use-cases/revoke-statement.ts';
import { undoTimesheet } from '../../lib/use-cases/undo-timesheet.ts';
import { upholdObjection } from '../../lib/use-cases/uphold-objection.ts';
import { withdrawAnswer } from '../../lib/use-cases/withdraw-answer.ts';
import { keyActs } from './key-acts.ts';
import { issueOf, prepareAndIssue } from './prepare-and-issue.ts';
import { receiptActs } from './receipt-acts.ts';
import type { SimulatedProcess } from './simulation.ts';
import {
  type Cast,
  declared,
  outsider,
  payOf,
  registryOf,
  type SmallCompany,
  type SmallProject,
  secondmentsOf,
  workDays,
} from './small-world.ts';

export interface DrawnAct {
  readonly name: string;
  /** The company for which it is done: nothing of another one may be touched; null: of none at all. */
  readonly tenant: string | null;
  /** It asks at other companies too: employers of the same person, or whoever stated something under a key. */
  readonly reachesAll?: true;
  /** The developer of whom it hands in a row. */
  readonly about?: string;
  /** So many years go by before it. */
  readonly yearsLater?: number;
  /** Nobody else works meanwhile: programs take a new key at their next start. */
  readonly isAlone?: true;
  readonly carryOut: (ports: Ports, rotate: SimulatedProcess['rotate']) => Promise<unknown>;
}

/** What was said and acknowledged so far, for acts that speak of it. */
export interface History {
  /** Of time that was handed in: whose, on what, in which month. */
  readonly lines: {
    readonly company: SmallCompany;
    readonly developer: string;
    readonly project: SmallProject;
    readonly day: string;
  }[];
  readonly files: { readonly company: SmallCompany; readonly text: string; readonly year: number }[];
  readonly timesheets: { readonly company: SmallCompany; readonly timesheet: number }[];
  readonly statements: { readonly company: SmallCompany; readonly number: string; readonly scheme: string }[];
  readonly links: {
    readonly company: SmallCompany;
    readonly link: string;
    readonly path: string;
    readonly secret: string;
    readonly code: string;
  }[];
  /** As they were listed last. */
  readonly keys: Pick<ListedKey, 'kid' | 'isCurrent'>[];
}

export const noHistory = (): History => ({
  ...{ lines: [], files: [], timesheets: [], statements: [], links: [], keys: [] },
});

export interface Drawing {
  readonly draw: Draw;
  readonly cast: Cast;
  readonly history: History;
  /** No two alike in a run. */
  readonly unique: () => string;
}

export type DrawAct = (drawing: Drawing) => DrawnAct | null;

const frenchDay = (day: string): string => day.split('-').reverse().join('/');
const monthOfDay = (day: string): string => day.slice(0, 7);
const schemes = ['digital-commons-investor', giftScheme, giftScheme, 'none'] as const;

/** @param lines at most so many */
export function timesheetText(
  { draw, cast, history }: Omit<Drawing, 'unique'>,
  company: SmallCompany,
  most: number,
): { readonly text: string; readonly year: number } {
  const year = draw.chance(80) ? 2025 : 2024;
  const days = workDays.filter((day) => day.startsWith(String(year)));
  const lines = new Set<string>();
  for (let n = draw.between(1, most); n > 0; n -= 1) {
    const { matricule, developer } = draw.oneOf(company.developers);
    const [day, project] = [draw.oneOf(days), draw.oneOf(cast.projects)];
    lines.add(`${matricule};${frenchDay(day)};${project.name}`);
    history.lines.push({ company, developer, project, day });
  }
  const rows = [...lines].map((line) => `${line};${draw.between(1, 9)},${draw.oneOf(['00', '25', '50', '75'])}`);
  return { text: ['Matricule;Date;Projet;Heures', ...rows].join('\n'), year };
}

export const post =
  ({ hr: by, company }: SmallCompany, text: string, year: number) =>
  (ports: Ports) =>
    postTimesheet(ports, { company, by, year, accept: [], file: declared('temps.csv', text) });

/** Mostly of the scheme of the last one, which it may replace. */
function statementOf({ draw, history }: Drawing, { company }: SmallCompany) {
  const last = history.statements.findLast((one) => one.company.company === company);
  const scheme = last !== undefined && draw.chance(60) ? last.scheme : draw.oneOf(schemes);
  return { company, fiscalYear: draw.oneOf([2025, 2025, 2024]), scheme };
}

/** Mostly of a person and a month that something was handed in for. */
function lineOf({ draw, cast, history }: Drawing, company: SmallCompany): Omit<History['lines'][number], 'company'> {
  const own = history.lines.filter((line) => line.company === company);
  if (own.length > 0 && draw.chance(90)) return draw.oneOf(own);
  return {
    ...{ developer: draw.oneOf(company.developers).developer, project: draw.oneOf(cast.projects) },
    day: draw.oneOf(workDays),
  };
}

export function shareOf(at: SmallCompany, line: Omit<History['lines'][number], 'company'>) {
  const { developer, project, day } = line;
  const { signatory: by, foundation, id } = project;
  return { by, foundation, project: id, company: at.company, developer, month: monthOfDay(day) };
}

const ofCompany =
  (name: string, make: (drawing: Drawing, company: SmallCompany) => DrawnAct['carryOut'] | null): DrawAct =>
  (drawing) => {
    const company = drawing.draw.oneOf(drawing.cast.companies);
    const carryOut = make(drawing, company);
    return carryOut === null ? null : { name, tenant: company.company, carryOut };
  };

/** A row about one developer, which many hand in at once. */
const ofSomebody =
  (
    name: string,
    make: (drawing: Drawing, company: SmallCompany) => { about: string; carryOut: DrawnAct['carryOut'] },
  ): DrawAct =>
  (drawing) => {
    const company = drawing.draw.oneOf(drawing.cast.companies);
    return { name, tenant: company.company, ...make(drawing, company) };
  };

/** By how often each is drawn. */
const daily: readonly (readonly [weight: number, act: DrawAct])[] = [
  [
    16,
    ofCompany('import', (drawing, company) => {
      const { text, year } = timesheetText(drawing, company, 5);
      drawing.history.files.push({ company, text, year });
      return post(company, text, year);
    }),
  ],
  [
    3,
    ({ draw, history }) => {
      if (history.files.length === 0) return null;
      const { company, text, year } = draw.oneOf(history.files);
      return { name: 'import again', tenant: company.company, carryOut: post(company, text, year) };
    },
  ],
  [
    4,
    ({ draw, history }) => {
      if (history.timesheets.length === 0) return null;
      const { company: at, timesheet } = draw.oneOf(history.timesheets);
      const { company, hr: by } = at;
      const carryOut = (ports: Ports) => undoTimesheet(ports, { company, by, timesheet });
      return { name: 'undo', tenant: company, carryOut };
    },
  ],
  [
    7,
    ofCompany('correct', (drawing, at) => {
      const { developer, project, day } = lineOf(drawing, at);
      const delta = 15 * drawing.draw.between(-8, 8);
      const asked = { day, project: project.id, unit: 'minute', delta, reason: `Relevé ${drawing.unique()}` } as const;
      const { company, hr: by } = at;
      return (ports) => correctTime(ports, { company, by, developer, ...asked });
    }),
  ],
  [
    8,
    ofSomebody('check', (drawing, at) => {
      const { developer, day } = lineOf(drawing, at);
      const answer = drawing.draw.oneOf(['checked', 'checked', 'contested'] as const);
      const month = monthOfDay(day);
      const { company } = at;
      const asked = { company, by: developer, developer, month, answer, entries: null, comment: null };
      return { about: developer, carryOut: (ports) => checkMonth(ports, asked) };
    }),
  ],
  [
    12,
    ofSomebody('answer', (drawing, company) => {
      const answer = drawing.draw.oneOf(['confirmed', 'confirmed', 'partly', 'disputed', 'cannot-tell'] as const);
      const amount = answer === 'partly' ? 15 * drawing.draw.between(1, 8) : null;
      const asked = { ...shareOf(company, lineOf(drawing, company)), answer, amount, comment: null };
      return { about: asked.developer, carryOut: (ports) => answerContributions(ports, asked) };
    }),
  ],
  [
    3,
    ofCompany('withdraw answer', (drawing, company) => {
      const asked = shareOf(company, lineOf(drawing, company));
      return (ports) => withdrawAnswer(ports, asked);
    }),
  ],
  [
    4,
    ofCompany('pay', ({ draw }, { company, hr: by, developers }) => {
      const file = payOf([draw.oneOf(developers).matricule], draw.between(30_000, 60_000));
      return (ports) => recordPay(ports, { company, by, file });
    }),
  ],
  [
    2,
    ofCompany('absences', ({ draw }, { company, hr: by, developers }) => {
      const at = draw.between(10, 20);
      const line = `${draw.oneOf(developers).matricule};${at}/03/2025;${at + 2}/03/2025`;
      return (ports) =>
        declareAbsences(ports, { company, by, year: 2025, file: declared('conges.csv', `Matricule;Du;Au\n${line}`) });
    }),
  ],
  [
    3,
    ofCompany('complete', ({ draw }, { company, hr: by, developers }) => {
      const complete = draw.chance(40);
      const month = monthOfDay(draw.oneOf(workDays));
      const asked = { developers: [draw.oneOf(developers).developer], complete, reason: complete ? null : 'Oubli.' };
      return (ports) => completeMonths(ports, { company, by, month, ...asked });
    }),
  ],
  [
    3,
    ofCompany('accept identity', ({ draw }, { company, developers }) => {
      const { developer } = draw.oneOf(developers);
      return async (ports) => {
        const [proposal] = await proposalsOf(ports, company, developer);
        if (proposal === undefined) return null;
        return acceptIdentity(ports, { company, by: developer, developer, author: proposal.author });
      };
    }),
  ],
  [
    1,
    ofCompany('another developer', ({ draw, cast }, { company, hr: by }) => {
      const matricule = `N-${draw.between(1, 2)}`;
      const file = secondmentsOf([{ matricule, address: `${matricule.toLowerCase()}@societe.example` }], cast.projects);
      return async (ports) => {
        await agreeSecondments(ports, { company, by, file });
        return (await developerOf(ports, company, matricule)).matricule;
      };
    }),
  ],
  [
    8,
    ({ draw, cast }) => {
      const { id: project } = draw.oneOf(cast.projects);
      const { registrar: by } = cast;
      const carryOut = (ports: Ports) =>
        pullContributions(ports, { project, by, seenBy: 'pull', progress: () => undefined });
      return { name: 'pull', tenant: null, carryOut };
    },
  ],
  [
    6,
    ofCompany('match', ({ draw, cast }, { company }) => {
      const period = { from: `${draw.oneOf([2024, 2025])}-01-01`, to: '2025-12-31' };
      return (ports) => corroborate(ports, { company, by: cast.registrar, period });
    }),
  ],
  [
    10,
    ofCompany('prepare', (drawing, company) => {
      const asked = statementOf(drawing, company);
      const by = drawing.draw.oneOf(company.finance);
      return (ports) => prepareStatement(ports, { ...asked, by });
    }),
  ],
  [
    10,
    ofCompany('issue', (drawing, company) => {
      const asked = statementOf(drawing, company);
      const by = drawing.draw.oneOf(company.finance);
      return (ports) => issueOf(ports, { ...asked, by });
    }),
  ],
  [
    8,
    ofCompany('prepare and issue', (drawing, company) => {
      const asked = statementOf(drawing, company);
      return (ports) => prepareAndIssue(ports, asked, company.finance);
    }),
  ],
  [
    3,
    ({ draw, history }) => {
      if (history.statements.length === 0) return null;
      const { company: at, number } = draw.oneOf(history.statements);
      const { company, finance } = at;
      const by = finance[0];
      const carryOut = (ports: Ports) => revokeStatement(ports, { company, by, number });
      return { name: 'revoke', tenant: company, carryOut };
    },
  ],
  [
    5,
    ({ draw, history }) => {
      if (history.statements.length === 0) return null;
      const { company: at, number } = draw.oneOf(history.statements);
      const { company, finance } = at;
      const level = draw.oneOf(['totals', 'lines', 'names'] as const);
      const audience = {
        audience: 'Vérification (exemple)',
        emailDomain: 'impots.example',
        days: 90,
        code: 'paper',
      } as const;
      const asked = { company, by: finance[1], number, level, ...audience };
      return { name: 'link', tenant: company, carryOut: (ports) => issueLink(ports, asked) };
    },
  ],
  [
    9,
    ({ draw, history }) => {
      if (history.links.length === 0) return null;
      const { company: at, link, path, secret, code } = draw.oneOf(history.links);
      const { company, finance, siren } = at;
      if (draw.chance(40)) {
        const by = finance[0];
        return { name: 'revoke link', tenant: company, carryOut: (ports) => revokeLink(ports, { company, by, link }) };
      }
      const asked = { token: path.slice('/v/'.length), secret, siren, code: draw.chance(80) ? code : '000000' };
      return { name: 'open link', tenant: company, carryOut: (ports) => openLink(ports, asked) };
    },
  ],
  [
    6,
    ({ draw, cast }) => {
      const { company, developers, hr, otherHr } = draw.oneOf(cast.companies);
      const { developer, matricule, address } = draw.oneOf(developers);
      const file = secondmentsOf([{ matricule, address }], cast.projects, '31/12/2025');
      const isOnlyAsked = draw.chance(20);
      const carryOut = async (ports: Ports) => {
        // Under the same staff number she would be enrolled anew.
        if ((await findDeveloper(ports, company, developer)) !== null)
          await agreeSecondments(ports, { company, by: hr, file });
        const asked = { company, developer, ground: 'request' } as const;
        const first = await eraseDeveloper(ports, { ...asked, by: hr });
        return isOnlyAsked ? first : eraseDeveloper(ports, { ...asked, by: otherHr });
      };
      // Before its term it is refused.
      const yearsLater = draw.chance(85) ? 10 : 0;
      return { name: 'erase', tenant: company, reachesAll: true, yearsLater, carryOut };
    },
  ],
  [
    3,
    ({ draw, cast }) => {
      const [one] = draw.oneOf(cast.companies).developers;
      const author = draw.chance(75) ? outsider : one!.address;
      const { registrar: by } = cast;
      return {
        name: 'object',
        tenant: null,
        reachesAll: true,
        carryOut: (ports) => upholdObjection(ports, { by, author }),
      };
    },
  ],
  [
    2,
    ({ cast, draw }) => {
      const { projects, registrar: by } = cast;
      const some = projects.slice(0, draw.between(1, projects.length));
      const named = some.map((project) => ({ ...project, signatory: `sig-${project.foundation}` }));
      // Without what a receipt must say.
      const lacks = draw.oneOf([undefined, undefined, 'purpose', 'standing'] as const);
      const file = registryOf(named, lacks);
      return { name: 'register', tenant: null, carryOut: (ports) => register(ports, { by, file }) };
    },
  ],
  [
    1,
    ({ draw, unique }) => {
      const login = draw.chance(50) ? 'rh-0' : `personne-${unique()}`;
      return { name: 'enrol login', tenant: null, carryOut: async (ports) => (await enrolLogin(ports, login)).id };
    },
  ],
];

const draws: typeof daily = [...daily, ...keyActs, ...receiptActs];
const weights = draws.reduce((sum, [weight]) => sum + weight, 0);

/** The next thing that somebody does: one of those that can be said now. */
export function drawAct(drawing: Drawing): DrawnAct {
  for (;;) {
    let at = drawing.draw.between(1, weights);
    const [, make] = draws.find(([weight]) => {
      at -= weight;
      return at <= 0;
    })!;
    const act = make(drawing);
    if (act !== null) return act;
  }
}
