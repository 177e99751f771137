// What may count, dated: limits of labour law and house policy. The same under every scheme and under none.
import type { Figure, FigureSource } from './figure.ts';
import type { assessmentKeys } from './figure-keys.ts';
import { holding } from './holding.ts';
import { chosen, labourCode } from './sources.ts';

// The first day of the frozen holidays: before it nothing can be assessed.
const beginning = '2005-01-01';

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
  held('noDoubleBenefit', 'refuse', chosen('anti-cumulation')),
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
];
