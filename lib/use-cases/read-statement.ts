// A statement as it was issued: the stored text and disclosures, never remade, checked before anybody sees them.
import type { StatementView } from '../ledger/views/company-views.ts';
import { Refusal } from '../model/refusal.ts';
import type { Language } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { disclosuresAt, parseDisclosure, readDisclosuresText, type ViewLevel } from '../statement/sd-jwt.ts';
import { statusPayload } from '../statement/status.ts';
import { type Verification, verifyStatement } from '../statement/verify.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { type Erased, erasedOf, fileToday } from './erased-lines.ts';
import { jwsObject } from './issued-payload.ts';
import { peopleErased } from './not-erased.ts';
import { companyBook } from './people.ts';
import { type SeenPorts, seenOutside } from './seen-outside.ts';
import { signWith } from './sign-with.ts';

/** Sealed files are only read here. */
export type StatementPorts = BookPorts &
  SeenPorts &
  Pick<Ports, 'signer' | 'clock'> & { readonly sealedFiles: Ports['readSealedFiles'] };

export interface StatementAtHand {
  readonly view: StatementView;
  /** Text of statement.jws. */
  readonly jws: string;
  /** Text of status.jws, made now. */
  readonly status: string;
  /** Encoded disclosures of the level. */
  readonly disclosures: readonly string[];
  readonly jwks: { readonly keys: readonly unknown[] };
  /** What our own verifier says of all this; its payload, lines and names are what pages show. */
  readonly verification: Verification;
  /** What erasures took away so far, and how many there were. */
  readonly erased: Erased;
  readonly erasures: number;
}

/** What is made once for a level and a language, and kept. */
export type Rendered = 'xlsx' | 'pdf';

const signedNames = ['statement.jws', 'statement.json', 'status.jws', 'jwks.json', 'disclosures.txt'] as const;
const bundleNames = ['bundle.names.zip', 'bundle.lines.zip', 'bundle.totals.zip'] as const;

/** What finance is offered one by one: of a rendering without a level in its name, that of level `names`. */
export const financeFileNames = [
  ...(['statement.pdf', 'statement.xlsx', 'statement.lines.pdf', 'statement.lines.xlsx'] as const),
  ...(['statement.totals.pdf', 'statement.totals.xlsx'] as const),
  ...signedNames,
  ...bundleNames,
] as const;

/** What an auditor may be offered, at the level of her link; finance takes CSV by an export, which is recorded. */
export const linkFileNames = [
  ...(['statement.pdf', 'statement.xlsx', 'statement.csv', 'statement.fr.csv'] as const),
  ...signedNames,
  ...bundleNames,
] as const;

export type LinkFileName = (typeof linkFileNames)[number];
export type StatementFileName = (typeof financeFileNames)[number] | LinkFileName;

/** Those that name people at level `names`: who is named learns that they were taken. */
export const namesPeople: ReadonlySet<StatementFileName> = new Set([
  'disclosures.txt',
  'statement.pdf',
  'statement.xlsx',
  'statement.csv',
  'statement.fr.csv',
  'bundle.names.zip',
]);

/** How the fact about a stored rendering calls it. */
export const renderingOf = (kind: Rendered, level: ViewLevel, language: Language): string =>
  `${kind}/${level}/${language}`;

export const bundleFileName = (level: ViewLevel) => `bundle.${level}.zip` as const;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** @param state of the company’s book @throws Refusal `unknown-statement` */
export async function findStatement(state: BookState, number: string): Promise<StatementView> {
  const view = (await state.get(`statements/${number}`)) as unknown as StatementView | null;
  if (view !== null) return view;
  throw new Refusal('unknown-statement', {
    fr: `Cette société n’a pas émis d’état n° ${number}. Les numéros sont ceux de la page États certifiés.`,
    en: `This company has issued no statement no. ${number}. The numbers are those of the page Statements.`,
  });
}

/** A short signed text about the state of a statement now. */
export const statusOf = (
  ports: Pick<Ports, 'signer' | 'primitives' | 'clock'>,
  { number, jws, state, replacedBy }: StatementView,
): Promise<string> =>
  signWith(
    ports,
    'communs-status+jwt',
    statusPayload({ number, statement: jws, state, replacedBy, asOf: new Date(ports.clock.now()).toISOString() }),
  );

/**
 * @param level what of the people may be read
 * @throws Refusal `unknown-statement`; Error (a fault) if a stored file is missing
 */
export async function readStatement(
  ports: StatementPorts,
  company: string,
  number: string,
  level: ViewLevel,
): Promise<StatementAtHand> {
  const book = companyBook(company);
  const state = await readBook(ports, book);
  const view = await findStatement(state, number);
  const bytes = await ports.objects.get(jwsObject(view.jws));
  if (bytes === null) throw new Error(`statement ${number} of ${company}: its text is missing`);
  const erased = await erasedOf(ports, state);
  const disclosed = fileToday(erased, view.disclosures);
  // Somebody may have been erased lawfully since: without her the lines add up no more, and the totals still verify.
  const sealed = disclosed === view.disclosures ? await ports.sealedFiles.get(book, disclosed) : null;
  const all = sealed === null ? [] : readDisclosuresText(decoder.decode(sealed));
  const parsed = all.flatMap((text) => parseDisclosure(text) ?? []);
  const disclosures = disclosuresAt(level, parsed).map(({ encoded }) => encoded);
  const [jws, status, keys] = [decoder.decode(bytes), await statusOf(ports, view), await ports.signer.publicKeys()];
  const jwks = { keys };
  const verification = await verifyStatement(
    { jws, jwks, statusJws: status, disclosures, keysPinned: true },
    ports.primitives,
    (signed) => seenOutside(ports, { book, seq: view.seq, jws: view.jws }, signed),
  );
  const erasures = (await peopleErased(state)).size;
  return { view, jws, status, disclosures, jwks, verification, erased, erasures };
}
