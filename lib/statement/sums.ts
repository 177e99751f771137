// The arithmetic every statement must satisfy, the same for the builder and the verifier: nothing declared is lost or counted twice.
import { giftFlaws } from './gift-sums.ts';
import type { Amounts, LineDisclosure, StatementPayload, TimeByState } from './payload.ts';
import type { SumFlaw } from './sum-flaw.ts';

type Sums = ReadonlyMap<string, bigint>;
type Priced = TimeByState & { readonly costCents?: number | undefined };

const refusedIn = (time: TimeByState, unit: 'minutes' | 'halfDays'): bigint =>
  time.refused.reduce((sum, each) => sum + BigInt(each[unit] ?? 0), 0n);

const placed = (amounts: Amounts, refused: bigint): bigint => {
  const { counted, awaiting, withdrawn } = amounts;
  const numbers = [counted.agrees, counted.partly, counted.noTrace, awaiting, withdrawn];
  return numbers.reduce((sum, each) => sum + BigInt(each), refused);
};

/** Every figure of a part under a name, so that parts can be added and compared figure by figure. */
function figures(part: Priced): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  const add = (name: string, amount: number): void => {
    if (amount !== 0) sums.set(name, (sums.get(name) ?? 0n) + BigInt(amount));
  };
  for (const unit of ['minutes', 'halfDays'] as const) {
    const amounts = part[unit];
    if (amounts !== undefined) {
      add(`${unit}.declared`, amounts.declared);
      add(`${unit}.counted.agrees`, amounts.counted.agrees);
      add(`${unit}.counted.partly`, amounts.counted.partly);
      add(`${unit}.counted.noTrace`, amounts.counted.noTrace);
      add(`${unit}.awaiting`, amounts.awaiting);
      add(`${unit}.withdrawn`, amounts.withdrawn);
    }
    for (const each of part.refused) add(`refused.${each.code}.${each.ground}.${unit}`, each[unit] ?? 0);
  }
  if (part.costCents !== undefined) add('costCents', part.costCents);
  return sums;
}

function added(parts: readonly Priced[]): Sums {
  const sums = new Map<string, bigint>();
  for (const part of parts) {
    for (const [name, amount] of figures(part)) sums.set(name, (sums.get(name) ?? 0n) + amount);
  }
  return sums;
}

function differences(where: string, stated: Sums, found: Sums): SumFlaw[] {
  const names = new Set([...stated.keys(), ...found.keys()]);
  return [...names]
    .map((name) => ({ where: `${where}${name}`, stated: stated.get(name) ?? 0n, found: found.get(name) ?? 0n }))
    .filter((flaw) => flaw.stated !== flaw.found);
}

const tell = (where: string, stated: number, found: number): SumFlaw[] =>
  stated === found ? [] : [{ where, stated: BigInt(stated), found: BigInt(found) }];

/** declared = counted + refused + awaiting + withdrawn, in each unit. */
function balance(where: string, part: TimeByState): SumFlaw[] {
  return (['minutes', 'halfDays'] as const).flatMap((unit) => {
    const amounts = part[unit];
    const refused = refusedIn(part, unit);
    const stated = BigInt(amounts?.declared ?? 0);
    const found = amounts === undefined ? refused : placed(amounts, refused);
    return stated === found ? [] : [{ where: `${where}${unit}.declared`, stated, found }];
  });
}

/** What waits, by why and on whom, is all that waits. */
function awaitedTime(payload: StatementPayload): SumFlaw[] {
  return (['minutes', 'halfDays'] as const).flatMap((unit) => {
    const stated = BigInt(payload[unit]?.awaiting ?? 0);
    const found = payload.awaits.reduce((sum, each) => sum + BigInt(each[unit] ?? 0), 0n);
    return stated === found ? [] : [{ where: `awaits.${unit}`, stated, found }];
  });
}

/** The months of a line add up to it, stand in the period, each once, and name confirmations of its project. */
function monthFlaws({ period, projects }: StatementPayload, line: LineDisclosure, where: string): SumFlaw[] {
  const known = new Set(
    projects.find(({ id }) => id === line.project)?.confirmations.map(({ digest }) => digest) ?? [],
  );
  const months = line.months.map(({ month }) => month);
  const [first, last] = [period.from.slice(0, 7), period.to.slice(0, 7)];
  const inPeriod = months.filter((month, i) => first <= month && month <= last && months.indexOf(month) === i);
  const named = line.months.flatMap(({ confirmations }) => confirmations);
  return [
    ...line.months.flatMap((each) => balance(`${where}${each.month}.`, each)),
    ...differences(where, figures(line), added(line.months)),
    ...tell(`${where}month`, months.length, inPeriod.length),
    ...tell(`${where}confirmations`, named.length, named.filter((digest) => known.has(digest)).length),
  ];
}

/**
 * @param lines every line of the statement, or null if they are not at hand
 * @returns each sum that does not hold; empty when all hold
 */
export function sumFlaws(payload: StatementPayload, lines: readonly LineDisclosure[] | null): SumFlaw[] {
  const total: Priced = { ...payload, costCents: payload.cost?.cents };
  const flaws = [
    ...balance('', payload),
    ...payload.projects.flatMap((each, i) => balance(`projects[${i}].`, each)),
    ...differences('', figures(total), added(payload.projects)),
    ...giftFlaws(payload),
    ...awaitedTime(payload),
  ];
  if (lines === null) return flaws;
  const known = new Set(payload.projects.map((each) => each.id));
  const people = new Set(lines.map((line) => line.person));
  const distinct = new Set(lines.map((line) => `${line.person} ${line.project}`));
  return [
    ...flaws,
    ...lines.flatMap((line, i) => balance(`lines[${i}].`, line)),
    ...lines.flatMap((line, i) => monthFlaws(payload, line, `lines[${i}].months.`)),
    ...payload.projects.flatMap((each, i) =>
      differences(`projects[${i}].`, figures(each), added(lines.filter((line) => line.project === each.id))),
    ),
    ...tell('people.count', payload.people.count, people.size),
    ...tell('lines.person', lines.length, lines.filter((line) => line.person <= payload.people.count).length),
    // One line a person and project, each of a project that the statement names.
    ...tell('lines', distinct.size, lines.length),
    ...tell('lines.project', lines.length, lines.filter((line) => known.has(line.project)).length),
  ];
}
