// What a small world has lived through before a run begins: time handed in, pulled, matched, answered, perhaps stated.
import { drawFrom } from '../../examples/random.ts';
import { answerContributions } from '../../lib/use-cases/answer-contributions.ts';
import { corroborate } from '../../lib/use-cases/corroborate.ts';
import { giftScheme } from '../../lib/use-cases/gift-sources.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { listKeys, publishAllKeys } from '../../lib/use-cases/keys.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { pullContributions } from '../../lib/use-cases/pull-contributions.ts';
import { type History, noHistory, post, shareOf, timesheetText } from './drawn-acts.ts';
import { keyUses } from './key-rings.ts';
import { receiptOf } from './receipt-acts.ts';
import { refusedAsNull } from './refused.ts';
import type { SimulatedProcess } from './simulation.ts';
import type { Cast } from './small-world.ts';

/** @param ports of a process that follows its facts at once and reads its own inbox */
export async function liveThroughAYear(
  variant: number,
  cast: Cast,
  { ports, rotate }: SimulatedProcess,
): Promise<History> {
  const draw = drawFrom(`first year ${variant}`);
  const history = noHistory();
  const drawing = { draw, cast, history, unique: () => 'first year' };
  for (const { id: project } of cast.projects) {
    await pullContributions(ports, { project, by: cast.registrar, seenBy: 'pull', progress: () => undefined });
  }
  for (const company of cast.companies) {
    for (let n = draw.between(0, 2); n > 0; n -= 1) {
      const { text, year } = timesheetText(drawing, company, 6);
      history.files.push({ company, text, year });
      const answer = await post(company, text, year)(ports);
      if ('receipt' in answer) history.timesheets.push({ company, timesheet: answer.receipt.timesheet });
    }
    const own = history.lines.filter((line) => line.company === company);
    if (own.length === 0) continue;
    const { company: id, finance } = company;
    await corroborate(ports, { company: id, by: cast.registrar, period: { from: '2024-01-01', to: '2025-12-31' } });
    for (const line of own.filter(() => draw.chance(60))) {
      const share = { ...shareOf(company, line), answer: 'confirmed', amount: null, comment: null } as const;
      await answerContributions(ports, share).catch(refusedAsNull);
    }
    if (draw.chance(30)) continue;
    const scheme = draw.oneOf(['digital-commons-investor', giftScheme, giftScheme] as const);
    const asked = { company: id, fiscalYear: 2025, scheme } as const;
    await prepareStatement(ports, { ...asked, by: finance[0] }).catch(refusedAsNull);
    const issued = await issueStatement(ports, { ...asked, by: finance[1] }).catch(refusedAsNull);
    if (issued === null) continue;
    const statement = { company, number: issued.number, scheme };
    history.statements.push(statement);
    if (scheme !== giftScheme || draw.chance(50)) continue;
    await receiptOf(draw.oneOf(cast.projects), statement)(ports).catch(refusedAsNull);
  }
  for (const use of keyUses.filter(() => draw.chance(30))) await rotate(use, `first year ${variant} ${use}`);
  await publishAllKeys(ports);
  history.keys.push(...(await listKeys(ports)));
  return history;
}
