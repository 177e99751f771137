import { whole } from '../../lib/model/quantity-text.ts';
import { type TriagedEntry, triageSet } from '../../lib/use-cases/triage-set.ts';
import { type ReadSet, readSet } from '../assess/read-set.ts';
import { command } from '../frame/command.ts';

const decisions = ['clear', 'question', 'refused'] as const;

/** Minutes and half-days apart: one is never turned into the other. */
const amounts = ({ unit, amount, clearAmount }: TriagedEntry) =>
  unit === 'minute'
    ? { amount: { minutes: amount }, clear: { clearMinutes: clearAmount } }
    : { amount: { halfDays: amount }, clear: { clearHalfDays: clearAmount } };

const toLine = (entry: TriagedEntry): object => {
  const { file, sheet, row, day, person, project, corroboration, decision, reasons, evidence } = entry;
  const place = { file, sheet, row, day, person, project };
  const { amount, clear } = amounts(entry);
  return { ...place, ...amount, corroboration, decision, ...clear, reasons, evidence };
};

interface Tally {
  readonly entries: number;
  readonly minutes: number;
  readonly halfDays: number;
}

const tally = (entries: readonly TriagedEntry[]): Tally => ({
  entries: entries.length,
  minutes: entries.reduce((sum, { unit, amount }) => sum + (unit === 'minute' ? amount : 0), 0),
  halfDays: entries.reduce((sum, { unit, amount }) => sum + (unit === 'half-day' ? amount : 0), 0),
});

/** By decision, then by the reason that comes first. */
const tallies = (entries: readonly TriagedEntry[]) =>
  decisions.map((decision) => {
    const own = entries.filter((entry) => entry.decision === decision);
    const byReason = [...Map.groupBy(own, ({ reasons }) => reasons[0] ?? '')].map(
      ([reason, of]) => [reason, tally(of)] as const,
    );
    return { decision, ...tally(own), byReason: byReason.sort((a, b) => b[1].entries - a[1].entries) };
  });

const unreadOf = ({ unread }: ReadSet, language: 'fr' | 'en') =>
  unread.map(({ file, sheet, row, column, code, detail }) => ({
    ...{ file, sheet, row, column, code, detail: detail[language] },
  }));

const unreadFilesOf = ({ unreadFiles }: ReadSet, language: 'fr' | 'en') =>
  unreadFiles.map(({ file, code, detail }) => ({ file, code, detail: detail[language] }));

/** Lines of years for which the rule set holds no holidays: no rule was asked about them. */
const yearsWithoutRules = (entries: readonly TriagedEntry[]): readonly string[] =>
  [...new Set(entries.flatMap(({ isAssessed, day }) => (isAssessed ? [] : [day.slice(0, 4)])))].sort();

/** A file or a row that nobody could read, a line that no rule was asked about: the answer is not whole. */
function exitCodeOf({ unread, unreadFiles }: ReadSet, entries: readonly TriagedEntry[]): 0 | 1 | 2 {
  if (unreadFiles.length > 0) return 2;
  return unread.length > 0 || entries.some(({ isAssessed }) => !isAssessed) ? 1 : 0;
}

export const assess = command({
  name: 'assess',
  argument: null,
  summary: {
    fr: 'dit, d’un dossier de feuilles de temps et de commits enregistrés, qui serait interrogé et pourquoi ; n’enregistre rien',
    en: 'says of a folder of timesheets and recorded commits who would be asked, and why; saves nothing',
  },
  options: {
    timesheets: {
      value: 'DIR',
      required: true,
      summary: { fr: 'dossier des feuilles de temps (CSV, XLSX, ODS)', en: 'folder of timesheets (CSV, XLSX, ODS)' },
    },
    commits: {
      value: 'DIR',
      required: true,
      summary: {
        fr: 'dossier des commits enregistrés, <propriétaire>__<dépôt>.jsonl.gz',
        en: 'folder of recorded commits, <owner>__<repository>.jsonl.gz',
      },
    },
    projects: {
      value: 'FILE.json',
      required: true,
      summary: { fr: 'projets, dépôts, changements de licence', en: 'projects, repositories, changes of licence' },
    },
    secondments: {
      value: 'FILE.csv',
      required: true,
      summary: { fr: 'mises à disposition et adresses déclarées', en: 'secondments and declared addresses' },
    },
    identities: {
      value: 'FILE.jsonl',
      summary: {
        fr: 'autres adresses qu’on attribue aux personnes : des propositions, jamais des liens',
        en: 'other addresses that people are taken to have: proposals, never links',
      },
    },
  },
  run: async ({ options }, progress) => {
    const { timesheets, commits, projects, secondments, identities } = options;
    const set = await readSet({ timesheets, commits, projects, secondments, identities }, progress);
    const entries = triageSet(set);
    const counted = tallies(entries);
    return {
      exitCode: exitCodeOf(set, entries),
      jsonLines: () => entries.map(toLine),
      json: (language) => ({
        summary: {
          files: set.files.length,
          ...tally(entries),
          decisions: Object.fromEntries(
            counted.map(({ decision, byReason, ...sums }) => [
              decision,
              { ...sums, reasons: Object.fromEntries(byReason.map(([reason, { entries: count }]) => [reason, count])) },
            ]),
          ),
          unreadRows: unreadOf(set, language),
          unreadFiles: unreadFilesOf(set, language),
          otherFiles: set.otherFiles,
          yearsWithoutRules: yearsWithoutRules(entries),
          missingRepositories: set.missingRepositories,
        },
      }),
      text: (language) => {
        const n = (count: number): string => whole(language, count);
        const named = {
          clear: { fr: 'rien à demander', en: 'nothing to ask' },
          question: { fr: 'à demander', en: 'to be asked' },
          refused: { fr: 'refusé par une règle', en: 'refused by a rule' },
        };
        const lines = counted.flatMap(({ decision, entries: count, byReason }) => [
          `${named[decision][language]} : ${n(count)}`.replace(' :', language === 'fr' ? ' :' : ':'),
          ...byReason.map(([reason, { entries: of }]) => `  ${reason} ${n(of)}`),
        ]);
        const missing = set.missingRepositories.map((repository) =>
          language === 'fr'
            ? `Aucun commit enregistré pour ${repository} : rien n’a pu y être cherché.`
            : `No recorded commits of ${repository}: nothing could be looked up there.`,
        );
        const others = set.otherFiles.map((name) =>
          language === 'fr'
            ? `${name} n’a pas été lu : ce n’est pas une feuille de temps (CSV, XLSX, ODS).`
            : `${name} was not read: it is no timesheet (CSV, XLSX, ODS).`,
        );
        const years = yearsWithoutRules(entries).map((year) =>
          language === 'fr'
            ? `Le jeu de règles n’a pas les jours fériés de ${year} : aucune règle n’a été appliquée à ces lignes, elles sont à demander. Vérifiez leurs dates.`
            : `The rule set holds no public holidays of ${year}: no rule was applied to these lines, and they are to be asked about. Check their dates.`,
        );
        const colon = { fr: ' :', en: ':' }[language];
        const unread = [...unreadFilesOf(set, language), ...unreadOf(set, language)].map(
          ({ file, detail }) => `${file}${colon} ${detail}`,
        );
        return [...lines, ...missing, ...others, ...years, ...unread].join('\n');
      },
    };
  },
});
