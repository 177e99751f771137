// The auditor: the statement behind her link, verified a moment ago, down to what its level discloses.
import type { StatementView } from '../ledger/views/company-views.ts';
import type { Ports } from '../ports.ts';
import { numbersOfYear } from '../statement/series.ts';
import { waterfall } from '../statement/waterfall.ts';
import type { BookState } from './book-state.ts';
import { auditorFileNames } from './file-for-auditor.ts';
import { freshnessOfStatement } from './freshness.ts';
import { noteLook, readerOf } from './hours-seen.ts';
import { notesOf } from './notes-of.ts';
import { type LinkReadPorts, linkedStatement } from './opened-link.ts';
import { readStatement, type StatementPorts } from './read-statement.ts';
import { parameterWords, reasonFigures, reasonTexts } from './statement-words.ts';

/** Every statement of the company and fiscal year: a number that is not shown would be one that was hidden. */
async function siblingsOf(state: BookState, { fiscalYear }: StatementView) {
  const issued = (await state.list('statements')).map(({ value }) => value as unknown as StatementView);
  const { inOrder, missing } = numbersOfYear(
    fiscalYear,
    issued.map(({ number }) => number),
  );
  const byNumber = new Map(issued.map((one) => [one.number, one]));
  return {
    ...{ fiscalYear, missing },
    statements: inOrder.map((number) => {
      const { scheme, period, at, state: now, supersedes, replacedBy } = byNumber.get(number)!;
      return { number, scheme, period, issuedAt: at, state: now, supersedes, replacedBy };
    }),
  };
}

/**
 * Whoever is named in it learns that it was opened.
 * @throws Refusal `unknown-link` once it was revoked or has expired
 */
export async function showLinkStatement(
  ports: LinkReadPorts & StatementPorts & Pick<Ports, 'accessList'>,
  link: string,
) {
  const linked = await linkedStatement(ports, link);
  const { company, number, level, state, content, expires, reader, prepared } = linked;
  const { verification, view, erased } = await readStatement(ports, company, number, level);
  if (level === 'names') {
    const developers = content.people.map(({ developer }) => developer);
    await noteLook(ports, company, developers, { by: readerOf(link), act: 'statement-names' });
  }
  return {
    ...{ link, expires, verification, reasonTexts, reasonFigures, parameterWords },
    waterfall: waterfall({ ...content.time, awaits: content.awaits }),
    audience: reader?.audience ?? '–',
    isTestKey: ports.signer.isTest,
    freshness: await freshnessOfStatement(ports, content.projects, prepared.at),
    // What was erased since is offered no more.
    files: auditorFileNames(erased, view, verification.level),
    ...{ level, sealedAt: view.at, replacedBy: view.replacedBy },
    siblings: await siblingsOf(state, view),
    notes: await notesOf(ports, state, number, link),
  };
}
