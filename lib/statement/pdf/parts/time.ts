// Time by state in print: of the whole statement with every reason in words, and of its projects and lines as rows of one table.
import type { Bilingual } from '../../../model/text.ts';
import { awaitingTexts } from '../../../rules/awaiting.ts';
import { entryRefusalTexts } from '../../../rules/refusals/refusal-codes.ts';
import type { StatementPayload, TimeByState } from '../../payload.ts';
import { awaitedTexts, groundLabels, timeFigures, type Unit, unitLabels, unitsOf } from '../../xlsx/time-columns.ts';
import type { Block, TableColumn, TableRow } from '../blocks.ts';
import type { PrintEdition } from '../edition.ts';

const reasons: Readonly<Record<string, Bilingual>> = { ...entryRefusalTexts, ...awaitingTexts };

/** A code in words; of an older list, as it was signed. */
const reasonText = (edition: PrintEdition, code: string): string => {
  const text = reasons[code];
  return text === undefined ? code : edition.say(text);
};

const right = (header: string): TableColumn => ({ header, align: 'right' });
const left = (header: string, weight = 1): TableColumn => ({ header, align: 'left', weight });

function totalsOf(edition: PrintEdition, payload: StatementPayload, unit: Unit): Block[] {
  const { say, whole, time } = edition;
  const [declared, ...places] = timeFigures(payload, unit);
  const cells = (label: string, why: string, amount: number): readonly string[] =>
    unit === 'minutes' ? [label, why, time(unit, amount), whole(amount)] : [label, why, whole(amount)];
  const ended = places.map(({ label, code, of }) => ({
    cells: cells(say(label), code === null ? '' : reasonText(edition, code), of(payload)),
  }));
  const sum = places.reduce((total, { of }) => total + of(payload), 0);
  const awaits = payload.awaits.flatMap(({ code, awaits: whom, [unit]: amount = 0 }) => {
    const label = say({
      fr: `Attend ${awaitedTexts[whom].fr} : ${code}`,
      en: `Awaits ${awaitedTexts[whom].en}: ${code}`,
    });
    return amount === 0 ? [] : [{ cells: cells(label, reasonText(edition, code), amount) }];
  });
  const quantity = say(unitLabels[unit]);
  const columns = [
    left(say({ fr: 'Où le temps a fini', en: 'Where the time ended' }), 3),
    left(say({ fr: 'Motif', en: 'Reason' }), 5),
    ...(unit === 'minutes' ? [right(say({ fr: 'Heures', en: 'Hours' })), right('Minutes')] : [right(quantity)]),
  ];
  const rows: TableRow[] = [...ended, { cells: cells(say(declared!.label), '', declared!.of(payload)), isTotal: true }];
  if (sum !== declared!.of(payload)) throw new Error('printed statement: declared time does not end where it should');
  const title = say({ fr: `Temps déclaré, en ${unitLabels[unit].fr}`, en: `Declared time, in ${unitLabels[unit].en}` });
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'table', hasHeader: true, columns, rows },
    ...(awaits.length === 0
      ? []
      : [
          { kind: 'heading', level: 3, text: say({ fr: 'En attente, par motif', en: 'Awaiting, by reason' }) } as const,
          { kind: 'table', hasHeader: true, columns, rows: awaits } as const,
        ]),
  ];
}

export const timeBlocks = (edition: PrintEdition, payload: StatementPayload): Block[] => [
  ...unitsOf(payload).flatMap((unit) => totalsOf(edition, payload, unit)),
  {
    kind: 'paragraph',
    look: 'small',
    text: edition.say({
      fr: '« Sans trace publique » n’accuse personne : réunions, conception, sécurité ne laissent pas de trace. Les traces ne changent aucune minute.',
      en: '“No public trace” accuses nobody: meetings, design, security work leave none. Traces change no minute.',
    }),
  },
];

/** One project or one line, for the tables below. */
export interface TimedPart extends TimeByState {
  /** What names it, one for each of the leading columns. */
  readonly names: readonly string[];
  readonly costCents?: number | undefined;
}

const states: readonly (readonly [Bilingual, (time: TimeByState, unit: Unit) => number])[] = [
  [{ fr: 'Déclaré', en: 'Declared' }, (time, unit) => time[unit]?.declared ?? 0],
  [
    { fr: 'Retenu', en: 'Counted' },
    (time, unit) => Object.values(time[unit]?.counted ?? {}).reduce((sum, amount) => sum + amount, 0),
  ],
  [{ fr: 'dont traces concordent', en: 'of it, traces agree' }, (time, unit) => time[unit]?.counted.agrees ?? 0],
  [{ fr: 'dont en partie', en: 'of it, in part' }, (time, unit) => time[unit]?.counted.partly ?? 0],
  [{ fr: 'dont sans trace', en: 'of it, no trace' }, (time, unit) => time[unit]?.counted.noTrace ?? 0],
  [
    { fr: 'Écarté', en: 'Refused' },
    (time, unit) => time.refused.reduce((sum, { [unit]: amount = 0 }) => sum + amount, 0),
  ],
  [{ fr: 'En attente', en: 'Awaiting' }, (time, unit) => time[unit]?.awaiting ?? 0],
  [{ fr: 'Retiré', en: 'Withdrawn' }, (time, unit) => time[unit]?.withdrawn ?? 0],
];

/** Time of parts as rows, one table for each unit, and a second one of what was refused of them, by reason. */
export function partTables(
  edition: PrintEdition,
  payload: StatementPayload,
  lead: readonly TableColumn[],
  parts: readonly TimedPart[],
): Block[] {
  const { say, time, whole, cents } = edition;
  const units = unitsOf(payload);
  const isPriced = payload.cost !== undefined;
  return units.flatMap((unit): Block[] => {
    const amount = (n: number): string => (unit === 'minutes' ? time(unit, n) : whole(n));
    // Cost stands once, beside the first unit.
    const withCost = isPriced && unit === units[0];
    const shown = withCost ? parts : parts.filter((part) => (part[unit]?.declared ?? 0) > 0);
    const cost = say({ fr: 'Coût', en: 'Cost' });
    const sums = states.map(([, of]) => amount(parts.reduce((sum, part) => sum + of(part, unit), 0)));
    const costOf = (n: number): readonly string[] => (withCost ? [cents(n)] : []);
    const total = say({ fr: 'Total', en: 'Total' });
    const refused = shown.flatMap((part) =>
      part.refused.flatMap(({ code, ground, [unit]: refusedAmount = 0 }) =>
        refusedAmount === 0
          ? []
          : [{ cells: [...part.names, `${code} (${say(groundLabels[ground])})`, amount(refusedAmount)] }],
      ),
    );
    return [
      ...(units.length > 1
        ? [
            {
              kind: 'heading',
              level: 3,
              text: say({ fr: `En ${unitLabels[unit].fr}`, en: `In ${unitLabels[unit].en}` }),
            } as const,
          ]
        : []),
      {
        kind: 'table',
        hasHeader: true,
        columns: [...lead, ...states.map(([label]) => right(say(label))), ...(withCost ? [right(cost)] : [])],
        rows: [
          ...shown.map((part) => ({
            cells: [...part.names, ...states.map(([, of]) => amount(of(part, unit))), ...costOf(part.costCents ?? 0)],
          })),
          {
            cells: [
              ...lead.map((_, i) => (i === 0 ? total : '')),
              ...sums,
              ...costOf(parts.reduce((sum, { costCents = 0 }) => sum + costCents, 0)),
            ],
            isTotal: true,
          },
        ],
      },
      ...(refused.length === 0
        ? []
        : [
            { kind: 'heading', level: 3, text: say({ fr: 'Écarté, par motif', en: 'Refused, by reason' }) } as const,
            {
              kind: 'table',
              hasHeader: true,
              columns: [
                ...lead,
                left(say({ fr: 'Motif', en: 'Reason' }), 5),
                right(say({ fr: 'Écarté', en: 'Refused' })),
              ],
              rows: refused,
            } as const,
          ]),
    ];
  });
}
