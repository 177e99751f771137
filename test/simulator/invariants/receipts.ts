// I11: receipts are numbered without a gap, one for each statement and foundation, say what their statements say, and are listed as what became of those.
import { createPublicKey, type KeyObject } from 'node:crypto';
import { primitives } from '../../../lib/adapters/primitives.ts';
import { parisDayOf } from '../../../lib/model/calendar.ts';
import { toHex } from '../../../lib/model/hashing.ts';
import type { Amounts } from '../../../lib/statement/payload.ts';
import { type Receipt, receiptSchema } from '../../../lib/statement/receipt/receipt.ts';
import { giftScheme } from '../../../lib/use-cases/gift-sources.ts';
import { receiptsForStatement, receiptsShown } from '../../../lib/use-cases/receipts-seen.ts';
import { giftsAwaiting } from '../../../lib/use-cases/show-receipts.ts';
import { placeOf, signatureBy } from '../../statement/sealed-pdf.ts';
import { publishedIn } from '../published-keys.ts';
import type { PlainFact } from '../read-world.ts';
import { type Simulation, startProcess, violate } from '../simulation.ts';
import { type IssuedText, issuedIn } from './issued.ts';

interface ReceiptData {
  readonly number: string;
  readonly company: string;
  readonly statement: string;
  readonly supersedes: string | null;
  readonly pdf: string;
  readonly json: string;
}

type Issued = ReadonlyMap<string, IssuedText>;
type Books = ReadonlyMap<string, readonly PlainFact[]>;

const nameOf = (company: string, number: string): string => `${company} ${number}`;
const counted = ({ counted: { agrees, partly, noTrace } }: Amounts): number => agrees + partly + noTrace;

/** Of one foundation: time that counts, and the part of the value that its projects’ cost has in the whole. */
function giftIn({ payload }: IssuedText, foundation: string) {
  const own = payload.projects.filter((project) => project.foundation.id === foundation);
  const cost = (of: typeof own): bigint => of.reduce((sum, { costCents }) => sum + BigInt(costCents ?? 0), 0n);
  const base = BigInt(payload.relief?.baseCents ?? 0);
  const [part, whole] = [cost(own), cost(payload.projects)];
  const isAlone = own.length === payload.projects.length;
  return {
    minutes: own.reduce((sum, { minutes }) => sum + counted(minutes), 0),
    valueCents: Number(isAlone || whole === 0n ? (isAlone ? base : 0n) : (base * part) / whole),
    projects: own,
  };
}

function saysFlaw(receipt: Receipt, statement: IssuedText, foundation: string): string | null {
  const { minutes, valueCents, projects } = giftIn(statement, foundation);
  const { gift } = receipt;
  if (receipt.statement.sha256 !== statement.jws || receipt.statement.number !== statement.number)
    return 'it is of another text';
  if (gift.minutes !== minutes || gift.valueCents !== valueCents)
    return `${gift.minutes} minutes worth ${gift.valueCents}: the statement has ${minutes} worth ${valueCents}`;
  if (gift.people.reduce((sum, one) => sum + one.minutes, 0) !== minutes) return 'its people do not add up';
  if (!statement.isWhole) return null;
  const ids = projects.map(({ id }) => id);
  const time = Map.groupBy(
    statement.lines.filter(({ project }) => ids.includes(project)),
    ({ person }) => person,
  );
  const each = [...time.values()].map((lines) => lines.reduce((sum, line) => sum + counted(line.minutes), 0));
  const said = gift.people.map((one) => one.minutes).sort();
  return JSON.stringify(said) === JSON.stringify(each.filter((sum) => sum > 0).sort()) ? null : 'its people are others';
}

function isSealedBy(pdf: Uint8Array, key: KeyObject): boolean {
  try {
    const { start, end } = placeOf(pdf);
    const { messageDigest, verifies } = signatureBy(pdf, key);
    const sealed = Buffer.concat([pdf.slice(0, start), pdf.slice(end)]);
    return verifies && messageDigest.equals(primitives.sha256(sealed));
  } catch {
    // It has no seal.
    return false;
  }
}

/** The files of one receipt. */
async function checkFiles(
  sim: Simulation,
  book: string,
  data: ReceiptData,
  issued: Issued,
  keys: readonly KeyObject[],
) {
  const { ports } = startProcess(sim);
  const flaw = (what: string): void => violate(sim, 'I11', `${book} ${data.number}: ${what}`);
  const [pdf, json] = await Promise.all([data.pdf, data.json].map((name) => ports.sealedFiles.get(book, name)));
  if (!pdf || !json) return flaw('a file is missing');
  if (toHex(primitives.sha256(pdf)) !== data.pdf || toHex(primitives.sha256(json)) !== data.json)
    flaw('a file is not what the fact says');
  if (!keys.some((key) => isSealedBy(pdf, key))) flaw('no key that is published sealed it');
  const receipt = receiptSchema.parse(JSON.parse(Buffer.from(json).toString()));
  const statement = issued.get(nameOf(data.company, data.statement));
  if (statement === undefined) return flaw('its statement was never issued');
  const said = saysFlaw(receipt, statement, receipt.beneficiary.id);
  if (said !== null) flaw(said);
  if (receipt.number !== data.number || receipt.supersedes !== data.supersedes) flaw('its file has another number');
  const year = parisDayOf(Date.parse(receipt.issuedAt)).slice(0, 4);
  if (!data.number.startsWith(`${year}-`)) flaw(`it was issued in ${year}`);
}

/** The receipt that one for this statement cancels, of those that stood before it. */
function cancelled(before: readonly ReceiptData[], { company, statement }: ReceiptData, books: Books): string | null {
  const stated = books.get(`company/${company}`)!.filter(({ kind }) => kind === 'statement-issued');
  const earlierOf = (number: string): string | null =>
    (stated.find(({ data }) => data.number === number)?.data.supersedes ?? null) as string | null;
  for (let number = earlierOf(statement); number !== null; number = earlierOf(number)) {
    const found = before.find((one) => one.company === company && one.statement === number);
    if (found !== undefined) return found.number;
  }
  return null;
}

function checkNumbers(sim: Simulation, book: string, receipts: readonly ReceiptData[], books: Books): void {
  const perYear = new Map<string, number>();
  for (const [at, receipt] of receipts.entries()) {
    const { number, company, statement, supersedes } = receipt;
    const year = number.slice(0, 4);
    const place = (perYear.get(year) ?? 0) + 1;
    perYear.set(year, place);
    if (number !== `${year}-${String(place).padStart(4, '0')}`)
      violate(sim, 'I11', `${book}: ${number} is no. ${place}`);
    const before = receipts.slice(0, at);
    if (before.some((one) => one.company === company && one.statement === statement))
      violate(sim, 'I11', `${book} ${number}: ${company} ${statement} has a receipt already`);
    const other = cancelled(before, receipt, books);
    if (supersedes !== other) violate(sim, 'I11', `${book} ${number}: it cancels ${supersedes}, and not ${other}`);
  }
}

/** What pages show: of the foundation, and of each company. */
async function checkListed(sim: Simulation, foundation: string, receipts: readonly ReceiptData[], issued: Issued) {
  const { ports } = startProcess(sim);
  const expected = (some: readonly ReceiptData[]): string =>
    some
      .toReversed()
      .map(({ number, company, statement }) => {
        const replacedBy = receipts.find((one) => one.supersedes === number)?.number ?? null;
        return `${number} of ${statement}, ${issued.get(nameOf(company, statement))?.state}, cancelled by ${replacedBy}`;
      })
      .join('; ');
  const told = (shown: Awaited<ReturnType<typeof receiptsShown>>): string =>
    shown
      .map(
        ({ number, statement, replacedBy }) =>
          `${number} of ${statement.number}, ${statement.state}, cancelled by ${replacedBy}`,
      )
      .join('; ');
  const hold = (where: string, found: string, right: string): void => {
    if (found !== right) violate(sim, 'I11', `receipts of ${foundation} ${where} are told as ${found}: ${right}`);
  };
  hold('to itself', told(await receiptsShown(ports, foundation, null)), expected(receipts));
  const awaiting: string[] = [];
  for (const [name, statement] of issued) {
    const { number, payload, isCurrent, isWhole } = statement;
    const company = name.slice(0, name.indexOf(' '));
    const own = receipts.filter((one) => nameOf(one.company, one.statement) === name);
    const isGift = payload.scheme.code === giftScheme && giftIn(statement, foundation).minutes > 0;
    if (isGift && isCurrent && isWhole && own.length === 0) awaiting.push(name);
    if (own.length === 0) continue;
    const projects = payload.projects.filter((project) => project.foundation.id === foundation);
    hold(`for ${name}`, told(await receiptsForStatement(ports, company, number, projects)), expected(own));
  }
  const asked = (await giftsAwaiting(ports, foundation)).flatMap(({ company, gifts }) =>
    gifts.map(({ number }) => nameOf(company, number)),
  );
  hold('that await it', asked.sort().join('; '), awaiting.sort().join('; '));
}

export async function checkReceipts(sim: Simulation, books: Books): Promise<void> {
  const issued = new Map<string, IssuedText>();
  for (const { company } of sim.cast.companies) {
    const book = `company/${company}`;
    for (const one of await issuedIn(sim, book, books.get(book) ?? [])) issued.set(nameOf(company, one.number), one);
  }
  if (![...issued.values()].some(({ payload }) => payload.scheme.code === giftScheme)) return;
  const keys = [...publishedIn(books.get('registry') ?? []).values()].flatMap(({ use, publicKey }) =>
    use === 'statement' ? [createPublicKey({ format: 'jwk', key: { ...publicKey } })] : [],
  );
  for (const { foundation } of sim.cast.projects) {
    const book = `foundation/${foundation}`;
    const receipts = (books.get(book) ?? []).map(({ data }) => data as unknown as ReceiptData);
    checkNumbers(sim, book, receipts, books);
    for (const receipt of receipts) await checkFiles(sim, book, receipt, issued, keys);
    await checkListed(sim, foundation, receipts, issued);
  }
}
