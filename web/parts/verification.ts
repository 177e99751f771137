// The verifier's answer in words: the result, who vouches for the dates, and what is not proven. Never the word "valid".

import { type ComponentChild, h } from 'preact';
import type { Bilingual, Language } from '../../lib/model/text.ts';
import { say } from '../../lib/model/typeset.ts';
import type { TrustLevel } from '../../lib/statement/trust.ts';
import type { Verification, VerificationResult } from '../../lib/statement/verify.ts';
import { instantInWords } from './dates.ts';
import { copied, facts, type MarkKind, mark } from './facts.ts';
import { inLanguage, type Words } from './words.ts';

const results: Readonly<
  Record<VerificationResult, { readonly mark: MarkKind; readonly word: Bilingual; readonly text: Bilingual }>
> = {
  authentic: {
    mark: 'good',
    word: { fr: 'Authentique', en: 'Authentic' },
    text: {
      fr: 'La signature est celle de l’exploitant, rien n’a changé depuis, et les sommes concordent.',
      en: 'The signature is the operator’s, nothing has changed since, and the sums add up.',
    },
  },
  invalid: {
    mark: 'bad',
    word: { fr: 'Non authentique', en: 'Not authentic' },
    text: {
      fr: 'Ce n’est pas ce qui a été signé : ne vous y fiez pas.',
      en: 'This is not what was signed: do not rely on it.',
    },
  },
  incomplete: {
    mark: 'wait',
    word: { fr: 'Vérification incomplète', en: 'Check not complete' },
    text: {
      fr: 'Il manque de quoi conclure. Rien n’indique une altération.',
      en: 'Something needed is missing. Nothing points to an alteration.',
    },
  },
  superseded: {
    mark: 'gone',
    word: { fr: 'Authentique, mais remplacé', en: 'Authentic, but replaced' },
    text: {
      fr: 'Cet état a bien été signé ; un état plus récent en tient lieu.',
      en: 'This statement was signed; a later one stands in its place.',
    },
  },
  revoked: {
    mark: 'bad',
    word: { fr: 'Authentique, mais révoqué', en: 'Authentic, but revoked' },
    text: {
      fr: 'Cet état a bien été signé ; l’entreprise l’a retiré depuis.',
      en: 'This statement was signed; the company has taken it back since.',
    },
  },
};

export const exitCodes: Readonly<Record<Verification['exitCode'], Bilingual>> = {
  0: { fr: '0 – authentique', en: '0 – authentic' },
  1: { fr: '1 – altéré ou mal signé', en: '1 – altered or wrongly signed' },
  2: { fr: '2 – incomplet ou illisible', en: '2 – incomplete or unreadable' },
  3: { fr: '3 – remplacé ou révoqué', en: '3 – replaced or revoked' },
};

const trustLevels: Readonly<Record<TrustLevel, Bilingual>> = {
  self: {
    fr: '« self » : l’entreprise tient elle-même son grand livre. Les dates reposent sur sa parole.',
    en: '“self”: the company runs its own ledger. The dates rest on its word.',
  },
  witnessed: {
    fr: '« witnessed » : un tiers a horodaté ou contresigné le journal, et un teneur du registre indépendant a signé ce qu’il tient.',
    en: '“witnessed”: an outside party dated or cosigned the log, and an independent registrar signed what it keeps.',
  },
  'third-party': {
    fr: '« third-party » : le registre, les clés et le journal sont tenus par un autre organisme que l’entreprise.',
    en: '“third-party”: registrar, keys and log belong to another body than the company.',
  },
};

/** A witness or a time stamp answers for the date; for the registry and the keys, nobody outside does. */
const selfDated: Bilingual = {
  fr: '« self » : un tiers atteste la date, mais aucun teneur indépendant n’a signé le registre. Les clés et le registre reposent sur la parole de l’exploitant.',
  en: '“self”: an outside party attests the date, but no independent registrar signed the registry. Keys and registry rest on the operator’s word.',
};

const states = {
  issued: { fr: 'Cet état tient toujours', en: 'This statement stands' },
  superseded: { fr: 'Cet état est remplacé', en: 'This statement is replaced' },
  revoked: { fr: 'Cet état est révoqué', en: 'This statement is revoked' },
} as const satisfies Words;

const words = {
  notChecked: {
    fr: 'S’il tient toujours n’a pas été vérifié : aucun status.jws n’a été donné.',
    en: 'Whether it still stands was not checked: no status.jws was given.',
  },
  key: { fr: 'Clé de signature', en: 'Signing key' },
  published: { fr: 'Clé publiée au registre', en: 'Key published in the registry' },
  retired: { fr: 'Clé retirée au registre', en: 'Key retired in the registry' },
  testKey: { fr: 'Clé d’essai (TEST) : elle n’engage personne.', en: 'TEST key: it binds nobody.' },
  seenAt: { fr: 'Vu au journal par un tiers, au plus tard', en: 'Seen in the log by an outside body, at the latest' },
  trust: { fr: 'Qui se porte garant des dates', en: 'Who vouches for the dates' },
  exitCode: { fr: 'Code de sortie de « communs verify »', en: 'Exit code of “communs verify”' },
  computation: { fr: 'Calcul refait', en: 'Computation worked out again' },
  findings: { fr: 'Constats', en: 'Findings' },
  notProven: { fr: 'Ce que cela ne prouve pas', en: 'What this does not prove' },
} as const satisfies Words;

const list = (language: Language, texts: readonly Bilingual[]): ComponentChild =>
  h(
    'ul',
    null,
    texts.map((text) => h('li', null, say(language, text))),
  );

type StatedVerification = Pick<
  Verification,
  'result' | 'exitCode' | 'problems' | 'kid' | 'keyDates' | 'trust' | 'seenAt' | 'status' | 'notProven' | 'computation'
>;

/** What the others come from is not shown at this level, or not in the statement. */
function recomputed(
  language: Language,
  { recomputed: done, steps }: NonNullable<Verification['computation']>,
  problems: Verification['problems'],
): string {
  if (problems.some(({ code }) => code === 'steps-wrong')) {
    return say(language, { fr: 'il ne se refait pas', en: 'it does not come out again' });
  }
  const rest =
    done === steps
      ? { fr: '', en: '' }
      : { fr: ' ; les autres lues telles que signées', en: '; the others read as signed' };
  return say(language, {
    fr: `${done} étapes sur ${steps}, toutes exactes${rest.fr}`,
    en: `${done} of ${steps} steps, all exact${rest.en}`,
  });
}

/** @param isTestKey the key is a file marked TEST */
export function verificationParts(
  language: Language,
  verification: StatedVerification,
  isTestKey: boolean,
): ComponentChild {
  const t = inLanguage(language, words);
  const { result, exitCode, problems, kid, keyDates, trust, seenAt, status, notProven, computation } = verification;
  const { mark: kind, word, text } = results[result];
  const state =
    status === 'not-checked'
      ? t.notChecked
      : `${say(language, states[status.state])} (${instantInWords(language, status.asOf)}).`;
  return [
    h(
      'div',
      { class: `verdict ${kind}` },
      h('p', { class: 'result' }, mark(kind, say(language, word))),
      h('p', null, say(language, text)),
      kid === null || result === 'invalid' ? null : h('p', null, state),
    ),
    problems.length === 0
      ? null
      : [
          h('h3', null, t.findings),
          list(
            language,
            problems.map(({ detail }) => detail),
          ),
        ],
    facts([
      [
        t.trust,
        kid === null ? null : say(language, seenAt !== null && trust === 'self' ? selfDated : trustLevels[trust]),
      ],
      [t.seenAt, seenAt === null ? null : instantInWords(language, seenAt)],
      [t.key, kid === null ? null : [copied(language, kid), isTestKey ? h('p', null, mark('part', t.testKey)) : null]],
      [t.published, keyDates === null ? null : instantInWords(language, keyDates.published)],
      [t.retired, keyDates === null || keyDates.retired === null ? null : instantInWords(language, keyDates.retired)],
      [t.computation, computation === null ? null : recomputed(language, computation, problems)],
      [t.exitCode, say(language, exitCodes[exitCode])],
    ]),
    notProven.length === 0 ? null : [h('h3', null, t.notProven), list(language, notProven)],
  ];
}
