// The first page of a printed statement: whose it is, for when, who vouches, and where today's status is asked for.
import type { Bilingual } from '../../../model/text.ts';
import { schemes } from '../../../rules/rule-set.ts';
import { levelTexts, standingTexts, trustText } from '../../verification-text.ts';
import { testKey } from '../../xlsx/read-me.ts';
import { type Block, factsTable } from '../blocks.ts';
import type { PrintEdition } from '../edition.ts';
import type { PdfInput } from '../pdf-input.ts';

const words = {
  proposal: {
    fr: 'Simulation : le dispositif n’est qu’une proposition, les montants n’ont aucun effet juridique.',
    en: 'Simulation: the scheme is only a proposal, the amounts have no legal effect.',
  },
  scan: {
    fr: 'Situation d’aujourd’hui : ce PDF dit ce qui a été signé, et rien de ce qui a pu arriver depuis. L’état a pu être remplacé ou révoqué : demandez-le à cette adresse, ou visez le code.',
    en: 'Today’s status: this PDF says what was signed, and nothing of what may have happened since. The statement may have been replaced or revoked: ask at this address, or scan the code.',
  },
  noAddress: {
    fr: 'Cette installation n’a pas d’adresse publique : demandez la situation d’aujourd’hui à l’exploitant, ou vérifiez un status.jws récent.',
    en: 'This installation has no public address: ask the operator for today’s status, or check a recent status.jws.',
  },
  number: { fr: 'Numéro', en: 'Number' },
  codeAlt: { fr: 'Code QR de l’adresse', en: 'QR code of the address' },
} as const satisfies Record<string, Bilingual>;

/** Where a reader asks for the status of today: a page of the issuer; null where the issuer has no web address. */
const verifyAddress = ({ iss, number }: { readonly iss: string; readonly number: string }): string | null =>
  /^https?:\/\//.test(iss) ? `${iss.replace(/\/+$/, '')}/verify?number=${encodeURIComponent(number)}` : null;

function code(edition: PrintEdition, input: PdfInput): Block {
  const address = verifyAddress(input.payload);
  if (address === null) return { kind: 'paragraph', text: edition.say(words.noAddress) };
  return {
    kind: 'code',
    content: address,
    alt: `${edition.say(words.codeAlt)} ${address}`,
    beside: [edition.say(words.scan), address, `${edition.say(words.number)} ${input.payload.number}`],
  };
}

function identity(edition: PrintEdition, { payload, level }: PdfInput): Block {
  const { company, period, scheme, supersedes, projects, people, fiscalYear, iat } = payload;
  const { say, day, whole } = edition;
  const title = schemes.find(({ code: known }) => known === scheme.code)?.title;
  return factsTable([
    [say({ fr: 'Entreprise', en: 'Company' }), company.name],
    ['SIREN', company.siren],
    [
      say({ fr: 'Période', en: 'Period' }),
      say({
        fr: `du ${day(period.from)} au ${day(period.to)} inclus`,
        en: `from ${day(period.from)} to ${day(period.to)} included`,
      }),
    ],
    [say({ fr: 'Exercice', en: 'Fiscal year' }), String(fiscalYear)],
    [say({ fr: 'Émis le', en: 'Issued at' }), edition.instant(new Date(iat * 1000).toISOString())],
    [say({ fr: 'Remplace l’état', en: 'Replaces statement' }), supersedes ?? say({ fr: 'aucun', en: 'none' })],
    [say({ fr: 'Dispositif', en: 'Scheme' }), title === undefined ? scheme.code : say(title)],
    [say({ fr: 'Statut juridique', en: 'Standing' }), say(standingTexts[scheme.standing])],
    [say({ fr: 'Projets', en: 'Projects' }), whole(projects.length)],
    [say({ fr: 'Personnes', en: 'People' }), whole(people.count)],
    [say({ fr: 'Niveau de lecture', en: 'View level' }), say(levelTexts[level])],
  ]);
}

function vouching(edition: PrintEdition, { payload, trust, seenAt, isTest, kid }: PdfInput): Block {
  const { say } = edition;
  const { operator, iss, log } = payload;
  const self = say({ fr: ' (l’entreprise elle-même)', en: ' (the company itself)' });
  const test = say({ fr: ' — clé d’ESSAI', en: ' — TEST key' });
  return factsTable([
    [say({ fr: 'Exploitant', en: 'Operator' }), operator.name + (operator.isClaimant ? self : '')],
    [say({ fr: 'Adresse qui signe', en: 'Address that signs' }), iss],
    [say({ fr: 'Confiance', en: 'Trust' }), say(trustText({ trust, seenAt }))],
    [say({ fr: 'Clé', en: 'Key' }), kid + (isTest ? test : '')],
    [
      say({ fr: 'Journal public', en: 'Public log' }),
      log?.origin ?? say({ fr: 'cette installation n’en tient pas', en: 'this installation keeps none' }),
    ],
  ]);
}

export function openingBlocks(edition: PrintEdition, input: PdfInput): Block[] {
  const { say } = edition;
  const { payload, isTest } = input;
  return [
    { kind: 'heading', level: 1, text: documentTitle(edition, payload.number) },
    { kind: 'paragraph', text: payload.company.name, look: 'strong' },
    ...(isTest ? [{ kind: 'notice', text: say(testKey) } as const] : []),
    ...(payload.scheme.standing === 'proposed' ? [{ kind: 'notice', text: say(words.proposal) } as const] : []),
    identity(edition, input),
    code(edition, input),
    { kind: 'heading', level: 2, text: say({ fr: 'Qui en répond', en: 'Who vouches' }) },
    vouching(edition, input),
    { kind: 'paragraph', text: say(payload.disclaimer) },
  ];
}

export const documentTitle = ({ say }: PrintEdition, number: string): string =>
  say({ fr: `État certifié n° ${number}`, en: `Certified statement ${number}` });
