// LISEZ-MOI.txt and README.txt: what lies in the bundle, how to check it with this page or with other people’s programs, what is not shown and why.
import type { Language } from '../../model/text.ts';
import type { ViewLevel } from '../sd-jwt.ts';
import { levelTexts } from '../verification-text.ts';
import type { BundleName } from './bundle-names.ts';
import { recipes } from './recipes.ts';

export interface ReadMeFacts {
  readonly level: ViewLevel;
  readonly isTest: boolean;
  /** Those that the bundle has; MANIFEST comes last, and is there. */
  readonly files: ReadonlyMap<string, unknown>;
}

/** What each file is; the others are told by the line of the one before. */
const files: readonly (readonly [names: readonly BundleName[], fr: string, en: string])[] = [
  [['verify.html'], 'vérifie tout ceci hors ligne, dans un navigateur', 'checks all of this offline, in a browser'],
  [['statement.pdf'], 'l’état à lire et à imprimer, scellé', 'the statement to read and print, sealed'],
  [
    ['statement.xlsx'],
    'l’état pour le tableur, avec ses formules',
    'the statement for spreadsheets, with its formulas',
  ],
  [['statement.jws'], 'l’état signé : c’est lui qui fait foi', 'the signed statement: this is what counts'],
  [['statement.json'], 'son contenu, octet pour octet', 'its content, byte for byte'],
  [['statement.schema.json'], 'la forme de ce contenu (JSON Schema)', 'the form of that content (JSON Schema)'],
  [['status.jws'], 'sa situation au jour de la remise, signée', 'its status on the day it was handed over, signed'],
  [['disclosures.txt'], 'ce que ce niveau dévoile des personnes', 'what this level discloses of people'],
  [
    ['statement.fact', 'statement.salt'],
    'le fait du grand livre qui l’a émis, et le sel de son entrée au journal',
    'the fact of the ledger that issued it, and the salt of its entry in the log',
  ],
  [
    ['statement.tlog-proof', 'checkpoint'],
    'la preuve que ce fait est au journal public, et le point de contrôle signé',
    'the proof that this fact is in the public log, and the signed checkpoint',
  ],
  [
    ['checkpoint.body', 'checkpoint.sig', 'checkpoint.tsr', 'tsa-ca.pem'],
    'le même, en pièces, pour openssl ; et la date d’un tiers',
    'the same, in pieces, for openssl; and a third party’s date',
  ],
  [
    ['jwks.json', 'statement.pub.pem', 'statement.sig.der', 'log.vkey', 'log.pub.pem'],
    'les clés publiques et la signature, en plusieurs formes',
    'the public keys and the signature, in several forms',
  ],
  [['entries.jsonl'], 'chaque ligne de temps, et ce qu’il en est advenu', 'each line of time, and what became of it'],
  [['contributions.jsonl'], 'les contributions qui la portent', 'the contributions that carry it'],
  [['confirmations.jsonl'], 'les réponses des fondations', 'the answers of the foundations'],
  [
    ['registry.jsonl'],
    'les faits du registre sur lesquels il repose, signés par son teneur',
    'the facts of the registry that it rests on, signed by the registrar',
  ],
  [['ruleset.json'], 'les règles de calcul, avec leurs sources', 'the rules of the computation, with their sources'],
  [['MANIFEST'], 'l’empreinte SHA-256 de chaque autre fichier', 'the SHA-256 of every other file'],
];

const notShown: Readonly<Record<ViewLevel, Readonly<Record<Language, string>> | null>> = {
  names: null,
  lines: {
    fr: 'Ce niveau ne nomme personne. entries.jsonl montre chaque ligne sans jour ni cellule : son origine n’y est que par son empreinte. contributions.jsonl et confirmations.jsonl manquent : un commit dit son auteur à qui le cherche, et une réponse parle du mois d’une personne.',
    en: 'This level names nobody. entries.jsonl shows each line without day or cell: where it comes from is there by its digest only. contributions.jsonl and confirmations.jsonl are left out: a commit tells its author to whoever looks, and an answer speaks of one person’s month.',
  },
  totals: {
    fr: 'Ce niveau ne montre que des totaux. entries.jsonl, contributions.jsonl et confirmations.jsonl manquent : chaque ligne y serait la journée de quelqu’un.',
    en: 'This level shows totals only. entries.jsonl, contributions.jsonl and confirmations.jsonl are left out: each row would be somebody’s day.',
  },
};

const words = {
  fr: {
    title: 'DOSSIER DE PREUVES D’UN ÉTAT CERTIFIÉ',
    test: 'ESSAI : signé avec une clé d’essai. Ce dossier ne prouve rien à personne d’autre.',
    level: 'Niveau de lecture',
    simple:
      'Le plus simple : ouvrez verify.html dans un navigateur et déposez-y l’archive, ou tous ces fichiers. Rien n’est envoyé : la page n’a pas de réseau.',
    authentic:
      '« Authentique » veut dire : qui a déclaré et confirmé ces heures, quand, et que rien n’a été modifié ni retiré en silence. Cela ne dit pas que les heures sont vraies, ni qu’un avantage fiscal est dû.',
    keys: 'Les clés jointes prouvent seulement que le dossier est cohérent. Comparez-les avec une source à vous : /.well-known/jwks.json et /log/vkey de l’exploitant, ou un dossier reçu auparavant ; puis donnez-les au programme :',
    status:
      'status.jws dit la situation au jour de la remise. Pour celle d’aujourd’hui, cherchez le numéro sur la page /verify de l’exploitant, ou demandez un status.jws récent.',
    shown: 'Ce que ce niveau ne montre pas',
    list: 'Les fichiers',
    without: 'Sans nos programmes (Debian, dans ce dossier ; chaque commande réussit seulement si le contrôle est bon)',
    proof:
      'La preuve du journal suit C2SP (tlog-proof, tlog-checkpoint, signed-note) : golang.org/x/mod/sumdb/{note,tlog} la lisent. L’entrée est SHA-256(statement.salt ‖ statement.fact), sa feuille SHA-256(0x00 ‖ entrée).',
    package: 'paquet',
  },
  en: {
    title: 'EVIDENCE BUNDLE OF A CERTIFIED STATEMENT',
    test: 'TEST: signed with a test key. This bundle proves nothing to anybody else.',
    level: 'View level',
    simple:
      'The easiest way: open verify.html in a browser and drop the archive on it, or all of these files. Nothing is sent: the page has no network.',
    authentic:
      '“Authentic” means: who declared and confirmed these hours, when, and that nothing was changed or withdrawn silently. It does not say that the hours are true, nor that any tax relief is due.',
    keys: 'The keys that came along prove only that the bundle is consistent. Compare them with a source of your own: the operator’s /.well-known/jwks.json and /log/vkey, or a bundle received earlier; then give them to the program:',
    status:
      'status.jws tells the status on the day it was handed over. For that of today, look the number up on the operator’s page /verify, or ask for a recent status.jws.',
    shown: 'What this level does not show',
    list: 'The files',
    without: 'Without our programs (Debian, in this folder; each command succeeds only if the check holds)',
    proof:
      'The proof of the log follows C2SP (tlog-proof, tlog-checkpoint, signed-note): golang.org/x/mod/sumdb/{note,tlog} read it. The entry is SHA-256(statement.salt ‖ statement.fact), its leaf SHA-256(0x00 ‖ entry).',
    package: 'package',
  },
} as const;

const width = 100;

/** Breaks behind spaces; a longer word stands alone. */
function wrapped(text: string, most = width): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** @returns the text of a read-me; each line ends */
export function readMeText(language: Language, { level, isTest, files: present }: ReadMeFacts): string {
  const t = words[language];
  const has = (name: string): boolean => present.has(name) || name === 'MANIFEST';
  const hidden = notShown[level];
  const paragraph = (text: string): string[] => [...wrapped(text), ''];
  const listed = files.flatMap(([names, fr, en]) => {
    const there = names.filter(has);
    return there.length === 0
      ? []
      : [`  ${there.join(', ')}`, ...wrapped({ fr, en }[language], width - 6).map((line) => `      ${line}`)];
  });
  const checks = recipes
    .filter(({ needs }) => needs.every(has))
    .flatMap(({ proves, command, debian }) => [`  # ${proves[language]} (${t.package} ${debian})`, `  ${command}`, '']);
  const text = [
    t.title,
    '',
    ...(isTest ? paragraph(t.test) : []),
    ...paragraph(`${t.level}${language === 'fr' ? ' :' : ':'} ${levelTexts[level][language]}.`),
    ...paragraph(t.simple),
    ...paragraph(t.authentic),
    ...paragraph(t.keys),
    `  communs verify . --jwks KEYS.json${has('log.vkey') ? ' --vkey LOG.vkey' : ''}`,
    '',
    ...paragraph(t.status),
    ...(hidden === null ? [] : [t.shown, '', ...paragraph(hidden[language])]),
    t.list,
    '',
    ...listed,
    '',
    t.without,
    '',
    ...checks,
    ...(has('statement.tlog-proof') ? wrapped(t.proof) : []),
  ].join('\n');
  return `${text.trimEnd()}\n`;
}
