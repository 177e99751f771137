// Finance: one statement as it was prepared, or as it was signed, with its files and links.
import type { PreparedView, StatementView } from '../ledger/views/company-views.ts';
import { type Rectification, rectification } from '../statement/rectification.ts';
import { trustText } from '../statement/verification-text.ts';
import { waterfall } from '../statement/waterfall.ts';
import { type BookState, readBook } from './book-state.ts';
import type { ComputePorts } from './compute-statement.ts';
import { freshnessOfStatement } from './freshness.ts';
import { amountsOf, declaredOf, namedSignatories, whyNotToIssue } from './issue-statement.ts';
import { issuedPayload } from './issued-payload.ts';
import { companyName, personName } from './names.ts';
import { notesOf } from './notes-of.ts';
import { companyBook } from './people.ts';
import { financeFileNames, readStatement, type StatementPorts } from './read-statement.ts';
import { receiptsForStatement } from './receipts-seen.ts';
import { expiryOf, linksOf, type ShowLinkPorts } from './show-links.ts';
import { parameterWords, reasonFigures, reasonTexts } from './statement-words.ts';
import { contentOf, type FoundStatement, findPreparedOrIssued, statementId } from './statements-of.ts';

type ShowPorts = ComputePorts & StatementPorts & ShowLinkPorts;

/** As the page of a signed payload shows them. */
async function preparedFigures(ports: StatementPorts, company: string, prepared: PreparedView) {
  const content = await contentOf(ports, company, prepared);
  const { period, scheme, time, awaits, cost, filing, projects, computation } = content;
  return {
    ...{ period, scheme, ...time, awaits: [...awaits], cost: cost ?? undefined, filing: filing ?? undefined, projects },
    declared: declaredOf(content),
    ...amountsOf(computation),
  };
}

async function signedFigures(ports: StatementPorts, company: string, number: string) {
  const { payload, trust, seenAt } = (await readStatement(ports, company, number, 'totals')).verification;
  if (payload === null) throw new Error(`statement ${number} of ${company} does not verify`);
  return { figures: payload, vouched: trustText({ trust, seenAt }) };
}

/** The differences to the statement before and after; a prepared one tells what issuing it would change. */
async function rectifications(
  ports: StatementPorts,
  state: BookState,
  { prepared, issued }: FoundStatement,
  figures: Parameters<typeof rectification>[1],
): Promise<Record<'rectifies' | 'rectifiedBy', Rectification | null>> {
  const payloadOf = async (number: string) =>
    issuedPayload(ports, (await state.get(`statements/${number}`)) as unknown as StatementView);
  const [before, after] = [prepared.supersedes, issued?.replacedBy ?? null];
  return {
    rectifies: before === null ? null : rectification(before, await payloadOf(before), figures),
    rectifiedBy: after === null ? null : rectification(after, figures, await payloadOf(after)),
  };
}

/**
 * @param asked `statement`: as addresses have it; `by`: who looks, `pe-…`
 * @throws Refusal `unknown-company`, `unknown-statement`
 */
export async function showStatement(
  ports: ShowPorts,
  asked: { readonly company: string; readonly statement: string; readonly by: string },
) {
  const { company, by } = asked;
  const state = await readBook(ports, companyBook(company));
  const found = await findPreparedOrIssued(state, asked.statement);
  const { prepared, issued } = found;
  const signature = async (view: { readonly by: string; readonly at: string }) => ({
    by: await personName(ports, view.by),
    at: view.at,
  });
  const { figures, vouched } =
    issued === null
      ? { figures: await preparedFigures(ports, company, prepared), vouched: null }
      : await signedFigures(ports, company, issued.number);
  return {
    company: await companyName(ports, company),
    statement: statementId(found),
    number: issued?.number ?? null,
    state: issued?.state ?? ('prepared' as const),
    prepared: await signature(prepared),
    issued: issued === null ? null : await signature(issued),
    supersedes: prepared.supersedes,
    replacedBy: issued?.replacedBy ?? null,
    ...(await rectifications(ports, state, found, figures)),
    computation: prepared.computation,
    ...{ figures, vouched },
    freshness: await freshnessOfStatement(ports, figures.projects, prepared.at),
    waterfall: waterfall(figures),
    ...{ reasonTexts, reasonFigures, parameterWords },
    signatories: await namedSignatories(ports, figures.projects),
    notToIssue: issued === null ? await whyNotToIssue(ports, company, prepared, by) : null,
    files: issued === null ? [] : financeFileNames,
    links: issued === null ? [] : await linksOf(ports, state, issued.number),
    receipts: issued === null ? [] : await receiptsForStatement(ports, company, issued.number, figures.projects),
    notes: issued === null ? [] : await notesOf(ports, state, issued.number, null),
    expiry: expiryOf(ports),
  };
}
