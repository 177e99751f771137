// The summary sheet: whose statement, for when, under which scheme; where the declared time ended; the amounts; what the company declared.
import type { Bilingual } from '../../model/text.ts';
import type { AwaitingCode } from '../../rules/assessment.ts';
import { awaitingTexts } from '../../rules/awaiting.ts';
import { entryRefusalTexts, isEntryRefusalCode } from '../../rules/refusals/refusal-codes.ts';
import { schemes } from '../../rules/rule-set.ts';
import type { AwaitedTime, Gift, StatementPayload } from '../payload.ts';
import type { TrustLevel } from '../trust.ts';
import { standingTexts, trustTexts } from '../verification-text.ts';
import { type Cell, type Edition, openSheet, type Sheet, say } from './sheet.ts';
import { dateOf, formats } from './table.ts';
import { timeFigures, type Unit, unitLabels, unitsOf } from './time-columns.ts';

type Amount = NonNullable<StatementPayload['simulation']>;
type Answer = StatementPayload['declared']['otherEmployers'];

export const answers: Readonly<Record<Answer['answer'], Bilingual>> = {
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non', en: 'no' },
  'not-asked': { fr: 'non demandé', en: 'not asked' },
};

export const readings: Readonly<Record<string, Bilingual>> = {
  credit: { fr: 'crédit : assiette × taux', en: 'credit: base × rate' },
  deduction: { fr: 'déduction supplémentaire de l’assiette', en: 'additional deduction of the base' },
  'month-of-secondment': {
    fr: 'plafond : 3 plafonds mensuels de sécurité sociale par personne et mois',
    en: 'cap: 3 monthly social-security ceilings for each person and month',
  },
  'prorata-time': {
    fr: 'plafond : 3 plafonds mensuels par personne et mois × quotité',
    en: 'cap: 3 monthly ceilings for each person and month × share of time',
  },
  'annual-flat': {
    fr: 'plafond : 36 plafonds mensuels par personne et année civile',
    en: 'cap: 36 monthly ceilings for each person and calendar year',
  },
  'monthly-flat-year': {
    fr: 'plafond : 3 plafonds mensuels par personne et année civile',
    en: 'cap: 3 monthly ceilings for each person and calendar year',
  },
};

const euros = (cents: number): Cell => ({ value: cents / 100, format: formats.decimal });
const whole = (value: number): Cell => ({ value, format: formats.whole });
const text = (value: string): Cell => ({ value });

function section(edition: Edition, sheet: Sheet, title: Bilingual, ...headers: readonly Bilingual[]): void {
  sheet.row([]);
  const cells = [title, ...headers].map((label): Cell => ({ value: say(edition, label), look: 'header' }));
  sheet.row([...cells, ...Array.from({ length: 4 - cells.length }, (): Cell => ({ value: null, look: 'header' }))]);
}

function identity(edition: Edition, sheet: Sheet, payload: StatementPayload, trust: TrustLevel): void {
  const { company, period, scheme, operator, supersedes, projects, people, fiscalYear, iat } = payload;
  const day = (value: string): Cell => ({ value: dateOf(value), format: formats.day[edition.language] });
  const title = schemes.find(({ code }) => code === scheme.code)?.title;
  const self = { fr: ' (l’entreprise elle-même)', en: ' (the company itself)' };
  const facts: readonly [Bilingual, Cell][] = [
    [{ fr: 'Entreprise', en: 'Company' }, text(company.name)],
    [{ fr: 'SIREN', en: 'SIREN' }, text(company.siren)],
    [
      { fr: 'Exercice', en: 'Fiscal year' },
      { value: fiscalYear, format: '0' },
    ],
    [{ fr: 'Du', en: 'From' }, day(period.from)],
    [{ fr: 'Au (inclus)', en: 'To (included)' }, day(period.to)],
    [
      { fr: 'Émis le (UTC)', en: 'Issued at (UTC)' },
      { value: new Date(iat * 1000), format: formats.instant[edition.language] },
    ],
    [
      { fr: 'Remplace l’état', en: 'Replaces statement' },
      text(supersedes ?? say(edition, { fr: 'aucun', en: 'none' })),
    ],
    [{ fr: 'Dispositif', en: 'Scheme' }, text(title === undefined ? scheme.code : say(edition, title))],
    [{ fr: 'Statut juridique', en: 'Standing' }, text(say(edition, standingTexts[scheme.standing]))],
    [{ fr: 'Exploitant', en: 'Operator' }, text(operator.name + (operator.isClaimant ? say(edition, self) : ''))],
    [{ fr: 'Confiance', en: 'Trust' }, text(say(edition, trustTexts[trust]))],
    [{ fr: 'Projets', en: 'Projects' }, whole(projects.length)],
    [{ fr: 'Personnes', en: 'People' }, whole(people.count)],
  ];
  section(edition, sheet, { fr: 'Identité', en: 'Identity' });
  for (const [label, cell] of facts) sheet.row([text(say(edition, label)), { ...cell, look: 'strong' }]);
}

const awaited: Readonly<Record<AwaitedTime['awaits'], Bilingual>> = {
  foundation: { fr: 'la fondation', en: 'the foundation' },
  employer: { fr: 'l’employeur', en: 'the employer' },
  employers: { fr: 'les deux employeurs', en: 'both employers' },
};

const awaitedOf = (code: string, awaits: AwaitedTime['awaits']): Bilingual => ({
  fr: `En attente, dont ${awaited[awaits].fr} : ${code}`,
  en: `Awaiting, of which ${awaited[awaits].en}: ${code}`,
});

const isAwaitingCode = (code: string): code is AwaitingCode => Object.hasOwn(awaitingTexts, code);

/** One row for each place where declared time ended, and their sum beside what was declared. */
function time(edition: Edition, sheet: Sheet, payload: StatementPayload, unit: Unit): void {
  const hours = (row: number, minutes: number): Cell =>
    unit === 'minutes'
      ? { value: { formula: `B${row}/60`, result: minutes / 60 }, format: formats.decimal }
      : { value: null };
  const [declared, ...places] = timeFigures(payload, unit);
  const { fr, en } = unitLabels[unit];
  section(
    edition,
    sheet,
    { fr: `Temps déclaré, en ${fr}`, en: `Declared time, in ${en}` },
    { fr: 'Temps', en: 'Time' },
    unit === 'minutes' ? { fr: 'Heures', en: 'Hours' } : { fr: '', en: '' },
    { fr: 'Motif', en: 'Reason' },
  );
  const rows = places.map(({ label, code, of }) => {
    const minutes = of(payload);
    const reason = code !== null && isEntryRefusalCode(code) ? say(edition, entryRefusalTexts[code]) : null;
    const row = sheet.next();
    return sheet.row([
      text(say(edition, label)),
      whole(minutes),
      hours(row, minutes),
      { value: reason, look: 'wrapped' },
    ]);
  });
  const sum = places.reduce((total, { of }) => total + of(payload), 0);
  const sumRow = sheet.next();
  const total = { formula: `SUM(B${rows[0]}:B${rows.at(-1)})`, result: sum };
  sheet.row([
    { value: say(edition, { fr: 'Somme', en: 'Sum' }), look: 'total' },
    { ...whole(0), value: total, look: 'total' },
    { ...hours(sumRow, sum), look: 'total' },
    { value: null, look: 'total' },
  ]);
  const stated = declared!.of(payload);
  const statedRow = sheet.next();
  sheet.row([text(say(edition, declared!.label)), whole(stated), hours(statedRow, stated)]);
  const gap = { formula: `B${statedRow}-B${sumRow}`, result: stated - sum };
  sheet.row([
    text(say(edition, { fr: 'Écart (doit être 0)', en: 'Difference (must be 0)' })),
    { ...whole(0), value: gap },
  ]);
  for (const { code, awaits, [unit]: amount = 0 } of payload.awaits) {
    if (amount === 0) continue;
    const why = isAwaitingCode(code) ? say(edition, awaitingTexts[code]) : null;
    const row = sheet.next();
    sheet.row([
      text(say(edition, awaitedOf(code, awaits))),
      whole(amount),
      hours(row, amount),
      { value: why, look: 'wrapped' },
    ]);
  }
}

/** What the year's ceiling makes of a gift (mécénat), and the excesses of earlier years by their origin. */
export function giftRows(gift: Gift | undefined): readonly (readonly [Bilingual, number])[] {
  if (gift === undefined) return [];
  return [
    [{ fr: 'Chiffre d’affaires hors taxe', en: 'Turnover excluding VAT' }, gift.turnoverCents],
    [{ fr: 'Plafond de l’exercice', en: 'Ceiling of the year' }, gift.ceilingCents],
    [{ fr: 'Dons dans le plafond', en: 'Gifts within the ceiling' }, gift.retainedCents],
    [{ fr: 'Dons au-dessus du plafond', en: 'Gifts above the ceiling' }, gift.excessCents],
    ...gift.carryIn.flatMap(({ origin, cents, usedCents, expiredCents }) => [
      [{ fr: `Excédent clos le ${origin}, reçu`, en: `Excess of ${origin}, brought in` }, cents] as const,
      [{ fr: `Excédent clos le ${origin}, utilisé`, en: `Excess of ${origin}, used` }, usedCents] as const,
      [{ fr: `Excédent clos le ${origin}, perdu`, en: `Excess of ${origin}, lost` }, expiredCents] as const,
    ]),
    ...gift.carryOut.map(
      ({ origin, cents }) =>
        [{ fr: `Excédent clos le ${origin}, reporté`, en: `Excess of ${origin}, carried forward` }, cents] as const,
    ),
  ];
}

function amounts(edition: Edition, sheet: Sheet, payload: StatementPayload): void {
  const { cost, simulation, relief } = payload;
  if (cost === undefined) return;
  const row = (label: Bilingual, cents: number): void => {
    sheet.row([text(say(edition, label)), euros(cents), whole(cents)]);
  };
  const { banner } = edition;
  section(
    edition,
    sheet,
    banner === null ? { fr: 'Montants', en: 'Amounts' } : { fr: banner, en: banner },
    { fr: 'Euros', en: 'Euros' },
    { fr: 'Centimes', en: 'Cents' },
  );
  row({ fr: 'Coût de personnel du temps retenu', en: 'Staff cost of the counted time' }, cost.cents);
  const amount: Amount | undefined = simulation ?? relief;
  if (amount === undefined) return;
  const base =
    relief?.gift === undefined ? { fr: 'Assiette', en: 'Base' } : { fr: 'Valeur du don', en: 'Value of the gift' };
  row(base, amount.baseCents);
  row({ fr: 'Avantage, au centime', en: 'Relief, to the cent' }, amount.creditCents);
  sheet.row([
    text(say(edition, { fr: 'Avantage, arrondi à l’euro', en: 'Relief, rounded to the euro' })),
    { value: amount.declaredEuros, format: formats.decimal },
  ]);
  const reading = readings[amount.reading];
  sheet.row([
    text(say(edition, { fr: 'Lecture', en: 'Reading' })),
    text(reading === undefined ? amount.reading : say(edition, reading)),
  ]);
  for (const [label, cents] of giftRows(relief?.gift)) row(label, cents);
}

function declarations(edition: Edition, sheet: Sheet, { declared }: StatementPayload): void {
  const day = (value: string | null): Cell => ({ value: dateOf(value), format: formats.day[edition.language] });
  section(
    edition,
    sheet,
    { fr: 'Déclaré par l’entreprise', en: 'Declared by the company' },
    { fr: 'Réponse', en: 'Answer' },
    { fr: 'Le', en: 'On' },
  );
  const asked: readonly [Bilingual, Answer][] = [
    [{ fr: 'Temps chez d’autres employeurs', en: 'Time with other employers' }, declared.otherEmployers],
    [{ fr: 'Temps facturé à des clients', en: 'Time billed to clients' }, declared.billedToClients],
    [{ fr: 'Contreparties de la fondation', en: 'Counterparts from the foundation' }, declared.counterparts],
  ];
  for (const [label, { answer, on }] of asked) {
    sheet.row([text(say(edition, label)), text(say(edition, answers[answer])), day(on)]);
  }
  const { otherAid } = declared;
  if (otherAid.length === 0) {
    sheet.row([
      text(say(edition, { fr: 'Autres aides et remboursements', en: 'Other aid and reimbursements' })),
      text(say(edition, { fr: 'aucun', en: 'none' })),
    ]);
    return;
  }
  const kinds = {
    subsidy: { fr: 'Subvention de', en: 'Subsidy from' },
    reimbursement: { fr: 'Remboursement de', en: 'Reimbursement from' },
  };
  for (const { kind, grantor, period, amountCents } of otherAid) {
    sheet.row([
      text(`${say(edition, kinds[kind])} ${grantor} (${period.from} – ${period.to})`),
      euros(amountCents),
      whole(amountCents),
    ]);
  }
}

export function writeSummary(edition: Edition, payload: StatementPayload, trust: TrustLevel): void {
  const name = say(edition, { fr: 'Synthèse', en: 'Summary' });
  const widths = [42, 20, 16, 56];
  const sheet = openSheet(edition, name, {
    name,
    widths,
    frozenRows: 0,
    frozenColumns: 0,
    pagesWide: 1,
    orientation: 'portrait',
  });
  identity(edition, sheet, payload, trust);
  for (const unit of unitsOf(payload)) time(edition, sheet, payload, unit);
  amounts(edition, sheet, payload);
  declarations(edition, sheet, payload);
  sheet.close();
}
