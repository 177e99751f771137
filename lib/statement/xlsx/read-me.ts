// The first sheet: what this workbook is, what proves it, how to check it, and how to read the others.
import type { Bilingual } from '../../model/text.ts';
import { notProven } from '../not-proven.ts';
import type { StatementPayload } from '../payload.ts';
import type { ViewLevel } from '../sd-jwt.ts';
import type { EvidenceAtHand, TrustLevel } from '../trust.ts';
import { levelTexts, trustText } from '../verification-text.ts';
import { type Edition, openSheet, say } from './sheet.ts';

export interface ReadMeFacts {
  readonly preset: 'finance' | 'full';
  readonly level: ViewLevel;
  readonly trust: TrustLevel;
  /** When somebody outside saw the issue in the log; null: nobody did. */
  readonly seenAt: string | null;
  /** Who signed the facts of the registry, by a key that the installation pinned. */
  readonly registrar: EvidenceAtHand['registrar'];
  /** The key that signed is marked TEST. */
  readonly isTest: boolean;
}

type Paragraphs = readonly Bilingual[];

const presetTexts: Readonly<Record<ReadMeFacts['preset'], Bilingual>> = {
  finance: {
    fr: 'Présentation « Finance » : ce qui se comptabilise, sans noms.',
    en: 'Preset “Finance”: what is booked, without names.',
  },
  full: {
    fr: 'Présentation « Complet » : toutes les feuilles de ce niveau de lecture.',
    en: 'Preset “Full”: every sheet of this view level.',
  },
};

const whatItIs = (level: ViewLevel, preset: ReadMeFacts['preset']): Paragraphs => [
  {
    fr: 'Ce classeur reprend un état signé. Ce qui fait foi est le fichier statement.jws remis avec lui : le classeur se modifie, la signature non.',
    en: 'This workbook repeats a signed statement. What counts is the file statement.jws handed over with it: a workbook can be changed, a signature cannot.',
  },
  {
    fr: '« Certifié » veut dire : qui a déclaré, qui a vérifié, qui a confirmé, quand, et que rien n’a changé depuis ; non qu’un avantage est dû.',
    en: '“Certified” means: who declared, who checked, who confirmed, when, and that nothing changed since; not that any relief is due.',
  },
  { fr: `Niveau de lecture : ${levelTexts[level].fr}.`, en: `View level: ${levelTexts[level].en}.` },
  presetTexts[preset],
];

export const testKey: Bilingual = {
  fr: 'ESSAI : signé avec une clé d’essai. Cet état ne prouve rien à personne d’autre.',
  en: 'TEST: signed with a test key. This statement proves nothing to anybody else.',
};

const howToCheck: Paragraphs = [
  {
    fr: 'communs verify statement.jws --jwks jwks.json --status status.jws --disclosures disclosures.txt',
    en: 'communs verify statement.jws --jwks jwks.json --status status.jws --disclosures disclosures.txt',
  },
  {
    fr: 'Ou sans nous : jose jws ver -i statement.jws -k jwks.json -O out.json, puis comparez out.json et statement.json, octet par octet.',
    en: 'Or without us: jose jws ver -i statement.jws -k jwks.json -O out.json, then compare out.json and statement.json, byte by byte.',
  },
  {
    fr: 'La feuille « Contrôle » donne le SHA-256 de statement.jws et de statement.json, et l’empreinte de la clé.',
    en: 'The sheet “Control” gives the SHA-256 of statement.jws and statement.json, and the key’s thumbprint.',
  },
];

export const certaintyText: Bilingual = {
  fr: 'Certitude d’un paramètre : A texte officiel lu ; B deux sources concordantes ; C une source secondaire ; M de mémoire du texte ; P choix de ce projet.',
  en: 'Certainty of a parameter: A official text read; B two concordant sources; C one secondary source; M from memory of the text; P this project’s own choice.',
};

const howToRead: Paragraphs = [
  {
    fr: '« Détail » : une ligne par personne, projet et mois, sous un identifiant qui ne vaut que pour cet état (L3-2025-04 est la ligne 3, en avril 2025). Les mêmes lignes sont signées.',
    en: '“Detail”: a line for each person, project and month, under an identifier that holds on this statement only (L3-2025-04 is line 3, in April 2025). The same lines are signed.',
  },
  {
    fr: '« Corrections » : ce que les livres disent autrement qu’au dernier export de cet exercice, et si l’état repose déjà dessus.',
    en: '“Corrections”: what the books say otherwise than at the last export of this fiscal year, and whether the statement already rests on it.',
  },
  {
    fr: 'Le temps est en minutes entières ; les heures sont des formules, minutes ÷ 60, sans arrondi. Les demi-journées (forfait-jours) ne sont jamais converties.',
    en: 'Time is in whole minutes; hours are formulas, minutes ÷ 60, not rounded. Half-days (days contracts) are never converted.',
  },
  {
    fr: 'L’argent est en centimes entiers ; les euros sont ces centimes ÷ 100.',
    en: 'Money is in whole cents; euros are those cents ÷ 100.',
  },
  {
    fr: 'Toute minute déclarée finit en un seul endroit : retenue, écartée (avec un motif), en attente, ou retirée. « Contrôle » compare chaque total signé à la somme des feuilles.',
    en: 'Each declared minute ends in one place: counted, refused (with a reason), awaiting, or withdrawn. “Control” compares each signed total with the sum of the sheets.',
  },
  {
    fr: '« Sans trace publique » n’accuse personne : réunions, conception, sécurité ne laissent pas de trace. Les traces ne changent aucune minute.',
    en: '“No public trace” accuses nobody: meetings, design, security work leave none. Traces change no minute.',
  },
  {
    fr: '« Calcul », là où il y a des montants, refait chaque étape signée avec les cellules des autres feuilles, et dit d’où il part.',
    en: '“Computation”, where there are amounts, works each signed step out anew from the cells of the other sheets, and says where it starts.',
  },
  certaintyText,
];

export const readMeName: Bilingual = { fr: 'Lisez-moi', en: 'Read me' };

export function writeReadMe(
  edition: Edition,
  payload: StatementPayload,
  { level, trust, seenAt, registrar, isTest, preset }: ReadMeFacts,
): void {
  const name = say(edition, readMeName);
  const title = say(edition, { fr: 'lisez d’abord ceci', en: 'read this first' });
  const sheet = openSheet(edition, title, {
    name,
    widths: [105],
  });
  const part = (heading: Bilingual, paragraphs: Paragraphs): void => {
    sheet.row([]);
    sheet.row([{ value: say(edition, heading), look: 'header' }]);
    for (const paragraph of paragraphs) sheet.row([{ value: say(edition, paragraph), look: 'wrapped' }]);
  };
  if (isTest) sheet.row([{ value: say(edition, testKey), look: 'banner' }]);
  part({ fr: 'Ce que c’est', en: 'What this is' }, [...whatItIs(level, preset), payload.disclaimer]);
  part({ fr: 'Qui en répond', en: 'Who vouches' }, [trustText({ trust, seenAt })]);
  part(
    { fr: 'Ce que cela ne prouve pas', en: 'What this does not prove' },
    notProven(payload, { trust, seenAt, registrar, statusChecked: false, keysPinned: false, log: null }),
  );
  part({ fr: 'Vérifier soi-même', en: 'Check it yourself' }, howToCheck);
  part({ fr: 'Lire les feuilles', en: 'Reading the sheets' }, howToRead);
  sheet.close();
}
