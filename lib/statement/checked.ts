// What a verifier looked at, check by check, each with the file it is about and how it came out.
import type { Bilingual } from '../model/text.ts';
import { meansIncomplete, meansInvalid, type VerificationCode, type VerificationProblem } from './problem.ts';

const texts = {
  manifest: { fr: 'les fichiers sont ceux de sa liste', en: 'the files are those on its list' },
  signature: { fr: 'signature de l’état', en: 'signature of the statement' },
  json: { fr: 'le contenu signé, octet pour octet', en: 'the signed content, byte for byte' },
  keys: { fr: 'la clé et la signature, sous leurs autres formes', en: 'key and signature, in their other forms' },
  disclosures: { fr: 'les personnes dévoilées', en: 'the people disclosed' },
  sums: { fr: 'les sommes', en: 'the sums' },
  steps: { fr: 'le calcul', en: 'the computation' },
  status: { fr: 'la situation', en: 'the status' },
  fact: { fr: 'le fait qui l’a émis', en: 'the fact that issued it' },
  inclusion: { fr: 'ce fait est au journal', en: 'that fact is in the log' },
  checkpoint: { fr: 'le point de contrôle du journal', en: 'the checkpoint of the log' },
  timestamp: { fr: 'la date d’un tiers', en: 'a third party’s date' },
  entries: { fr: 'les lignes de temps, et ce qu’elles donnent', en: 'the lines of time, and what they give' },
  contributions: { fr: 'les contributions', en: 'the contributions' },
  confirmations: { fr: 'les réponses des fondations', en: 'the answers of the foundations' },
  registry: {
    fr: 'ce que le registre dit des projets, fondations, licences et mandats',
    en: 'what the registry says of projects, foundations, licences and mandates',
  },
  rules: { fr: 'le jeu de règles, et ses chiffres', en: 'the rule set, and its figures' },
  attachments: { fr: 'les pièces jointes au PDF', en: 'the attachments of the PDF' },
  seal: { fr: 'le sceau du PDF couvre tout le document', en: 'the seal of the PDF covers the whole document' },
} as const satisfies Record<string, Bilingual>;
export type CheckName = keyof typeof texts;

export interface Checked {
  readonly check: CheckName;
  readonly file: string;
  /** `left`: it could not be checked here; a sentence among the problems, or the read-me, says by what it can. */
  readonly outcome: 'holds' | 'fails' | 'left';
  readonly what: Bilingual;
}

/** A check that was made, before it is known how it came out. */
export interface Made {
  readonly check: CheckName;
  readonly file: string;
  /** True where it is left to another program. */
  readonly left?: boolean;
}

/** Of which check each code is a failure. */
const checkOfCode: Partial<Record<VerificationCode, CheckName>> = {
  'manifest-differs': 'manifest',
  'json-differs': 'json',
  'key-file-differs': 'keys',
  'disclosure-malformed': 'disclosures',
  'disclosure-unknown': 'disclosures',
  'disclosure-twice': 'disclosures',
  'disclosures-partial': 'disclosures',
  'sums-wrong': 'sums',
  'steps-wrong': 'steps',
  'status-invalid': 'status',
  'status-of-another': 'status',
  'fact-differs': 'fact',
  'log-proof-wrong': 'inclusion',
  'log-key-unknown': 'inclusion',
  'log-unchecked': 'inclusion',
  'checkpoint-wrong': 'checkpoint',
  'timestamp-wrong': 'timestamp',
  'entries-wrong': 'entries',
  'contributions-wrong': 'contributions',
  'confirmations-wrong': 'confirmations',
  'registry-wrong': 'registry',
  'registrar-key-unknown': 'registry',
  'key-retired': 'registry',
  'rules-differ': 'rules',
  'attachment-differs': 'attachments',
  'seal-wrong': 'seal',
};

/** @returns the checks with their outcomes, which the problems tell */
export const outcomes = (made: readonly Made[], problems: readonly VerificationProblem[]): Checked[] =>
  made.map(({ check, file, left = false }) => {
    const isOwn = ({ code, about }: VerificationProblem): boolean =>
      checkOfCode[code] === check && (check !== 'keys' || about === file);
    const own = problems.filter(isOwn).map(({ code }) => code);
    const outcome = own.some(meansInvalid) ? 'fails' : left || own.some(meansIncomplete) ? 'left' : 'holds';
    return { check, file, outcome, what: texts[check] };
  });
