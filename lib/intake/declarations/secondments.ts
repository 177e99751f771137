// Reads a company's secondments: who is lent to which foundation, from when to when, and which papers are signed.
import { addDays, type Day } from '../../model/calendar.ts';
import type { TimeUnit } from '../../model/duration.ts';
import type { PublicBasis, Secondment, Staff } from '../../model/secondment.ts';
import { plainText } from '../words.ts';
import type { DeclarationFile } from './file-text.ts';
import { valuesOf, wordMap } from './line-values.ts';
import { collectProblems, conclude, type DeclarationCode, type DeclarationReading, type Problems } from './problem.ts';
import { type Column, type Line, readLines } from './table.ts';
import { isIdentifier, parseAddress, parseList, parseShare, parseTime } from './values.ts';

/** A secondment by the company's own number for the person; the use case knows her alias. */
export interface DeclaredSecondment extends Omit<Secondment, 'id' | 'developer' | 'endedOn'> {
  readonly matricule: string;
  readonly name: string;
  /** Addresses under which she is known to work; they go to the erasable directory. */
  readonly emails: readonly string[];
}

interface SecondmentsDeclaration {
  readonly secondments: readonly DeclaredSecondment[];
}

type Field =
  | 'matricule'
  | 'name'
  | 'emails'
  | 'projects'
  | 'foundation'
  | 'from'
  | 'to'
  | 'share'
  | 'regime'
  | 'legalForm'
  | 'staff'
  | 'basis'
  | 'convention'
  | 'amendment'
  | 'consent'
  | 'weeklyHours'
  | 'workingDays';

/** The first header is the French one of the template, the second the English one. */
const secondmentColumns: readonly Column<Field>[] = [
  { field: 'matricule', headers: ['Matricule', 'Staff number', 'N° matricule'], needed: true },
  { field: 'name', headers: ['Nom', 'Name', 'Nom et prénom', 'Salarié', 'Agent'], needed: true },
  { field: 'emails', headers: ['Adresses', 'Addresses', 'E-mails', 'Emails', 'Courriels'], needed: false },
  { field: 'projects', headers: ['Projets', 'Projects', 'Projet', 'Project'], needed: true },
  { field: 'foundation', headers: ['Fondation', 'Foundation'], needed: true },
  { field: 'from', headers: ['Début', 'From', 'Date de début', 'Start'], needed: true },
  { field: 'to', headers: ['Fin', 'To', 'Date de fin', 'End'], needed: false },
  { field: 'share', headers: ['Quotité', 'Share', 'Part'], needed: true },
  { field: 'regime', headers: ['Régime', 'Regime', 'Régime de temps', 'Working-time regime'], needed: true },
  { field: 'legalForm', headers: ['Forme juridique', 'Legal form'], needed: true },
  { field: 'convention', headers: ['Convention', 'Agreement', 'Date de convention'], needed: false },
  { field: 'amendment', headers: ['Avenant', 'Amendment', 'Date d’avenant', "Date d'avenant"], needed: false },
  {
    field: 'consent',
    headers: ['Consentement', 'Consent', 'Accord du salarié', 'Date de consentement'],
    needed: false,
  },
  { field: 'staff', headers: ['Statut', 'Staff status', 'Statut du personnel'], needed: false },
  { field: 'basis', headers: ['Fondement', 'Legal basis', 'Fondement juridique'], needed: false },
  {
    field: 'weeklyHours',
    headers: ['Heures par semaine', 'Hours a week', 'Weekly hours', 'Heures hebdomadaires', 'Durée hebdomadaire'],
    needed: false,
  },
  {
    field: 'workingDays',
    headers: ['Jours travaillés', 'Working days', 'Days worked', 'Jours de travail'],
    needed: false,
  },
];

const legalForms = wordMap<Secondment['legalForm']>([
  ['prêt', 'loan'],
  ['loan', 'loan'],
  ['prêt de main-d’œuvre', 'loan'],
  ['mise à disposition', 'loan'],
  ['don de service', 'service-gift'],
  ['prestation offerte', 'service-gift'],
  ['service-gift', 'service-gift'],
  ['travail propre', 'own-work'],
  ['own-work', 'own-work'],
]);

const staffs = wordMap<Staff>([
  ['salarié', 'employee'],
  ['salariée', 'employee'],
  ['employee', 'employee'],
  ['agent public', 'public-servant'],
  ['fonctionnaire', 'public-servant'],
  ['public servant', 'public-servant'],
  ['public-servant', 'public-servant'],
]);

const bases = wordMap<PublicBasis>([
  ['mise à disposition CGFP', 'cgfp'],
  ['CGFP', 'cgfp'],
  ['loi 3DS art. 209', '3ds-209'],
  ['3DS', '3ds-209'],
  ['3ds-209', '3ds-209'],
]);

const regimes = wordMap<TimeUnit>([
  ['heures', 'minute'],
  ['hours', 'minute'],
  ['minute', 'minute'],
  ['forfait-jours', 'half-day'],
  ['jours', 'half-day'],
  ['days', 'half-day'],
  ['half-day', 'half-day'],
]);

const weekdays: ReadonlyMap<string, number> = new Map(
  [
    ['lun', 'lundi', 'mon', 'monday'],
    ['mar', 'mardi', 'tue', 'tuesday'],
    ['mer', 'mercredi', 'wed', 'wednesday'],
    ['jeu', 'jeudi', 'thu', 'thursday'],
    ['ven', 'vendredi', 'fri', 'friday'],
    ['sam', 'samedi', 'sat', 'saturday'],
    ['dim', 'dimanche', 'sun', 'sunday'],
  ].flatMap((names, at) => names.map((name): [string, number] => [name, at + 1])),
);

/** @returns ISO weekdays, Monday 1, each once and in order; null if a word is not a weekday */
function parseWeekdays(text: string): number[] | null {
  const days = parseList(text).map((word) => weekdays.get(plainText(word)));
  const known = days.filter((day) => day !== undefined);
  return known.length > 0 && known.length === days.length ? [...new Set(known)].sort((a, b) => a - b) : null;
}

/** No week of a contract is longer, whatever the exception (Code du travail, L. 3121-21): a month's or a year's hours are a slip. */
const longestWeekMinutes = 60 * 60;

/** @param text hours of a week: `35`, `17,5`, `17h30` @returns whole minutes; null for anything else */
function parseWeeklyHours(text: string): number | null {
  const time = parseTime(text.replace(/\s?(?:h|heures?|hours?)$/i, ''), 'hour');
  return time !== null && time.amount <= longestWeekMinutes ? time.amount : null;
}

/** All of a cell's parts, or null if one of them does not parse. */
function listOf(text: string, parse: (part: string) => string | null): string[] | null {
  const parts = parseList(text).map(parse);
  return parts.length > 0 && parts.every((part) => part !== null) ? parts : null;
}

const papers = [
  { field: 'convention', code: 'convention-missing', fr: 'la convention', en: 'the agreement' },
  { field: 'amendment', code: 'amendment-missing', fr: 'l’avenant au contrat', en: 'the amendment to the contract' },
  { field: 'consent', code: 'consent-missing', fr: 'l’accord de la personne', en: 'the person’s consent' },
] as const satisfies readonly { field: Field; code: DeclarationCode; fr: string; en: string }[];

/** The labour code does not hold for her: she is lent on a basis of her own, or not at all. */
function checkBasis(line: Line<Field>, { basis }: DeclaredSecondment, problems: Problems): void {
  if (basis !== null) return;
  problems.note(line.place('basis'), null, 'basis-missing', {
    fr: 'un agent public ne peut être prêté que sur un fondement qui lui est propre (mise à disposition CGFP, loi 3DS art. 209) : son temps sera écarté. Remplissez la colonne Fondement.',
    en: 'a public servant can only be lent on a legal basis of her own (CGFP, 3DS): her time will be refused. Fill in the column Legal basis.',
  });
}

/** What a loan of staff needs on file (Code du travail L. 8241-2) and how long it may last (L. 8241-3): noted, never refused here. */
function checkPapers(line: Line<Field>, secondment: DeclaredSecondment, problems: Problems): void {
  if (secondment.legalForm !== 'loan') return;
  if (secondment.staff === 'public-servant') {
    checkBasis(line, secondment, problems);
    return;
  }
  for (const { field, code, fr, en } of papers) {
    const signed = secondment[field];
    if (signed === null) {
      problems.note(line.place(field), null, code, {
        fr: `le jour où ${fr} a été signé manque (Code du travail, L. 8241-2). Ajoutez-le avant le premier état.`,
        en: `the day on which ${en} was signed is missing (Code du travail, L. 8241-2). Add it before the first statement.`,
      });
    } else if (signed > secondment.from) {
      problems.note(line.place(field), signed, 'signed-after-start', {
        fr: `signé le ${signed}, après le début du ${secondment.from}. Vérifiez la date ; l’état la montrera telle quelle.`,
        en: `signed on ${signed}, after the start on ${secondment.from}. Check the date; the statement will show it as it is.`,
      });
    }
  }
  const threeYears: Day = addDays(`${Number(secondment.from.slice(0, 4)) + 3}${secondment.from.slice(4)}`, -1);
  if (secondment.to !== null && secondment.to > threeYears) {
    problems.note(line.place('to'), secondment.to, 'term-exceeded', {
      fr: `un prêt gratuit dure au plus trois ans (Code du travail, L. 8241-3) : le temps après le ${threeYears} sera refusé. Raccourcissez, ou déclarez une nouvelle convention.`,
      en: `a free loan lasts at most three years (Code du travail, L. 8241-3): time after ${threeYears} will be refused. Shorten it, or declare a new agreement.`,
    });
  }
}

function readLine(line: Line<Field>, problems: Problems): DeclaredSecondment | null {
  const values = valuesOf(line, problems);
  const matricule = values.identifier('matricule');
  const name = values.label('name');
  const emails = values.take(
    'emails',
    (text) => listOf(text, parseAddress),
    'not-an-address',
    {
      fr: 'des adresses comme prenom.nom@exemple.fr, séparées par |',
      en: 'addresses like first.last@example.org, parted by |',
    },
    'optional',
  );
  const projects = values.take(
    'projects',
    (text) => listOf(text, (part) => (isIdentifier(part) ? part : null)),
    'not-an-identifier',
    { fr: 'les identifiants des projets, séparés par |', en: 'the identifiers of the projects, parted by |' },
    'required',
  );
  const foundation = values.identifier('foundation');
  const from = values.day('from', 'required');
  const to = values.day('to', 'optional');
  const share = values.take(
    'share',
    parseShare,
    'not-a-share',
    {
      fr: 'une part du temps de travail, par exemple 80 %, 0,8 ou 4/5',
      en: 'a share of working time, for example 80 %, 0.8 or 4/5',
    },
    'required',
  );
  const unit = values.word('regime', regimes, 'required');
  const legalForm = values.word('legalForm', legalForms, 'required');
  const staff = values.isEmpty('staff') ? 'employee' : values.word('staff', staffs, 'required');
  const basis = values.word('basis', bases, 'optional');
  if (staff === 'employee' && basis !== null) {
    problems.block(line.place('basis'), line.text('basis'), 'column-of-another-kind', {
      fr: 'le fondement est celui d’un agent public. Videz la cellule, ou écrivez « agent public » dans la colonne Statut.',
      en: 'the legal basis is that of a public servant. Empty the cell, or write “public servant” in the column Staff status.',
    });
  }
  const convention = values.day('convention', 'optional');
  const amendment = values.day('amendment', 'optional');
  const consent = values.day('consent', 'optional');
  const weeklyMinutes = values.take(
    'weeklyHours',
    parseWeeklyHours,
    'not-a-duration',
    {
      fr: 'les heures d’une semaine du contrat, 60 au plus, par exemple 35, 28,00 ou 17h30',
      en: 'the hours of one week of the contract, 60 at most, for example 35, 28.00 or 17h30',
    },
    'optional',
  );
  const workingDays = values.take(
    'workingDays',
    parseWeekdays,
    'not-weekdays',
    {
      fr: 'les jours travaillés chaque semaine, par exemple lun, mar, jeu, ven',
      en: 'the weekdays worked, for example mon, tue, thu, fri',
    },
    'optional',
  );
  if (unit === 'half-day' && weeklyMinutes !== null) {
    problems.block(line.place('weeklyHours'), line.text('weeklyHours'), 'unit-disagrees', {
      fr: 'au forfait-jours, le contrat ne compte pas d’heures. Videz la cellule, ou corrigez le régime.',
      en: 'under forfait-jours the contract counts no hours. Empty the cell, or correct the regime.',
    });
  }
  if (from !== null && to !== null && to < from) {
    problems.block(line.place('to'), to, 'reversed-period', {
      fr: `la fin (${to}) vient avant le début (${from}). Corrigez l’une des deux.`,
      en: `the end (${to}) comes before the start (${from}). Correct one of them.`,
    });
  }
  if (
    matricule === null ||
    name === null ||
    projects === null ||
    foundation === null ||
    from === null ||
    share === null ||
    unit === null ||
    legalForm === null ||
    staff === null
  )
    return null;
  const secondment: DeclaredSecondment = {
    matricule,
    name,
    emails: emails ?? [],
    projects,
    foundation,
    from,
    to,
    share,
    unit,
    legalForm,
    staff,
    basis,
    convention,
    amendment,
    consent,
    weeklyMinutes,
    workingDays,
  };
  checkPapers(line, secondment, problems);
  return secondment;
}

/**
 * Reads a secondments file: CSV, or JSON `{ "secondments": [ … ] }` with the same texts under English names.
 * @returns the declaration, or null where something blocks, and every problem by line and column
 */
export function readSecondments(file: DeclarationFile): DeclarationReading<SecondmentsDeclaration> {
  const problems = collectProblems();
  const seen = new Set<string>();
  const secondments = readLines(file, 'secondments', secondmentColumns, problems).flatMap((line) => {
    const secondment = readLine(line, problems);
    if (secondment === null) return [];
    const key = JSON.stringify([secondment.matricule, secondment.foundation, secondment.projects, secondment.from]);
    if (seen.has(key)) {
      problems.block(line.whole, secondment.matricule, 'duplicate-line', {
        fr: `la mise à disposition de ${secondment.matricule} au ${secondment.from} est déjà plus haut. Gardez une ligne.`,
        en: `the secondment of ${secondment.matricule} from ${secondment.from} already stands above. Keep one line.`,
      });
    }
    seen.add(key);
    return [secondment];
  });
  return conclude({ secondments }, problems);
}
