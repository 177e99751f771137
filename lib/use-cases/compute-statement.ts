// Works a statement's content out at the heads of now: reads the books, assesses, computes, adds up. It writes nothing.
import type { Json } from '../ledger/canonical.ts';
import { canonicalBytes } from '../ledger/canonical.ts';
import type { Head } from '../ledger/kinds.ts';
import type { ProfileView } from '../ledger/views/company-views.ts';
import { matchingPolicies } from '../matching/policy.ts';
import { isWithin, type Period } from '../model/calendar.ts';
import type { ConfirmationRow } from '../model/confirmation.ts';
import { toHex } from '../model/hashing.ts';
import type { Pay, Subsidy } from '../model/pay.ts';
import { Refusal } from '../model/refusal.ts';
import type { Project } from '../model/registry.ts';
import type { Secondment } from '../model/secondment.ts';
import type { Part } from '../rules/assessment.ts';
import { type Computation, type ComputationInput, eligibleCostCents } from '../rules/computation.ts';
import { compute } from '../rules/compute.ts';
import { type Reading, ruleSet, ruleSetBytes, type SchemeCode, schemeOf } from '../rules/rule-set.ts';
import type { StatementPayload } from '../statement/payload.ts';
import { assessCompany } from './assess-company.ts';
import { inTurn, keepingFirstChunks } from './batches.ts';
import { type BookPorts, type BookState, foldBook } from './book-state.ts';
import { claimsElsewhere } from './claims-elsewhere.ts';
import { fiscalYearOf, latestProfile, type Profile, profileOfYear } from './company-profile.ts';
import { giftScheme, giftSources } from './gift-sources.ts';
import type { Said } from './month-words.ts';
import { companyBook, type DirectoryPorts, registryBook } from './people.ts';
import { mandateOn } from './signatory.ts';
import { costBy, statedLines } from './stated-lines.ts';
import {
  awaitedTime,
  type ContentHeads,
  type ContentPerson,
  contentFormat,
  rootOf,
  type StatementContent,
  shaOf,
  statedPay,
  timeByState,
} from './statement-content.ts';
import { type StatementEvidence, statementEvidence } from './statement-evidence.ts';
import {
  foundationName,
  payOfPeriod,
  registeredOf,
  type StatementSources,
  statementSources,
  subsidiesOf,
} from './statement-sources.ts';
import { statedAnswers, statedFiling, statedPayroll } from './year-declarations.ts';

export type ComputePorts = BookPorts & DirectoryPorts;

export interface StatementAsked {
  /** The company's id. */
  readonly company: string;
  /** The calendar year in which the fiscal year ends. */
  readonly fiscalYear: number;
  /** Another period of that fiscal year, where a change of its end makes two in one year. */
  readonly period?: Period;
  readonly scheme: string;
  /** One of the scheme's; absent: its first. */
  readonly reading?: string;
}

export interface ComputedStatement extends ContentHeads {
  readonly content: StatementContent;
  /** The company's book as it was read. */
  readonly state: BookState;
  /** Bytes of the rule set, kept under their digest. */
  readonly rules: Uint8Array;
  /** The rows behind it, whose roots the content has. */
  readonly evidence: StatementEvidence;
}

/** @throws Refusal `scheme-not-issued`, `scheme-not-computed`, `scheme-needs-corporate-tax` */
export function issuedScheme(scheme: string, profile: Pick<Profile, 'corporateTax'>): SchemeCode {
  const known = ruleSet.schemes.find(({ code }) => code === scheme);
  if (known?.use === 'comparator') {
    throw new Refusal('scheme-not-issued', {
      fr: 'Le CIR n’est ici qu’un comparateur : le personnel mis à disposition ne compte pas chez l’entreprise qui le prête (CE, 25 janvier 2017, n° 390652). Demandez « none », « mecenat-de-competences-238bis » ou « digital-commons-investor ».',
      en: "The CIR is only a comparator here: lent staff do not count at the company that lends them (CE, 25 January 2017, no. 390652). Ask for 'none', 'mecenat-de-competences-238bis' or 'digital-commons-investor'.",
    });
  }
  if (known === undefined) {
    const codes = ruleSet.schemes.flatMap(({ code, use }) => (use === 'statement' ? [code] : [])).join(', ');
    throw new Refusal('scheme-not-computed', {
      fr: `Le dispositif « ${scheme} » n’est pas calculé ici. Choisissez parmi : ${codes}.`,
      en: `The scheme '${scheme}' is not computed here. Choose one of: ${codes}.`,
    });
  }
  if (known.code !== 'none' && !profile.corporateTax) {
    throw new Refusal('scheme-needs-corporate-tax', {
      fr: 'Cet organisme ne paie pas l’impôt sur les sociétés : rien ne peut en être déduit. Demandez l’état de contribution, sans montant (« none »).',
      en: "This body pays no corporate tax: nothing can be deducted from it. Ask for the contribution statement, without amounts ('none').",
    });
  }
  return known.code;
}

/** @returns null for the scheme's first @throws Refusal `invalid-input` for a reading that the scheme does not have */
function readingOf(code: SchemeCode, asked: string | undefined): Reading | null {
  if (asked === undefined) return null;
  const { readings } = schemeOf(ruleSet, code);
  const reading = readings.find((one) => one === asked);
  if (reading !== undefined) return reading;
  const own = readings.join(', ');
  throw new Refusal('invalid-input', {
    fr: `« ${asked} » n’est pas une lecture du dispositif « ${code} ». ${own === '' ? 'Il n’en a pas : ne donnez pas de lecture.' : `Choisissez parmi : ${own}.`}`,
    en: `'${asked}' is not a reading of the scheme '${code}'. ${own === '' ? 'It has none: give no reading.' : `Choose one of: ${own}.`}`,
  });
}

/** @throws Refusal `invalid-input` for a period that ends in another calendar year: the number of the statement says which it is */
export function periodOf(
  { period, fiscalYear }: Pick<StatementAsked, 'period' | 'fiscalYear'>,
  profile: Profile,
): Period {
  if (period === undefined) return fiscalYearOf(profile, fiscalYear);
  if (period.to.slice(0, 4) === String(fiscalYear)) return period;
  throw new Refusal('invalid-input', {
    fr: `La période demandée se termine le ${period.to}, et l’exercice est celui qui finit en ${fiscalYear}. Accordez l’année et la période.`,
    en: `The period asked for ends on ${period.to}, and the fiscal year is the one that ends in ${fiscalYear}. Make year and period agree.`,
  });
}

/** What counts of these parts, with its pay, put before the formulas. @throws Refusal as `compute` does */
export function computed(
  asked: { readonly scheme: SchemeCode; readonly reading: Reading | null; readonly period: Period },
  parts: readonly Part[],
  pay: readonly Pay[],
  otherAid: readonly Subsidy[],
  gift: {
    /** Null under another scheme, and where it is not declared. */
    readonly giftYear: NonNullable<ComputationInput['giftYear']> | null;
    readonly secondments: readonly Secondment[];
  },
): Computation {
  const received = (kind: Subsidy['kind']): number =>
    otherAid.filter((each) => each.kind === kind).reduce((sum, { amountCents }) => sum + amountCents, 0);
  const secondedOf = Map.groupBy(gift.secondments, ({ developer }) => developer);
  const payOf = Map.groupBy(pay, ({ developer }) => developer);
  return compute({
    ...asked,
    subsidiesCents: received('subsidy'),
    reimbursementsCents: received('reimbursement'),
    ...(gift.giftYear === null ? {} : { giftYear: gift.giftYear }),
    ruleSet,
    people: byDeveloper(parts).map(([developer, own]) => ({
      developer,
      pays: (payOf.get(developer) ?? []).map((each) => ({
        period: each.period,
        eligibleCostCents: eligibleCostCents(each),
        timeBase: each.timeBase === null ? null : { unit: each.timeBase.unit, amount: each.timeBase.amount },
      })),
      counted: own
        .filter(({ state }) => state === 'counted')
        .map(({ day, project, unit, amount }) => ({ day, project, unit, amount })),
      seconded: (secondedOf.get(developer) ?? []).map(({ from, to, endedOn, share }) => ({
        ...{ from, share },
        to: endedOn ?? to,
      })),
    })),
  });
}

/** In order of developer. Ten thousand people are read through once, not once for each of them. */
const byDeveloper = (parts: readonly Part[]): (readonly [string, readonly Part[]])[] =>
  [...Map.groupBy(parts, ({ developer }) => developer)].sort(([a], [b]) => (a < b ? -1 : 1));

type StatedConfirmation = StatementPayload['projects'][number]['confirmations'][number];

interface Stated {
  readonly parts: readonly Part[];
  readonly computation: Computation;
  readonly sources: StatementSources;
}

/** Contributions that carry the counted time among these parts. */
function contributionsOf({ sources }: Pick<Stated, 'sources'>, parts: readonly Part[]): string[] {
  const entries = new Set(parts.filter(({ state }) => state === 'counted').map(({ entry }) => entry));
  const ids = [...entries].flatMap((entry) => sources.corroborationOf.get(entry)?.contributions ?? []);
  return [...new Set(ids)].sort();
}

/** Who spoke for the foundation, by what right. */
async function confirmed(
  registry: BookState,
  { cause, at, by, foundation, capacity, ties }: Said<ConfirmationRow>,
): Promise<StatedConfirmation> {
  const mandate = await mandateOn(registry, { foundation, person: by }, at);
  return { digest: cause, at, signatory: by, capacity, mandate, ties: [...ties] };
}

async function statedProject(
  ports: ComputePorts,
  registry: BookState,
  project: Project,
  stated: Stated,
): Promise<StatementPayload['projects'][number]> {
  const { parts, computation, sources } = stated;
  const ofProject = parts.filter((part) => part.project === project.id);
  const counted = new Set(ofProject.filter(({ state }) => state === 'counted').map(({ entry }) => entry));
  const answers = new Map(
    [...counted].flatMap((entry) => {
      const answer = sources.answerOf.get(entry);
      return answer === undefined ? [] : [[answer.cause, answer] as const];
    }),
  );
  const contributions = contributionsOf(stated, ofProject);
  return {
    id: project.id,
    name: project.name,
    foundation: { id: project.foundation, name: await foundationName(registry, project.foundation) },
    licences: project.licences.map(({ spdx, open, from, to, evidence }) => ({ spdx, open, from, to, evidence })),
    ...timeByState(ofProject),
    ...(computation.scheme === 'none'
      ? {}
      : { costCents: costBy(computation, (line) => line.project).get(project.id) ?? 0 }),
    contributions: { count: contributions.length, root: rootOf(ports.primitives.sha256, contributions) },
    confirmations: (await inTurn([...answers.values()], (answer) => confirmed(registry, answer))).sort((a, b) =>
      `${a.at} ${a.digest}` < `${b.at} ${b.digest}` ? -1 : 1,
    ),
  };
}

function peopleOf(stated: Stated, pay: readonly Pay[]): ContentPerson[] {
  const payOf = Map.groupBy(stated.computation.scheme === 'none' ? [] : pay, ({ developer }) => developer);
  const paidTimeOf = Map.groupBy(stated.computation.paidTime, ({ developer }) => developer);
  return byDeveloper(stated.parts).map(([developer, own]) => ({
    developer,
    pay: (payOf.get(developer) ?? []).map((each) => statedPay(each, paidTimeOf.get(developer) ?? [])),
    contributions: [...new Set(contributionsOf(stated, own).map(shaOf))].sort(),
  }));
}

/** What is asked for, as the company's own year and the schemes make it. */
export interface Meant {
  readonly profile: Profile;
  readonly scheme: SchemeCode;
  /** As asked for; null: the scheme's first, or none. */
  readonly reading: Reading | null;
  readonly period: Period;
}

/** @throws Refusal `unknown-company`, `invalid-input`, and those of `issuedScheme` */
export async function meantBy(company: BookState, asked: StatementAsked): Promise<Meant> {
  const profile = profileOfYear((await company.get('profile')) as unknown as ProfileView | null, asked.fiscalYear);
  const scheme = issuedScheme(asked.scheme, profile);
  const reading = readingOf(scheme, asked.reading);
  return { profile, scheme, reading, period: periodOf(asked, profile) };
}

/** Bytes of the rules that are applied today. */
export const currentRules = (): Uint8Array =>
  ruleSetBytes(canonicalBytes, ruleSet, matchingPolicies as unknown as Json);

/**
 * Reads facts, not views: what comes out depends on the heads it names and on the rule set, and on nothing else.
 * @throws Refusal `unknown-company`, `invalid-input`, `nothing-to-state`, `no-figures-for-period`, `missing-pay`, `missing-time-base`, `missing-turnover`, and those of `issuedScheme` and `giftSources`
 */
export async function computeStatement(given: ComputePorts, asked: StatementAsked): Promise<ComputedStatement> {
  const ports = keepingFirstChunks(given);
  const { sha256 } = ports.primitives;
  const company = await foldBook(ports, companyBook(asked.company));
  const registry = await foldBook(ports, registryBook);
  const profiles = (await company.get('profile')) as unknown as ProfileView | null;
  const { profile, scheme, reading, period } = await meantBy(company, asked);
  const sources = await statementSources(ports, company, period);
  const registered = await registeredOf(registry);
  const { projects } = registered;
  const developers = [...new Set(sources.declared.entries.map(({ developer }) => developer))].sort();
  const elsewhere = await claimsElsewhere(ports, asked.company, developers);
  const assessment = assessCompany(sources, registered, profile.region, elsewhere.others, scheme);
  const parts = assessment.parts.filter(({ day }) => isWithin(day, period));
  if (parts.length === 0) throw nothingToState(period);

  const pay = scheme === 'none' ? [] : await payOfPeriod(ports, company, period);
  const otherAid = await subsidiesOf(ports, company, period);
  const giftYear = scheme === giftScheme ? await giftSources(ports, company, period) : null;
  const { secondments } = sources;
  const computation = computed({ scheme, reading, period }, parts, pay, otherAid, { giftYear, secondments });

  const stated: Stated = { parts, computation, sources };
  const rules = currentRules();
  const named = new Set(parts.map(({ project }) => project));
  const uploads = new Set(
    sources.declared.entries.flatMap(({ day, file }) => (file !== null && isWithin(day, period) ? [file] : [])),
  );
  const people = peopleOf(stated, pay);
  const evidence = statementEvidence(
    sha256,
    stated,
    people.map(({ developer }) => developer),
    asked.company,
  );
  const payrolls = [...new Set(pay.map(({ payrollDigest }) => payrollDigest))].sort();
  const statedProjects: StatementPayload['projects'] = [];
  for (const project of projects.filter(({ id }) => named.has(id))) {
    statedProjects.push(await statedProject(ports, registry, project, stated));
  }
  const content: StatementContent = {
    format: contentFormat,
    company: { id: asked.company, siren: profile.siren, name: latestProfile(profiles).name },
    period,
    fiscalYear: asked.fiscalYear,
    scheme: {
      code: scheme,
      standing: computation.standing ?? 'none',
      ruleSetDigest: toHex(sha256(rules)),
      parameters: computation.parameters.map(({ key, value, from, to, reference, certainty }) => ({
        ...{ key, value: String(value), from, to, reference, certainty },
      })),
    },
    computation,
    time: timeByState(parts),
    awaits: awaitedTime(parts),
    cost:
      computation.costCents === null
        ? null
        : {
            ...{ cents: computation.costCents, payrollDigest: toHex(sha256(canonicalBytes(payrolls))) },
            payroll: await statedPayroll(ports, company, period),
          },
    filing: computation.costCents === null ? null : await statedFiling(company, period, scheme),
    projects: statedProjects.sort((a, b) => (a.id < b.id ? -1 : 1)),
    lines: statedLines({ parts, computation, pay, answerOf: sources.answerOf }),
    people,
    evidence: {
      entriesRoot: evidence.root,
      contributionsRoot: rootOf(sha256, contributionsOf(stated, parts)),
      uploads: [...uploads].sort(),
    },
    otherAid,
    answers: await statedAnswers(company, period),
  };
  const headOf = ({ head: { book, seq, digest } }: BookState): Head => ({ book, seq, digest });
  return {
    content,
    state: company,
    heads: [headOf(company), headOf(registry)],
    otherHeads: elsewhere.heads,
    rules,
    evidence,
  };
}

export const nothingToState = ({ from, to }: Period): Refusal =>
  new Refusal('nothing-to-state', {
    fr: `Aucun temps n’est déclaré du ${from} au ${to} : il n’y a rien à attester. Vérifiez l’exercice (année civile de sa clôture), ou importez les feuilles de temps.`,
    en: `No time is declared from ${from} to ${to}: there is nothing to state. Check the fiscal year (calendar year in which it ends), or import the timesheets.`,
  });
