// A receipt as it is printed: the mentions of form 2041-MEC-SD, in the language of the reader; the form itself is French law.
import { cents, dayText, halfDays, instantText, minutes } from '../../model/quantity-text.ts';
import type { Bilingual, Language } from '../../model/text.ts';
import { plural, say } from '../../model/typeset.ts';
import { type Block, factsTable } from '../pdf/blocks.ts';
import type { Printed } from '../pdf/print.ts';
import type { Receipt } from './receipt.ts';

const words = {
  title: { fr: 'Reçu des dons et versements effectués par les entreprises', en: 'Receipt for gifts made by companies' },
  article: {
    fr: 'Article 238 bis du code général des impôts · mentions du formulaire n° 2041-MEC-SD (Cerfa n° 16216)',
    en: 'Article 238 bis of the French tax code · the mentions of form 2041-MEC-SD (Cerfa 16216)',
  },
  test: {
    fr: 'ESSAI : scellé avec une clé d’essai. Ce reçu ne prouve rien à personne d’autre.',
    en: 'TEST: sealed with a test key. This receipt proves nothing to anybody else.',
  },
  beneficiary: { fr: 'Organisme bénéficiaire', en: 'Beneficiary' },
  donor: { fr: 'Entreprise donatrice', en: 'Donor company' },
  gift: { fr: 'Don', en: 'Gift' },
  people: { fr: 'Détail des salariés mis à disposition', en: 'Detail of the staff who were lent' },
  attested: { fr: 'Ce qui est attesté', en: 'What is attested' },
  signature: { fr: 'Date et signature', en: 'Date and signature' },
  honour: {
    fr: 'Le bénéficiaire certifie sur l’honneur que les dons et versements qu’il reçoit ouvrent droit à la réduction d’impôt prévue à l’article 238 bis du code général des impôts.',
    en: 'The beneficiary certifies on its honour that the gifts that it receives give right to the tax reduction of article 238 bis of the French tax code.',
  },
  value: {
    fr: 'La valeur du don en nature est celle que l’entreprise donatrice a déterminée, sous sa seule responsabilité (coût de revient). Le bénéficiaire atteste le temps reçu et ses dates, non cette valeur.',
    en: 'The value of the gift in kind is the one that the donor company determined, under its sole responsibility (cost price). The beneficiary attests the time received and its dates, not that value.',
  },
  share: {
    fr: 'L’état évalue ensemble les dons faits à plusieurs organismes : cette valeur en est la part de celui-ci, au prorata du coût de ses projets, arrondie au centime inférieur.',
    en: 'The statement values the gifts to several bodies together: this value is the part of this one, by the cost of its projects, rounded down to the cent.',
  },
  erased: { fr: 'nom effacé', en: 'name erased' },
  foot: {
    fr: 'Reçu établi par voie informatique : le montant est encadré d’astérisques.',
    en: 'Receipt made by computer: the amount stands between asterisks.',
  },
} as const satisfies Record<string, Bilingual>;

type Part = readonly (readonly [string, string])[];

function parties(
  t: (text: Bilingual) => string,
  { beneficiary, donor }: Receipt,
): { readonly to: Part; readonly from: Part } {
  const address = t({ fr: 'Adresse', en: 'Address' });
  const name = t({ fr: 'Dénomination', en: 'Name' });
  return {
    to: [
      [name, beneficiary.name],
      [t({ fr: 'SIREN, RNA ou registre', en: 'SIREN, RNA or register' }), beneficiary.registration],
      [address, `${beneficiary.address} (${beneficiary.country})`],
      [t({ fr: 'Objet', en: 'Purpose' }), beneficiary.purpose],
      [
        t({ fr: 'Catégorie', en: 'Category' }),
        t({
          fr: `CGI, article 238 bis, 1, ${beneficiary.category} — justifié par : ${beneficiary.proof}`,
          en: `CGI, article 238 bis, 1, ${beneficiary.category} — shown by: ${beneficiary.proof}`,
        }),
      ],
    ],
    from: [
      [name, donor.name],
      [t({ fr: 'Forme juridique', en: 'Legal form' }), donor.legalForm],
      ['SIREN', donor.siren],
      [address, donor.address],
    ],
  };
}

const timeText = (language: Language, time: { readonly minutes: number; readonly halfDays: number }): string =>
  [
    ...(time.minutes > 0 || time.halfDays === 0 ? [minutes(language, time.minutes)] : []),
    ...(time.halfDays > 0 ? [halfDays(language, time.halfDays)] : []),
  ].join(' + ');

function giftPart(language: Language, t: (text: Bilingual) => string, { gift, statement }: Receipt): Part {
  const [from, to] = [dayText(language, gift.from), dayText(language, gift.to)];
  const count = gift.people.length;
  return [
    [t({ fr: 'Forme du don', en: 'Form of the gift' }), t({ fr: 'don en nature', en: 'gift in kind' })],
    [
      t({ fr: 'Nature', en: 'Nature' }),
      t({
        fr: `mise à disposition gratuite de salariés : développement des projets ${gift.projects.join(', ')}`,
        en: `staff lent free of charge: development of the projects ${gift.projects.join(', ')}`,
      }),
    ],
    [
      t({ fr: 'Quantité', en: 'Quantity' }),
      t({
        fr: `${timeText(language, gift)}, ${count} ${plural('fr', count, 'personne', 'personnes')}`,
        en: `${timeText(language, gift)}, ${count} ${plural('en', count, 'person', 'people')}`,
      }),
    ],
    [t({ fr: 'Date du don', en: 'Date of the gift' }), t({ fr: `du ${from} au ${to}`, en: `from ${from} to ${to}` })],
    [t({ fr: 'Valeur du don', en: 'Value of the gift' }), `*** ${cents(language, gift.valueCents)} ***`],
    [
      t({ fr: 'État certifié', en: 'Certified statement' }),
      t({
        fr: `n° ${statement.number}, exercice ${statement.fiscalYear}, SHA-256 ${statement.sha256}`,
        en: `no. ${statement.number}, fiscal year ${statement.fiscalYear}, SHA-256 ${statement.sha256}`,
      }),
    ],
  ];
}

function blocksOf(language: Language, receipt: Receipt, isTest: boolean): Block[] {
  const t = (text: Bilingual): string => say(language, text);
  const { to, from } = parties(t, receipt);
  const { gift, signatory, number, supersedes, issuedAt } = receipt;
  const since = dayText(language, signatory.mandate.from);
  const heading = (text: Bilingual): Block => ({ kind: 'heading', level: 2, text: t(text) });
  return [
    { kind: 'heading', level: 1, text: t(words.title) },
    { kind: 'paragraph', text: t(words.article), look: 'strong' },
    ...(isTest ? [{ kind: 'notice', text: t(words.test) } as const] : []),
    factsTable([
      [t({ fr: 'Numéro d’ordre du reçu', en: 'Number of the receipt' }), number],
      ...(supersedes === null
        ? []
        : [[t({ fr: 'Annule et remplace', en: 'Cancels and replaces' }), supersedes] as const]),
    ]),
    heading(words.beneficiary),
    factsTable(to),
    heading(words.donor),
    factsTable(from),
    heading(words.gift),
    factsTable(giftPart(language, t, receipt)),
    ...(gift.valuedBy === 'share' ? [{ kind: 'paragraph', text: t(words.share) } as const] : []),
    { kind: 'heading', level: 3, text: t(words.people) },
    {
      kind: 'table',
      hasHeader: true,
      columns: [
        { header: t({ fr: 'Personne', en: 'Person' }), align: 'left' },
        { header: t({ fr: 'Temps reçu', en: 'Time received' }), align: 'right' },
      ],
      rows: [
        ...gift.people.map((person) => ({ cells: [person.name ?? t(words.erased), timeText(language, person)] })),
        { cells: ['Total', timeText(language, gift)], isTotal: true },
      ],
    },
    heading(words.attested),
    { kind: 'list', entries: [t(words.honour), t(words.value)] },
    heading(words.signature),
    factsTable([
      [t({ fr: 'Le', en: 'On' }), instantText(language, issuedAt)],
      [t({ fr: 'Par', en: 'By' }), signatory.name],
      [
        t({ fr: 'En qualité de', en: 'In the capacity of' }),
        t({
          fr: `${signatory.capacity}, mandat depuis le ${since}`,
          en: `${signatory.capacity}, mandate since ${since}`,
        }),
      ],
    ]),
    { kind: 'paragraph', look: 'small', text: t(words.foot) },
  ];
}

/** @param json the canonical bytes of the receipt, attached so that the seal covers them @param isTest the key that seals is marked TEST */
export function printedReceipt(
  receipt: Receipt,
  json: Uint8Array,
  language: Language,
  isTest: boolean,
): Omit<Printed, 'fonts' | 'seal'> {
  const title = say(language, { fr: `Reçu n° ${receipt.number}`, en: `Receipt ${receipt.number}` });
  const whole = `${title} · ${receipt.beneficiary.name}`;
  return {
    blocks: blocksOf(language, receipt, isTest),
    frame: {
      header: `${whole} · ${receipt.donor.name}`,
      banner: null,
      footer: say(language, words.article),
      page: (place, count) => `page ${place} / ${count}`,
    },
    ...{ language, title: whole, author: receipt.beneficiary.name, at: new Date(receipt.issuedAt) },
    subject: say(language, words.title),
    attachments: [
      {
        ...{ name: 'receipt.json', bytes: json, mime: 'application/json', relationship: 'Source' },
        description: say(language, { fr: 'Le reçu, pour des programmes', en: 'The receipt, for programs' }),
      },
    ],
  };
}
