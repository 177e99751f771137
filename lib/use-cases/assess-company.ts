// Puts each declared entry of a company before the rules, with the last word on it and what other employers claimed.
import type { Support } from '../model/support.ts';
import { assess } from '../rules/assess.ts';
import type { Assessment, Claim } from '../rules/assessment.ts';
import { ruleSet, type SchemeCode } from '../rules/rule-set.ts';
import type { DeclaredEntry } from './declared-time.ts';
import type { Registered, StatementSources } from './statement-sources.ts';

/** For one developer: what all her other employers claimed on a day, in a unit. */
export type OtherClaims = (developer: string, day: string, unit: DeclaredEntry['unit']) => number;

const units: readonly DeclaredEntry['unit'][] = ['minute', 'half-day'];

export function claimOf(entry: DeclaredEntry, sources: StatementSources, others: OtherClaims): Claim {
  const answer = sources.answerOf.get(entry.entry);
  const otherEmployersAmount = others(entry.developer, entry.day, entry.unit);
  const { developer, day, project, unit, amount, receivedDay, writtenDay, withdrawnAmount, repeated } = entry;
  return {
    ...{
      entry: entry.entry,
      developer,
      day,
      project,
      unit,
      amount,
      receivedDay,
      writtenDay,
      withdrawnAmount,
      repeated,
    },
    otherEmployersAmount,
    // Declared by two employers on one day, in whatever unit: the declaration is settled before anybody is paid for it.
    heldByConflict: units.some((each) => others(entry.developer, entry.day, each) > 0),
    check: sources.checkOf.get(entry.entry)?.answer ?? null,
    confirmation:
      answer === undefined
        ? null
        : { answer: answer.answer, confirmedAmount: answer.confirmedAmount, group: answer.cause },
    trace: sources.corroborationOf.get(entry.entry)?.verdict ?? null,
    claimedUnder: sources.routeOn(developer, project, day),
  };
}

/** @param support a preview's; absent = the scheme's own @throws Refusal `no-figures-for-period` */
export const assessCompany = (
  sources: StatementSources,
  { projects, standings }: Registered,
  region: string,
  others: OtherClaims,
  scheme: SchemeCode,
  support?: Support,
): Assessment =>
  assess({
    claims: sources.declared.entries.map((entry) => claimOf(entry, sources, others)),
    secondments: sources.secondments,
    projects,
    standings,
    orders: sources.orders,
    region,
    ruleSet,
    scheme,
    ...(support !== undefined && { support }),
  });
