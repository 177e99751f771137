// The auditor: one person and project of the statement in one month, each declared line with its three proofs side by side.
import { explain } from '../matching/sentences.ts';
import { isWithin, type Month } from '../model/calendar.ts';
import type { Contribution } from '../model/contribution.ts';
import type { Project } from '../model/registry.ts';
import type { Ports } from '../ports.ts';
import { inTurn } from './batches.ts';
import type { BookState } from './book-state.ts';
import { timeOf, wholeMonth } from './declared-time.ts';
import { entriesSeen, type SeenEntry, shownParts } from './entries-seen.ts';
import { sourceOf } from './entry-source.ts';
import { personName, tiedCompanyName } from './names.ts';
import { type LinkReadPorts, linkedStatement, notAtThisLevel } from './opened-link.ts';
import { type OriginalRow, originalRows } from './original-rows.ts';
import { peopleShown } from './people-shown.ts';
import { readContributions } from './read-contributions.ts';
import { mandateOn } from './signatory.ts';
import { projectsOf } from './statement-sources.ts';
import { statesBehind } from './states-behind.ts';
import { traceCounts } from './trace-counts.ts';

/** What tells who somebody is, for level `names` alone: file names, shas, sentences that quote them. */
interface Named {
  readonly contributions: ReadonlyMap<string, Contribution>;
  readonly projects: readonly Project[];
  readonly originals: ReadonlyMap<string, OriginalRow>;
}

async function proofsOf(
  ports: LinkReadPorts,
  { company, registry }: { readonly company: string; readonly registry: BookState },
  seen: SeenEntry,
  named: Named | null,
) {
  const { declared, corroboration, check, answer, lateDays } = seen;
  const { entry, day, unit, amount, file, receivedDay } = declared;
  const source = await sourceOf(ports, company, declared);
  return {
    ...{ entry, day, lateDays, time: { unit, amount }, parts: shownParts(seen, null) },
    source: {
      ...source,
      // A file or a sheet may bear somebody's name: below `names` the file is its digest, and the line its place.
      ...(named === null && file !== null ? { file: file.slice(0, 12), sheet: null } : {}),
      // Of a correction, the root of its rows.
      ...{ sha256: file ?? entry.slice(0, 64), receivedDay },
      original: named?.originals.get(entry) ?? null,
    },
    check: check === null ? null : { answer: check.answer, at: check.at },
    verdict: corroboration?.verdict ?? null,
    why: corroboration === null || named === null ? null : explain(corroboration, named.contributions),
    traces: traceCounts(corroboration?.contributions ?? [], named?.projects ?? null),
    confirmation:
      answer === null
        ? null
        : {
            answer: answer.answer,
            confirmed: answer.confirmedAmount === null ? null : { unit, amount: answer.confirmedAmount },
            ...{ at: answer.at, capacity: answer.capacity, digest: answer.cause },
            ties: await inTurn(answer.ties, (tied) => tiedCompanyName(ports, tied)),
            mandate: await mandateOn(registry, { foundation: answer.foundation, person: answer.by }, answer.at),
            // Who she is stands in the names of the statement, and nowhere below them.
            signatory: named === null ? null : await personName(ports, answer.by),
          },
  };
}

/**
 * @param asked `line`: from 1, as `line-<n>` of the disclosures
 * @throws Refusal `unknown-link` once it was revoked or has expired, `unknown-page` where the level or the statement has no such line
 */
export async function showLinkLine(
  ports: LinkReadPorts & Pick<Ports, 'accessList'>,
  asked: { readonly link: string; readonly line: number; readonly month: Month },
) {
  const { link, line, month } = asked;
  const linked = await linkedStatement(ports, link);
  const { company, number, level, content } = linked;
  const stated = content.lines[line - 1];
  const months = stated?.months.map((each) => each.month) ?? [];
  const place = months.indexOf(month);
  if (level === 'totals' || stated === undefined || place < 0) throw notAtThisLevel();

  const states = await statesBehind(ports, linked);
  const { developer, project } = stated;
  const { entries } = await entriesSeen(ports, company, states, wholeMonth(month), developer);
  const own = entries.filter(({ declared }) => declared.project === project && isWithin(declared.day, content.period));
  const projects = (await projectsOf(states.registry)).filter(({ id }) => id === project);
  const repositories = projects.flatMap((each) => each.repositories.map(({ id }) => id));
  const { contributions } = await readContributions(ports, level === 'names' ? repositories : []);
  const declared = own.map((each) => each.declared);
  const named: Named | null =
    level === 'names'
      ? {
          projects,
          contributions: new Map(contributions.map((each) => [each.id, each])),
          originals: await originalRows(ports, company, states.company, declared),
        }
      : null;
  const names = await peopleShown(ports, linked, [developer]);
  const inOrder = own.toSorted((a, b) => (a.declared.day < b.declared.day ? -1 : 1));
  return {
    ...{ link, line, number, month },
    company: content.company.name,
    name: names.get(developer) ?? null,
    person: content.people.findIndex((one) => one.developer === developer) + 1,
    project: projects[0]?.name ?? project,
    previous: months[place - 1] ?? null,
    next: months[place + 1] ?? null,
    declared: timeOf(declared),
    entries: await inTurn(inOrder, (seen) => proofsOf(ports, { company, registry: states.registry }, seen, named)),
    level,
  };
}
