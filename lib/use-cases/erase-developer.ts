// A developer is erased at one company: asked for by one person, carried out by another, and not before her evidence may go.
import { causeOf } from '../ledger/fact.ts';
import type { ErasureGround } from '../ledger/kinds.ts';
import { factKinds } from '../ledger/kinds.ts';
import type { ErasureAskedView } from '../ledger/views/company-views.ts';
import { type Day, parisDayOf } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { afterFacts, type FollowingPorts } from './after-facts.ts';
import { type Appended, type AppendPorts, append, findByCause } from './append.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { linesErased, listRows } from './erased-lines.ts';
import { type ListPorts, listToErase } from './list-to-erase.ts';
import { bookKeyOwner, companyBook, type DirectoryPorts } from './people.ts';
import { type Retention, retentionOf, textOfTerm } from './retention.ts';
import { requireAtCompany } from './roles.ts';

/** To decide: whoever follows the book carries it out. */
export type DecideErasurePorts = AppendPorts & ListPorts & Pick<Ports, 'saltKeys'>;
export type ErasePorts = FollowingPorts & DecideErasurePorts;

export interface EraseAsked {
  readonly company: string;
  readonly developer: string;
  readonly ground: Exclude<ErasureGround, 'objection'>;
  /** HR of the company; or herself, to ask. */
  readonly by: string;
}

export type EraseAnswer =
  /** Recorded: another person of HR carries it out, by the same command. */
  | { readonly step: 'asked'; readonly seq: number; readonly already: boolean }
  | {
      readonly step: 'erased';
      readonly seq: number;
      readonly already: boolean;
      /** Rows and sealed files that the fact lists. */
      readonly rows: number;
      readonly files: number;
    };

const frenchDay = (day: string): string => day.split('-').reverse().join('/');

function stillLent(to: string | null): Refusal {
  return new Refusal('evidence-kept', {
    fr: `Cette personne est encore mise à disposition${to === null ? '' : ` jusqu’au ${frenchDay(to)}`} : tant que cela dure, son temps est déclaré et rien d’elle n’est effacé. Mettez fin à la mise à disposition (« communs secondments »), puis attendez le terme que donne « communs held ».`,
    en: `This person is still lent out${to === null ? '' : ` until ${to}`}: while that lasts her time is declared, and nothing of her is erased. End the secondment ('communs secondments'), then wait for the term that 'communs held' gives.`,
  });
}

/** @throws Refusal `evidence-kept`, with the text that keeps it and its last day */
function requireOver({ lent, until, evidence }: Retention, today: string): void {
  if (lent !== null) throw stillLent(lent.to);
  const last = evidence.at(-1);
  if (until === null || last === undefined || until < today) return;
  const { legalReference, years, says } = textOfTerm(last);
  const pieces = evidence.filter((one) => one.until >= today).length;
  throw new Refusal('evidence-kept', {
    fr: `Rien n’est effacé avant le ${frenchDay(until)} inclus : ${pieces} pièce(s) doivent encore être gardées, la dernière en vertu de ${legalReference} (${says.fr} ; ${years} ans). C’est la réponse à donner à la demande (RGPD, article 17, 3, b) ; refaites-la ensuite. « communs held » donne le terme de chaque pièce.`,
    en: `Nothing is erased before the end of ${until}: ${pieces} piece(s) of evidence must still be kept, the last one by ${legalReference} (${says.en}; ${years} years). This is the answer to give to the request (GDPR, article 17(3)(b)); make it again afterwards. 'communs held' gives the term of each piece.`,
  });
}

export const unknownToErase = (): Refusal =>
  new Refusal('unknown-developer', {
    fr: 'Cette personne n’a jamais été inscrite à cette société. Donnez SIREN/matricule ; après un effacement, l’identifiant « de-… » qu’il a imprimé.',
    en: 'This person was never enrolled at this company. Give SIREN/staff number; after an erasure, the identifier ‘de-…’ that it printed.',
  });

async function erasedAnswer(ports: BookPorts, { fact, already }: Appended): Promise<EraseAnswer> {
  if (fact.kind !== 'erasure') throw new Error(`fact ${fact.book} ${fact.seq} is no erasure`);
  const lines = await linesErased(ports, fact.book, fact.data.batch);
  const rows = lines.reduce(
    (sum, line) => sum + (line.what === 'rows' ? line.leaves.reduce((n, [start, end]) => n + end - start, 0) : 0),
    0,
  );
  const files = lines.filter(({ what }) => what === 'file').length;
  return { step: 'erased', seq: fact.seq, already, rows, files };
}

/** By a person of HR; to ask, by herself too. */
async function requireMay(ports: DirectoryPorts, { company, developer, by }: EraseAsked): Promise<void> {
  if (by !== developer) await requireAtCompany(ports, company, by, ['hr']);
}

/** What stands before either step: it was carried out, or asked for, or nothing was. @throws as `decideErasure` */
async function standing(ports: AppendPorts & DirectoryPorts, given: EraseAsked, today: Day) {
  const { company, developer } = given;
  const state = await readBook(ports, companyBook(company));
  if ((await state.get(`developers/${developer}`)) === null) throw unknownToErase();
  await requireMay(ports, given);
  const cause = causeOf(ports.primitives.sha256, { actor: company, act: 'erase', on: { developer }, after: null });
  const erased = await findByCause(ports, state, cause);
  const asked = (await state.get(`erasures-asked/${developer}`)) as unknown as ErasureAskedView | null;
  // Asked for once is answered the same again, whatever came since; whoever carries it out is held to the terms of that moment.
  if (erased === null && asked === null) requireOver(await retentionOf(ports, state, developer, today), today);
  return { cause, erased, asked };
}

/** The first who asks is the one who asked. */
async function record(
  ports: AppendPorts,
  { company, developer, ground, by }: EraseAsked,
  asked: ErasureAskedView | null,
): Promise<EraseAnswer> {
  if (asked !== null) return { step: 'asked', seq: asked.seq, already: true };
  const on = { actor: company, act: 'ask-erasure', on: { developer }, after: null };
  const cause = causeOf(ports.primitives.sha256, on);
  const { fact, already } = await append(ports, { book: companyBook(company), cause, dependsOn: [] }, async () => ({
    kind: 'erasure-asked' as const,
    by,
    data: { developer, ground },
  }));
  return { step: 'asked', seq: fact.seq, already };
}

/** Nothing is decided, whoever may have asked meanwhile. @throws as `decideErasure` */
export async function askErasure(ports: AppendPorts & DirectoryPorts, given: EraseAsked): Promise<EraseAnswer> {
  const { erased, asked } = await standing(ports, given, parisDayOf(ports.clock.now()));
  return erased === null ? record(ports, given, asked) : erasedAnswer(ports, erased);
}

/**
 * The first call records what was asked; the second, by another person, decides: one fact, after which the erasure is carried out by
 * whoever follows the book, as often as it takes. The same call again answers as it did.
 * @throws Refusal `not-allowed`, `unknown-developer`, `evidence-kept`
 */
export async function decideErasure(ports: DecideErasurePorts, given: EraseAsked): Promise<EraseAnswer> {
  const { company, developer, by } = given;
  const book = companyBook(company);
  const today = parisDayOf(ports.clock.now());
  const { cause, erased, asked } = await standing(ports, given, today);
  if (erased !== null) return erasedAnswer(ports, erased);
  // It cannot be undone: whoever asked does not carry it out, nor does she herself.
  if (asked === null || asked.by === by || by === developer) return record(ports, given, asked);
  const key = await ports.saltKeys.of(bookKeyOwner(book));
  const appended = await append<'erasure'>(ports, { book, cause, dependsOn: factKinds }, async (now, store) => {
    requireOver(await retentionOf(ports, now, developer, today), today);
    const lines = await listToErase(ports, now, developer, today);
    return {
      kind: 'erasure',
      by,
      data: {
        ...{ developer, author: null, ground: asked.ground, decided: null },
        batch: await store(listRows(lines, key)),
      },
    };
  });
  return erasedAnswer(ports, appended);
}

/** The same, told once it is carried out. @throws as `decideErasure` */
export async function eraseDeveloper(ports: ErasePorts, given: EraseAsked): Promise<EraseAnswer> {
  const answer = await decideErasure(ports, given);
  // A run that died behind its fact: nobody is told that it is done before it is.
  if (answer.step === 'erased' && answer.already) await afterFacts(ports, companyBook(given.company));
  return answer;
}
