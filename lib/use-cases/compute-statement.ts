// Works a statement's content out at the heads of now: reads the books, assesses, computes, adds up. It writes nothing.
import type { Json } from '../ledger/canonical.ts';
import { canonicalBytes } from '../ledger/canonical.ts';
import type { Head } from '../ledger/kinds.ts';
import type { ProfileView } from '../ledger/views/company-views.ts';
import { matchingPolicies } from '../matching/policy.ts';
import { isWithin, type Period } from '../model/calendar.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import { ruleSet, ruleSetBytes } from '../rules/rule-set.ts';
import type { StatementPayload } from '../statement/payload.ts';
import { assessCompany } from './assess-company.ts';
import { keepingFirstChunks } from './batches.ts';
import { type BookPorts, type BookState, foldBook } from './book-state.ts';
import { claimsElsewhere } from './claims-elsewhere.ts';
import { latestProfile } from './company-profile.ts';
import { computed } from './computed-parts.ts';
import { giftScheme, giftSources } from './gift-sources.ts';
import { companyBook, type DirectoryPorts, registryBook } from './people.ts';
import { statedLines } from './stated-lines.ts';
import { contributionsOf, peopleOf, type Stated, statedProject } from './stated-projects.ts';
import { meantBy, type StatementAsked } from './statement-asked.ts';
import {
  awaitedTime,
  type ContentHeads,
  contentFormat,
  rootOf,
  type StatementContent,
  timeByState,
} from './statement-content.ts';
import { type StatementEvidence, statementEvidence } from './statement-evidence.ts';
import { payOfPeriod, registeredOf, statementSources, subsidiesOf } from './statement-sources.ts';
import { statedAnswers, statedFiling, statedPayroll } from './year-declarations.ts';

export type ComputePorts = BookPorts & DirectoryPorts;

export interface ComputedStatement extends ContentHeads {
  readonly content: StatementContent;
  /** The company's book as it was read. */
  readonly state: BookState;
  /** Bytes of the rule set, kept under their digest. */
  readonly rules: Uint8Array;
  /** The rows behind it, whose roots the content has. */
  readonly evidence: StatementEvidence;
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
