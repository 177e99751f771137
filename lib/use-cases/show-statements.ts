// Finance's page: where the hours of each fiscal year stand, what is prepared and what is issued.

import type { ProfileView } from '../ledger/views/company-views.ts';
import { countedOf } from '../model/counted.ts';
import type { Ports } from '../ports.ts';
import type { TimeByState } from '../statement/payload.ts';
import { inTurn } from './batches.ts';
import { readBook } from './book-state.ts';
import { latestProfile } from './company-profile.ts';
import type { ComputePorts } from './compute-statement.ts';
import { fiscalYears, readingsFor, schemesFor } from './fiscal-years.ts';
import { issuedPayload } from './issued-payload.ts';
import { companyName, personName } from './names.ts';
import { companyBook } from './people.ts';
import { reasonTexts } from './statement-words.ts';
import { contentIfKept, type FoundStatement, statementId, statementsOf } from './statements-of.ts';
import { statementsTouched } from './statements-touched.ts';

/** Of an issued one as it was signed, of a prepared one as it was worked out; null where that was erased. */
async function statedTime(
  ports: Parameters<typeof showStatements>[0],
  company: string,
  { prepared, issued }: FoundStatement,
): Promise<TimeByState | null> {
  const content = await contentIfKept(ports, company, prepared);
  if (content !== null) return content.time;
  return issued === null ? null : issuedPayload(ports, issued);
}

/** @param asked `companies`: where she is of finance; `company`: one of them @throws Refusal `unknown-company` */
export async function showStatements(
  ports: ComputePorts & Pick<Ports, 'clock'> & { readonly sealedFiles: Ports['readSealedFiles'] },
  asked: { readonly companies: readonly string[]; readonly company: string },
) {
  const { companies, company } = asked;
  const state = await readBook(ports, companyBook(company));
  const profile = latestProfile((await state.get('profile')) as unknown as ProfileView | null);
  return {
    companies: await inTurn(companies, (each) => companyName(ports, each)),
    company: await companyName(ports, company),
    years: await fiscalYears(ports, company),
    reasonTexts,
    schemes: schemesFor(profile),
    touched: await statementsTouched(ports, company),
    readings: readingsFor(profile),
    statements: (
      await inTurn(await statementsOf(state), async (found) => {
        const { prepared, issued } = found;
        const time = await statedTime(ports, company, found);
        // Prepared, never issued, and erased since: nothing is left to be issued.
        if (time === null) return [];
        return [
          {
            statement: statementId(found),
            number: issued?.number ?? null,
            fiscalYear: prepared.fiscalYear,
            scheme: prepared.scheme,
            state: issued?.state ?? ('prepared' as const),
            counted: {
              minutes: countedOf(time.minutes),
              halfDays: countedOf(time.halfDays),
            },
            by: await personName(ports, (issued ?? prepared).by),
            at: (issued ?? prepared).at,
          },
        ];
      })
    ).flat(),
  };
}
