// What a small world has lived through before a run begins: time handed in, pulled, matched, answered, perhaps stated.
import { drawFrom } from '../../examples/random.ts';
import type { Ports } from '../../lib/ports.ts';
import { answerContributions } from '../../lib/use-cases/answer-contributions.ts';
import { corroborate } from '../../lib/use-cases/corroborate.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { pullContributions } from '../../lib/use-cases/pull-contributions.ts';
import { type History, noHistory, post, shareOf, timesheetText } from './drawn-acts.ts';
import { refusedAsNull } from './refused.ts';
import type { Cast } from './small-world.ts';

/** @param ports of a process that follows its facts at once and reads its own inbox */
export async function liveThroughAYear(variant: number, cast: Cast, ports: Ports): Promise<History> {
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
    const shares = Array.from({ length: draw.between(0, 3) }, () => shareOf(drawing, company));
    for (const share of shares.filter(({ developer, month }) =>
      own.some((line) => line.developer === developer && line.day.startsWith(month)),
    )) {
      await answerContributions(ports, { ...share, answer: 'confirmed', amount: null, comment: null }).catch(
        refusedAsNull,
      );
    }
    if (!draw.chance(50)) continue;
    const asked = { company: id, fiscalYear: 2025, scheme: 'digital-commons-investor' } as const;
    await prepareStatement(ports, { ...asked, by: finance[0] }).catch(refusedAsNull);
    const issued = await issueStatement(ports, { ...asked, by: finance[1] }).catch(refusedAsNull);
    if (issued !== null) history.statements.push({ company, number: issued.number });
  }
  return history;
}
