// A foundation issues receipts for gifts of work: mostly for what may have one, by who may sign.
import { createHash } from 'node:crypto';
import type { Ports } from '../../lib/ports.ts';
import { correctTime } from '../../lib/use-cases/correct-time.ts';
import { giftScheme } from '../../lib/use-cases/gift-sources.ts';
import { issueReceipt, type ReceiptAsked } from '../../lib/use-cases/issue-receipt.ts';
import type { DrawAct, History } from './drawn-acts.ts';
import { prepareAndIssue } from './prepare-and-issue.ts';
import { refusedAsNull } from './refused.ts';
import type { SmallProject } from './small-world.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** @returns what issues it, and answers with what whoever holds its files may ask of the ledger for ever */
export const receiptOf =
  (
    { foundation, signatory }: SmallProject,
    { company: { company }, number: statement }: History['statements'][number],
    more: Partial<ReceiptAsked> = {},
  ) =>
  async (ports: Ports) => {
    const { number, supersedes, pdf, json } = await issueReceipt(ports, {
      ...{ foundation, company, number: statement, by: signatory, language: 'fr', certified: true },
      ...more,
    });
    const holds = { number, company, statement, supersedes, pdf: sha256(pdf), json: sha256(json) };
    return { told: [{ book: `foundation/${foundation}`, kind: 'receipt-issued' as const, holds }] };
  };

/** Statements of the scheme that values gifts. */
export const giftsIn = ({ statements }: History): History['statements'] =>
  statements.filter(({ scheme }) => scheme === giftScheme);

export const receiptActs: readonly (readonly [weight: number, act: DrawAct])[] = [
  [
    6,
    ({ draw, cast, history }) => {
      const some = draw.chance(90) ? giftsIn(history) : history.statements;
      if (some.length === 0) return null;
      // Mostly of the last one, which may be the only one that stands.
      const statement = draw.chance(60) ? some.at(-1)! : draw.oneOf(some);
      const { company, finance } = statement.company;
      const language = draw.oneOf(['fr', 'en'] as const);
      const flaw = draw.chance(90) ? {} : draw.oneOf([{ by: finance[0] }, { certified: false }]);
      const carryOut = receiptOf(draw.oneOf(cast.projects), statement, { language, ...flaw });
      return { name: 'receipt', tenant: company, carryOut };
    },
  ],
  [
    2,
    ({ draw, history, unique }) => {
      const earlier = giftsIn(history).at(-1);
      const lines = history.lines.filter((line) => line.company === earlier?.company);
      if (earlier === undefined || lines.length === 0) return null;
      const { company, finance, hr: by } = earlier.company;
      const { developer, project, day } = draw.oneOf(lines);
      const more = { day, project: project.id, unit: 'minute', delta: 15, reason: `Oubli ${unique()}` } as const;
      const asked = { company, fiscalYear: Number(earlier.number.slice(0, 4)), scheme: giftScheme };
      const carryOut = async (ports: Ports) => {
        await receiptOf(project, earlier)(ports).catch(refusedAsNull);
        await correctTime(ports, { company, by, developer, ...more });
        const issued = await prepareAndIssue(ports, asked, finance);
        return { ...issued, ...(await receiptOf(project, { ...earlier, number: issued.number })(ports)) };
      };
      return { name: 'receipt again', tenant: company, carryOut };
    },
  ],
];
