// What may count, dated: limits of labour law and house policy. The same under every scheme and under none.
import { bienCommunCriteria } from '../../model/registry.ts';
import type { Figure, FigureSource } from './figure.ts';
import type { assessmentKeys } from './figure-keys.ts';
import { assessable, holding } from './holding.ts';
import { chosen, experiment, labourCode, publicServiceCode } from './sources.ts';

const beginning = assessable;

const held = holding<keyof typeof assessmentKeys>(beginning);

const limit = (legalReference: string): FigureSource => ({ ...labourCode, legalReference, certainty: 'B' });

export const assessmentFigures: readonly Figure[] = [
  held('caps.dailyMinutes', 600, limit('C. trav. L. 3121-18')),
  held('caps.dailyHalfDays', 2, chosen('house policy: a day has two half-days')),
  held('caps.dailyPolicy', 'block-day', chosen('house policy')),
  held('caps.weeklyMinutes', 2880, limit('C. trav. L. 3121-20')),
  held('caps.weeklyPolicy', 'block-excess-latest', chosen('house policy')),
  held('caps.twelveWeekAverageMinutes', 2640, limit('C. trav. L. 3121-22')),
  // Overtime is lawful and a share is a round number: a quarter is a week of 35 h at half time that came to 22 h, and worth a question, no more.
  held('caps.contractWeekMargin', '1/4', chosen('house policy: a reason is asked, nothing is refused')),
  held('nonWorkingDays', 'refuse-until-order', chosen('C. trav. L. 3133-1 ff., L. 3134-13')),
  held('entryDelayDays', 31, chosen('contemporaneous evidence')),
  held('secondment.papers', 'convention, amendment, consent', {
    ...labourCode,
    legalReference: 'C. trav. L. 8241-2',
    certainty: 'A',
  }),
  held(
    'secondment.maxYears',
    2,
    { ...labourCode, legalReference: 'C. trav. L. 8241-3', certainty: 'C' },
    beginning,
    '2024-04-17',
  ),
  held(
    'secondment.maxYears',
    3,
    { ...labourCode, legalReference: 'C. trav. L. 8241-3 (2024-04-17)', certainty: 'A' },
    '2024-04-17',
  ),
  held('publicStaff.cgfp', 'mise à disposition, renewable: no longest term here', {
    ...publicServiceCode,
    legalReference: 'CGFP L. 512-6 ff.; before 2022-03-01 law 84-16, art. 41, and its like',
    certainty: 'M',
  }),
  held('publicStaff.3ds-209', 'experiment of five years', experiment('C'), '2022-02-22', '2027-02-22'),
  held('publicStaff.3ds-209.maxYears', 3, experiment('M'), '2022-02-22', '2027-02-22'),
  held(
    'bienCommun.criteria',
    bienCommunCriteria.join(', '),
    chosen('TOSIT, 2026-02-03, Ares(2026)1225868, proposal 6, names no criterion: these are ours'),
  ),
];
