// Licences as a terminal tells them: what the registry says, what was seen, what waits for the registrar, which statements to prepare again.
import type { Language } from '../../lib/model/text.ts';
import type { LicenceFinding, LicenceFindingKind, SeenLicence } from '../../lib/rules/licence-watch.ts';
import type { WatchedProject } from '../../lib/use-cases/licence-watch.ts';
import type { TouchedStatement } from '../../lib/use-cases/statements-touched.ts';
import { instantInWords } from '../../web/parts/dates.ts';
import { touchedTexts } from '../../web/parts/touched-time.ts';

const kinds: Readonly<Record<LicenceFindingKind, Readonly<Record<Language, string>>>> = {
  lost: { fr: 'licence ouverte perdue', en: 'open licence lost' },
  regained: { fr: 'licence ouverte retrouvée, ou nouvelle', en: 'open licence regained, or new' },
  gone: { fr: 'aucun fichier de licence', en: 'no licence file' },
  unknown: {
    fr: 'texte de licence inconnu : à lire par quelqu’un',
    en: 'unknown licence text: to be read by a person',
  },
  renamed: { fr: 'autre licence, ouverte de même : rien n’attend', en: 'another licence, as open: nothing waits' },
};

const words = {
  fr: {
    none: 'Le registre n’a aucun projet.',
    registry: 'registre',
    nothing: 'aucune licence',
    open: 'ouverte',
    closed: 'non ouverte',
    noFile: 'aucun fichier de licence',
    unread: 'rien de lu encore dans ses dépôts : « communs pull » le fait',
    noBranch: (branch: string) =>
      `la branche « ${branch} » que nomme le registre n’existe pas, ou plus : sa licence n’est pas suivie. Corrigez « branch » (communs registry)`,
    noCommit: 'aucun commit connu',
    paris: 'à Paris',
    commit: 'commit',
    decide: 'Pour décider',
    awaiting: (n: number) =>
      n === 0
        ? 'Rien n’attend le teneur du registre.'
        : `Changements de licence qui attendent le teneur du registre : ${n}.`,
    again: 'États à préparer de nouveau',
  },
  en: {
    none: 'The registry has no project.',
    registry: 'registry',
    nothing: 'no licence',
    open: 'open',
    closed: 'not open',
    noFile: 'no licence file',
    unread: "nothing read yet in its repositories: 'communs pull' does it",
    noBranch: (branch: string) =>
      `the branch '${branch}' that the registry names is not there, or no more: its licence is not followed. Correct 'branch' (communs registry)`,
    noCommit: 'no commit known',
    paris: 'in Paris',
    commit: 'commit',
    decide: 'To decide',
    awaiting: (n: number) =>
      n === 0 ? 'Nothing waits for the registrar.' : `Changes of licence that wait for the registrar: ${n}.`,
    again: 'Statements to prepare again',
  },
} as const;

/** Both dates of a commit: its instant in UTC, and its day in Paris. */
export function whenSeen({ committedAt, day, sha }: SeenLicence, language: Language): string {
  const { noCommit, paris, commit } = words[language];
  const at =
    committedAt === null ? noCommit : `${commit} ${sha.slice(0, 12)}, ${instantInWords(language, committedAt)}`;
  return `${at} (${day} ${paris})`;
}

function spdxText(spdx: string | null, isOpen: boolean, language: Language): string {
  const { noFile, open, closed } = words[language];
  return spdx === null ? noFile : `${spdx} (${isOpen ? open : closed})`;
}

function findingLines(finding: LicenceFinding, language: Language): string[] {
  const { registry, nothing, decide } = words[language];
  const { kind, seen, before, registered, from, until, project, awaits } = finding;
  const was = before === null ? '' : `${spdxText(before.spdx, before.open, language)} → `;
  const says = registered === null ? nothing : spdxText(registered.spdx, registered.open, language);
  const days = until === null ? from : `${from} – ${until}`;
  return [
    `  ${awaits ? '!' : '-'} ${kinds[kind][language]} [${days}] ${seen.repository}`,
    `    ${was}${spdxText(seen.spdx, seen.open, language)}, ${whenSeen(seen, language)} ; ${registry}: ${says}`,
    ...(awaits ? [`    ${decide}: communs decide-licence --project ${project} --commit ${seen.sha.slice(0, 12)}`] : []),
  ];
}

function projectLines({ project, seen, lost, findings }: WatchedProject, language: Language): string[] {
  const { registry, nothing, unread, noBranch } = words[language];
  const registered = project.licences.map(
    ({ spdx, open, from, to }) => `${from} – ${to ?? '…'} ${spdxText(spdx, open, language)}`,
  );
  const changes = seen.flat();
  return [
    `${project.id} (${project.name})`,
    `  ${registry}: ${registered.join(' ; ') || nothing}`,
    ...(changes.length === 0 && lost.length === 0 ? [`  ${unread}`] : []),
    ...lost.map(({ id, branch }) => `  ! ${noBranch(branch)} [${id}]`),
    ...changes.map((one) => `  ${one.day} ${spdxText(one.spdx, one.open, language)}, ${whenSeen(one, language)}`),
    ...findings.flatMap((finding) => findingLines(finding, language)),
  ];
}

const touchedLines = (touched: readonly TouchedStatement[], language: Language): string[] =>
  touched.flatMap((one) =>
    touchedTexts(one, language).map((text) => `  - ${one.number}${language === 'fr' ? '\u202f' : ''}: ${text}`),
  );

/** With their heading; empty where there are none. */
export const touchedText = (touched: readonly TouchedStatement[], language: Language): readonly string[] =>
  touched.length === 0
    ? []
    : [`${words[language].again}${language === 'fr' ? '\u202f' : ''}:`, ...touchedLines(touched, language)];

export function licencesText(
  watched: readonly WatchedProject[],
  touched: readonly TouchedStatement[],
  language: Language,
): string {
  const { none, awaiting } = words[language];
  if (watched.length === 0) return none;
  const waiting = watched.flatMap(({ findings }) => findings.filter(({ awaits }) => awaits)).length;
  return [
    ...watched.flatMap((project) => projectLines(project, language)),
    awaiting(waiting),
    ...touchedText(touched, language),
  ].join('\n');
}
