// People in print, at level `names` only: who person n is, what was paid, and over which time base.
import type { NameDisclosure } from '../../payload.ts';
import { amounts, bases } from '../../xlsx/people.ts';
import { unitLabels } from '../../xlsx/time-columns.ts';
import type { Block } from '../blocks.ts';
import type { PrintEdition } from '../edition.ts';

type Pay = NameDisclosure['pay'][number];

export function peopleBlocks({ say, day, cents, whole }: PrintEdition, names: readonly NameDisclosure[]): Block[] {
  const paid = names.some(({ pay }) => pay.length > 0);
  const baseOf = ({ timeBase }: Pay): string =>
    timeBase === null
      ? say({ fr: 'aucune', en: 'none' })
      : `${whole(timeBase.amount)} ${say(unitLabels[timeBase.unit === 'minute' ? 'minutes' : 'halfDays'])}, ${say(bases[timeBase.how])}`;
  const payCells = (pay: Pay | null): string[] =>
    pay === null
      ? ['', ...amounts.map(() => ''), '']
      : [
          `${day(pay.period.from)} – ${day(pay.period.to)}`,
          ...amounts.map(({ key }) => cents(pay[key] as number)),
          baseOf(pay),
        ];
  return [
    { kind: 'heading', level: 2, text: say({ fr: 'Personnes', en: 'People' }) },
    {
      kind: 'table',
      hasHeader: true,
      columns: [
        { header: say({ fr: 'Personne', en: 'Person' }), align: 'left', weight: 3 },
        ...(paid
          ? ([
              { header: say({ fr: 'Période de paie', en: 'Pay period' }), align: 'left', weight: 2 },
              ...amounts.map(({ label }) => ({ header: say(label), align: 'right' as const })),
              { header: say({ fr: 'Base de temps', en: 'Time base' }), align: 'left', weight: 3 },
            ] as const)
          : []),
        { header: say({ fr: 'Contributions trouvées', en: 'Contributions found' }), align: 'right' },
      ],
      rows: names.flatMap(({ name, pay, contributions }, i) =>
        (pay.length === 0 ? [null] : pay).map((each) => ({
          cells: [`${i + 1} · ${name}`, ...(paid ? payCells(each) : []), whole(contributions.length)],
        })),
      ),
    },
  ];
}
