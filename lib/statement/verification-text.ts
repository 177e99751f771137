// The verifier's answer for people, in both languages, and for programs.
import type { Json } from '../ledger/canonical.ts';
import type { Bilingual, Language } from '../model/text.ts';
import type { Checked } from './checked.ts';
import type { KeyDates } from './keys.ts';
import type { StatementPayload } from './payload.ts';
import type { ViewLevel } from './sd-jwt.ts';
import { stateTexts } from './status.ts';
import type { TrustLevel } from './trust.ts';
import type { Recomputed, Verification, VerificationResult } from './verify.ts';

/** "Authentic", never more: whether relief is due in law is not for a verifier to say. */
export const resultTexts: Readonly<Record<VerificationResult, Bilingual>> = {
  authentic: {
    fr: 'Authentique : signé, et inchangé depuis.',
    en: 'Authentic: signed, and unchanged since.',
  },
  invalid: { fr: 'Non authentique.', en: 'Not authentic.' },
  incomplete: {
    fr: 'Pas de réponse : il manque quelque chose, ou le fichier est illisible.',
    en: 'No answer: something is missing, or the file cannot be read.',
  },
  superseded: { fr: 'Authentique, mais remplacé.', en: 'Authentic, but replaced.' },
  revoked: { fr: 'Authentique, mais révoqué.', en: 'Authentic, but revoked.' },
};

const selfDated: Bilingual = {
  fr: 'self (l’exploitant répond seul de ses clés et du registre)',
  en: 'self (the operator alone answers for its keys and the registry)',
};

const trustTexts: Readonly<Record<TrustLevel, Bilingual>> = {
  self: {
    fr: 'self (l’exploitant répond seul de ses dates et de ses clés)',
    en: 'self (the operator alone answers for its dates and keys)',
  },
  witnessed: {
    fr: 'witnessed (des tiers attestent les dates et le registre)',
    en: 'witnessed (others vouch for the dates and the registry)',
  },
  'third-party': {
    fr: 'third-party (registre, clés et journal dépendent d’un autre organisme que l’entreprise)',
    en: 'third-party (registry, keys and log belong to another body than the company)',
  },
};

export type Vouched = Pick<Verification, 'trust' | 'seenAt'>;

/** Who vouches, in a sentence: a date that somebody outside attests is told whatever the level is. */
export function trustText({ trust, seenAt }: Vouched): Bilingual {
  if (seenAt === null) return trustTexts[trust];
  const { fr, en } = trust === 'self' ? selfDated : trustTexts[trust];
  const at = seenAt.replace('.000Z', 'Z');
  return {
    fr: `${fr} ; vue au journal par un tiers au plus tard le ${at}`,
    en: `${en}; seen in the log by an outside body by ${at}`,
  };
}

export const standingTexts: Readonly<Record<StatementPayload['scheme']['standing'], Bilingual>> = {
  proposed: { fr: 'proposition, aucun effet juridique', en: 'a proposal, no legal effect' },
  'in-force': { fr: 'en vigueur', en: 'in force' },
  repealed: { fr: 'abrogé', en: 'repealed' },
  none: { fr: 'aucun dispositif, état sans avantage', en: 'no scheme, a statement without relief' },
};

export const levelTexts: Readonly<Record<ViewLevel, Bilingual>> = {
  totals: { fr: 'totaux seulement', en: 'totals only' },
  lines: { fr: 'totaux et lignes, sans noms', en: 'totals and lines, without names' },
  names: { fr: 'totaux, lignes et noms', en: 'totals, lines and names' },
};

/** UTC, to the second, with its zone. */
export const issuedAt = ({ iat }: Pick<StatementPayload, 'iat'>): string =>
  new Date(iat * 1000).toISOString().replace('.000Z', 'Z');

/** From when to when the registry says that a key signed. */
const keyDatesText = ({ published, retired }: KeyDates): Bilingual =>
  retired === null
    ? { fr: `, publiée le ${published}`, en: `, published on ${published}` }
    : {
        fr: `, publiée le ${published}, retirée le ${retired}`,
        en: `, published on ${published}, retired on ${retired}`,
      };

function facts({
  payload,
  kid,
  keyDates,
  trust,
  seenAt,
  status,
  level,
  computation,
  problems,
}: Verification): Bilingual[] {
  if (payload === null) return [];
  const { number, company, period, scheme, operator } = payload;
  const standing = standingTexts[scheme.standing];
  const vouched = trustText({ trust, seenAt });
  const dates = keyDates === null ? { fr: '', en: '' } : keyDatesText(keyDates);
  return [
    {
      fr: `État n° ${number} : ${company.name} (SIREN ${company.siren}), du ${period.from} au ${period.to}`,
      en: `Statement ${number}: ${company.name} (SIREN ${company.siren}), from ${period.from} to ${period.to}`,
    },
    {
      fr: `Émis le ${issuedAt(payload)} par ${operator.name}`,
      en: `Issued on ${issuedAt(payload)} by ${operator.name}`,
    },
    { fr: `Dispositif : ${scheme.code} (${standing.fr})`, en: `Scheme: ${scheme.code} (${standing.en})` },
    { fr: `Clé : ${kid}${dates.fr}`, en: `Key: ${kid}${dates.en}` },
    { fr: `Confiance : ${vouched.fr}`, en: `Trust: ${vouched.en}` },
    status === 'not-checked'
      ? { fr: 'Situation : non vérifiée (not-checked)', en: 'Status: not-checked' }
      : {
          fr: `Situation : ${stateTexts[status.state].fr}, au ${status.asOf}`,
          en: `Status: ${stateTexts[status.state].en}, as of ${status.asOf}`,
        },
    { fr: `Vérifié : ${levelTexts[level].fr}`, en: `Checked: ${levelTexts[level].en}` },
    ...(computation === null ? [] : [recomputedText(computation, problems)]),
  ];
}

const startTexts: Readonly<Record<Recomputed['from'], Bilingual>> = {
  pay: { fr: 'en entier, depuis la paie et le temps de chacun', en: 'in full, from everybody’s pay and time' },
  'line-costs': { fr: 'à partir du coût des lignes, tel que signé', en: 'from the costs of the lines, as signed' },
  'staff-cost': { fr: 'à partir du coût de personnel, tel que signé', en: 'from the staff cost, as signed' },
  signed: {
    fr: 'les autres lues telles que signées : ce dont elles viennent n’est pas dans l’état',
    en: 'the others read as signed: what they come from is not in the statement',
  },
};

/** How much of the computation was worked out again, and from where. */
export function recomputedText({ recomputed, steps, from }: Recomputed, problems: Verification['problems']): Bilingual {
  if (problems.some(({ code }) => code === 'steps-wrong')) {
    return { fr: 'Calcul : il ne se refait pas', en: 'Computation: it does not come out again' };
  }
  return {
    fr: `Calcul : ${recomputed} étapes sur ${steps} refaites (${startTexts[from].fr}), toutes exactes`,
    en: `Computation: ${recomputed} of ${steps} steps worked out again (${startTexts[from].en}), all exact`,
  };
}

const outcomeTexts: Readonly<Record<Checked['outcome'], Bilingual>> = {
  holds: { fr: 'tient', en: 'holds' },
  fails: { fr: 'ÉCHOUE', en: 'FAILS' },
  left: { fr: 'non contrôlé ici', en: 'not checked here' },
};

/** One check, with the file that it is about. */
export const checkedText = ({ file, what, outcome }: Checked): Bilingual => ({
  fr: `${file} : ${what.fr} : ${outcomeTexts[outcome].fr}`,
  en: `${file}: ${what.en}: ${outcomeTexts[outcome].en}`,
});

const checkedTitle: Bilingual = { fr: 'Contrôles :', en: 'Checks:' };
const notProvenTitle: Bilingual = { fr: 'Ce que cela ne prouve pas :', en: 'What this does not prove:' };

/** What the file says stands within our lines: it ends none, moves no cursor of a terminal and turns no direction of reading. */
const within = (line: string): string => line.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');

/** @returns what `communs verify` prints: the result first, then why, then who and when, then what is not proven; lines without ends */
export function verificationLines(verification: Verification, language: Language): string[] {
  const { result, problems, checked, notProven } = verification;
  const listed = (texts: readonly Bilingual[]): string[] => texts.map((text) => `- ${text[language]}`);
  return [
    resultTexts[result][language],
    ...listed(problems.map(({ detail }) => detail)),
    ...facts(verification).map((fact) => fact[language]),
    ...(checked.length === 0 ? [] : [checkedTitle[language], ...listed(checked.map(checkedText))]),
    ...(notProven.length === 0 ? [] : [notProvenTitle[language], ...listed(notProven)]),
  ].map(within);
}

/** @returns what `communs verify --json` prints. `statement` is null unless its signature holds */
export function verificationJson(verification: Verification): Json {
  const {
    result,
    exitCode,
    payload,
    kid,
    keyDates,
    level,
    trust,
    seenAt,
    registrar,
    status,
    problems,
    checked,
    notProven,
    computation,
  } = verification;
  return {
    result,
    exitCode,
    kid,
    keyDates: keyDates === null ? null : { ...keyDates },
    level,
    trust,
    seenAt,
    registrar,
    status,
    computation:
      computation === null
        ? null
        : { recomputed: computation.recomputed, steps: computation.steps, from: computation.from },
    statement:
      payload === null
        ? null
        : {
            number: payload.number,
            company: payload.company,
            period: payload.period,
            fiscalYear: payload.fiscalYear,
            scheme: { code: payload.scheme.code, standing: payload.scheme.standing },
            operator: payload.operator,
            issuedAt: issuedAt(payload),
          },
    problems: problems.map(({ code, detail: { fr, en } }) => ({ code, detail: { fr, en } })),
    checked: checked.map(({ check, file, outcome }) => ({ check, file, outcome })),
    notProven: notProven.map(({ fr, en }) => ({ fr, en })),
  };
}
