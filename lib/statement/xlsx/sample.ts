// The workbook of a sample: what was drawn and how, with empty columns for what the auditor finds.
import type { Bilingual, Language } from '../../model/text.ts';
import type { SampleRow, StatementSample } from '../sample-of-statement.ts';
import { sampleMethodTexts } from '../sample-words.ts';
import { workbookWriter } from './file/workbook.ts';
import { bytesWritten } from './file/zip-stream.ts';
import { type Edition, openSheet, proposalBanner, say } from './sheet.ts';
import { type Column, head, writeTable } from './table.ts';

const sampleName: Bilingual = { fr: 'Échantillon', en: 'Sample' };
const drawName: Bilingual = { fr: 'Tirage', en: 'Draw' };

function writeDrawn(edition: Edition, { rows, population }: StatementSample): void {
  const hasNames = rows.some(({ name }) => name !== null);
  const whole = (of: (row: SampleRow) => number | null, adds = false) => ({ kind: 'whole', of, adds }) as const;
  const empty = { kind: 'text', of: () => null } as const;
  const columns: Column<SampleRow>[] = [
    { ...head(edition, 'place', { fr: 'N°', en: 'No.' }, 6), ...whole(({ place }) => place) },
    { ...head(edition, 'line', { fr: 'Ligne', en: 'Line' }, 8), ...whole(({ line }) => line) },
    { ...head(edition, 'month', { fr: 'Mois', en: 'Month' }, 10), kind: 'text', of: ({ month }) => month },
    { ...head(edition, 'person', { fr: 'Personne n°', en: 'Person no.' }, 11), ...whole(({ person }) => person) },
    ...(hasNames
      ? [
          {
            ...head(edition, 'name', { fr: 'Nom', en: 'Name' }, 24),
            kind: 'text',
            of: ({ name }: SampleRow) => name,
          } as const,
        ]
      : []),
    {
      ...head(edition, 'project', { fr: 'Projet', en: 'Project' }, 22),
      kind: 'text',
      of: ({ projectName }) => projectName,
    },
    {
      ...head(edition, 'minutes', { fr: 'Minutes retenues', en: 'Minutes counted' }, 12),
      ...whole(({ countedMinutes }) => countedMinutes, true),
    },
    {
      ...head(edition, 'halfDays', { fr: 'Demi-journées retenues', en: 'Half-days counted' }, 14),
      ...whole(({ countedHalfDays }) => countedHalfDays, true),
    },
    ...(population.cents === null
      ? []
      : [
          {
            ...head(edition, 'euros', { fr: 'Coût (€)', en: 'Cost (€)' }, 14),
            kind: 'euros',
            of: ({ cents }: SampleRow) => cents,
            adds: true,
          } as const,
        ]),
    { ...head(edition, 'hits', { fr: 'Centimes tirés', en: 'Cents drawn' }, 14), ...whole(({ hits }) => hits.length) },
    { ...head(edition, 'seen', { fr: 'Pièces vues', en: 'Papers seen' }, 22), ...empty },
    { ...head(edition, 'agrees', { fr: 'Conforme (oui / non)', en: 'Agrees (yes / no)' }, 12), ...empty },
    { ...head(edition, 'difference', { fr: 'Écart (€)', en: 'Difference (€)' }, 12), ...empty },
    { ...head(edition, 'finding', { fr: 'Constat', en: 'Finding' }, 36), ...empty },
  ];
  const name = say(edition, sampleName);
  writeTable(edition, { name, title: name, frozenColumns: 3 }, columns, rows);
}

function writeMethod(edition: Edition, sample: StatementSample): void {
  const { method, size, seed, population, interval, rows } = sample;
  const title = say(edition, drawName);
  const sheet = openSheet(edition, title, {
    ...{ name: title, widths: [34, 80], orientation: 'portrait' },
  });
  const line = (fr: string, en: string, value: string | number | null): void => {
    if (value !== null) sheet.row([{ value: say(edition, { fr, en }) }, { value, look: 'wrapped' }]);
  };
  line('Méthode', 'Method', say(edition, sampleMethodTexts[method]));
  line('Taille demandée', 'Size asked', size);
  line('Mois de ligne tirés', 'Months of lines drawn', rows.length);
  line('Mois de ligne dans l’état', 'Months of lines in the statement', population.units);
  line('Coût total, en centimes', 'Total cost, in cents', population.cents);
  line(
    'Intervalle : total ÷ parts, en centimes',
    'Interval: total ÷ parts, in cents',
    interval === null ? null : `${interval.cents} / ${interval.parts}`,
  );
  line('Départ, en centimes', 'Start, in cents', interval?.start ?? null);
  line('Graine (SHA-256)', 'Seed (SHA-256)', seed);
  line(
    'Pour le refaire',
    'To draw it again',
    say(edition, {
      fr: 'Page /methodology, « Tirer un échantillon que personne n’a choisi » ; ou « communs sample ».',
      en: 'Page /methodology, “Drawing a sample that nobody chose”; or “communs sample”.',
    }),
  );
  sheet.close();
}

/** @param isProposal the amounts are a simulation: said on each sheet */
export async function renderSampleXlsx(
  sample: StatementSample,
  language: Language,
  isProposal: boolean,
): Promise<Uint8Array> {
  const { number } = sample;
  return bytesWritten((sink) => {
    const title = say({ language }, sampleName);
    const subject = { fr: `État n° ${number}`, en: `Statement ${number}` }[language];
    const writer = workbookWriter(sink, { title, subject, language, created: null });
    const banner = isProposal ? say({ language }, proposalBanner) : null;
    const edition: Edition = { writer, language, number, banner };
    writeDrawn(edition, sample);
    writeMethod(edition, sample);
    writer.close([sampleName, drawName].map((name) => say(edition, name)));
  });
}
