// Finance declares one point of a fiscal year; what does not pass comes back in its form, with what is wrong beside it.
import { endpoint } from '../lib/edge/endpoint.ts';
import { RefusalWithProblems } from '../lib/model/refusal-with-problems.ts';
import { declareYear as declare } from '../lib/use-cases/declare-year.ts';
import { showDeclarations } from '../lib/use-cases/show-declarations.ts';
import { addresses } from '../web/addresses.ts';
import { renderFinanceDeclarations } from '../web/finance-declarations.ts';
import { declarationFields, declarationFile, fieldProblem } from './declaration-fields.ts';
import { id, year } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { toAppend, withNames } from './need.ts';

export const declareYear = endpoint({
  method: 'POST',
  path: '/finance/companies/{company}/declarations',
  audience: 'finance',
  need: [...toAppend, 'readDirectory', 'saltKeys'],
  input: declarationFields.extend({ company: id, year }),
  run: async (ports, { company, year: fiscalYear, ...fields }, session) => {
    requireHeld(session, 'finance', 'company', company);
    try {
      const file = declarationFile(fields);
      const { written } = await declare(withNames(ports), { company, by: session.person, file });
      const done = written > 0 ? 'saved' : 'unchanged';
      return { redirect: `${addresses.financeDeclarations(company)}?year=${fiscalYear}&done=${done}` };
    } catch (error) {
      if (!(error instanceof RefusalWithProblems)) throw error;
      const view = await showDeclarations(ports, { company, fiscalYear });
      const typed = Object.fromEntries(
        Object.entries(fields).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
      );
      const errors = error.problems.map((problem) => fieldProblem(problem, fields));
      const html = renderFinanceDeclarations({ ...view, notice: null, typed, errors }, frameOf(session));
      return { html, status: 422 };
    }
  },
});
