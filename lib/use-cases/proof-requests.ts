// A proof that was begun and not yet given: what was asked of whom, until when, and how often it may be tried.
import type { Json } from '../ledger/canonical.ts';
import { type Day, parisDayOf } from '../model/calendar.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { type AuthorPorts, authorsKey, developerTenant } from './identities.ts';
import type { Herself } from './own-identity.ts';
import { companyBook, type DirectoryPorts } from './people.ts';
import { secondmentsOf } from './statement-sources.ts';

/** Kind `proof-request` of the developer's tenant in the directory, by id: erasable, and gone once it is used or too old. */
export interface ProofRequest {
  /** 32 hex digits that nobody can guess. */
  readonly id: string;
  readonly proof: 'address-code' | 'signed-challenge' | 'forge-login';
  /** The address, or the host of the forge. */
  readonly where: string;
  /** The login, where a signature is to be checked against the keys of an account. */
  readonly login: string | null;
  /** Of an address: the keyed hash of the code that was sent. */
  readonly codeHash: string | null;
  readonly since: Day;
  readonly until: Day | null;
  readonly isSamePerson: boolean;
  /** Instants UTC. */
  readonly asked: string;
  readonly expires: string;
}

/** What she says beside the proof. */
export interface ProofAsked extends Herself {
  /** First day on which it is hers; null: the first day of her first secondment. */
  readonly since: Day | null;
  readonly until: Day | null;
  readonly isSamePerson: boolean;
}

export type RequestPorts = BookPorts & AuthorPorts & Pick<Ports, 'directory' | 'clock' | 'random'>;

const hourMs = 3_600_000;
/** A message to an address that is perhaps somebody else's is no plaything. */
const mostInAnHour = 5;
const mostTries = 5;

const wrongDays = (fr: string, en: string): Refusal =>
  new Refusal('not-allowed', { fr: `${fr} Corrigez ce jour.`, en: `${en} Correct this day.` });

function requireDays(since: Day, until: Day | null, today: Day): void {
  if (since > today) throw wrongDays('Le premier jour est encore à venir.', 'The first day is still to come.');
  if (until === null) return;
  if (until < since) throw wrongDays('Le dernier jour précède le premier.', 'The last day is before the first.');
  if (until > today) throw wrongDays('Le dernier jour est encore à venir.', 'The last day is still to come.');
}

async function firstSecondment(ports: RequestPorts, { company, developer }: Herself, today: Day): Promise<Day> {
  const secondments = await secondmentsOf(await readBook(ports, companyBook(company)));
  const starts = secondments.filter((one) => one.developer === developer && one.from <= today).map(({ from }) => from);
  return starts.sort()[0] ?? today;
}

const isOver = ({ expires }: ProofRequest, nowMs: number): boolean => Date.parse(expires) <= nowMs;

const oldestFirst = (a: ProofRequest, b: ProofRequest): number =>
  `${a.asked} ${a.id}` < `${b.asked} ${b.id}` ? -1 : 1;

/** @returns all that is kept, oldest first */
async function requestsKept(
  ports: DirectoryPorts,
  { company, developer }: Pick<Herself, 'company' | 'developer'>,
): Promise<readonly ProofRequest[]> {
  const requests: ProofRequest[] = [];
  for await (const { value } of ports.directory.list(developerTenant(company, developer), 'proof-request')) {
    requests.push(value as unknown as ProofRequest);
  }
  return requests.sort(oldestFirst);
}

/** @returns the proofs that she began and can still give, oldest first */
export const proofRequestsOf = async (
  ports: DirectoryPorts & Pick<Ports, 'clock'>,
  asked: Pick<Herself, 'company' | 'developer'>,
): Promise<readonly ProofRequest[]> =>
  (await requestsKept(ports, asked)).filter((request) => !isOver(request, ports.clock.now()));

/** What she began is gone with its tries. */
export async function forgetRequest(
  ports: Pick<Ports, 'directory'>,
  { company, developer }: Pick<Herself, 'company' | 'developer'>,
  id: string,
): Promise<void> {
  const tenant = developerTenant(company, developer);
  for (let n = 1; n <= mostTries; n += 1) await ports.directory.remove(tenant, 'proof-try', `${id} ${n}`);
  await ports.directory.remove(tenant, 'proof-request', id);
}

const tooMany = (): Refusal =>
  new Refusal('too-many-tries', {
    fr: `Vous avez commencé ${mostInAnHour} preuves en une heure : attendez une heure, ou terminez-en une.`,
    en: `You have begun ${mostInAnHour} proofs within an hour: wait an hour, or finish one of them.`,
  });

/** Sweeps away what is too old. @returns what was begun within the hour, oldest first */
async function begunLately(
  ports: Pick<Ports, 'directory'>,
  asked: Pick<Herself, 'company' | 'developer'>,
  nowMs: number,
): Promise<readonly ProofRequest[]> {
  const lately: ProofRequest[] = [];
  for (const request of await requestsKept(ports, asked)) {
    if (Date.parse(request.asked) > nowMs - hourMs) lately.push(request);
    else await forgetRequest(ports, asked, request.id);
  }
  return lately;
}

/** @throws Refusal `too-many-tries`, `not-allowed` (days) */
export async function beginProof(
  ports: RequestPorts,
  asked: ProofAsked,
  more: Pick<ProofRequest, 'proof' | 'where' | 'login'> & { readonly lastsMs: number; readonly code: string | null },
): Promise<ProofRequest> {
  const { company, developer, until, isSamePerson } = asked;
  const { proof, where, login, lastsMs, code } = more;
  const nowMs = ports.clock.now();
  const today = parisDayOf(nowMs);
  const since = asked.since ?? (await firstSecondment(ports, asked, today));
  requireDays(since, until, today);
  const tenant = developerTenant(company, developer);
  const begun = await begunLately(ports, asked, nowMs);
  if (begun.length >= mostInAnHour) throw tooMany();
  const id = toHex(ports.random.bytes(16, `proof ${company} ${developer} ${where} ${begun.length} ${nowMs}`));
  const request: ProofRequest = {
    ...{ id, proof, where, login, since, until, isSamePerson },
    codeHash: code === null ? null : await codeHashOf(ports, id, code),
    asked: new Date(nowMs).toISOString(),
    expires: new Date(nowMs + lastsMs).toISOString(),
  };
  await ports.directory.put(tenant, 'proof-request', id, request as unknown as Json, false);
  // Begun at the same moment, each saw too few of the others: whichever comes after the limit goes.
  const place = (await begunLately(ports, asked, nowMs)).findIndex((one) => one.id === id);
  if (place < mostInAnHour) return request;
  await forgetRequest(ports, asked, id);
  throw tooMany();
}

/** Without the key nobody finds the code behind it, few as its digits are. */
export async function codeHashOf(ports: AuthorPorts, id: string, code: string): Promise<string> {
  const text = new TextEncoder().encode(`code\0${id}\0${code}`);
  return toHex(ports.primitives.hmacSha256(await authorsKey(ports), text));
}

const expired = (): Refusal =>
  new Refusal('proof-expired', {
    fr: 'Cette demande de preuve n’existe plus : elle est trop ancienne, déjà utilisée, ou d’une autre personne. Recommencez depuis « Mes identités ».',
    en: 'This request for a proof is there no more: it is too old, used already, or somebody else’s. Start again from “My identities”.',
  });

/** @throws Refusal `proof-expired`, one and the same for what never was */
export async function openRequest(
  ports: DirectoryPorts & Pick<Ports, 'clock'>,
  { company, developer }: Pick<Herself, 'company' | 'developer'>,
  id: string,
  proof: ProofRequest['proof'],
): Promise<ProofRequest> {
  const found = await ports.directory.get(developerTenant(company, developer), 'proof-request', id);
  const request = found as unknown as ProofRequest | null;
  if (request === null || request.proof !== proof || isOver(request, ports.clock.now())) throw expired();
  return request;
}

const usedUp = (): Refusal =>
  new Refusal('too-many-tries', {
    fr: `Cette demande a été essayée ${mostTries} fois : elle ne peut plus servir. Recommencez-en une.`,
    en: `This request was tried ${mostTries} times: it can no longer be used. Begin another one.`,
  });

/**
 * Taken before the answer is looked at, each number once: tries at the same moment do not share one.
 * @returns how many are left
 * @throws Refusal `too-many-tries`
 */
export async function takeTry(
  ports: Pick<Ports, 'directory' | 'clock' | 'random'>,
  { company, developer }: Pick<Herself, 'company' | 'developer'>,
  id: string,
): Promise<number> {
  const tenant = developerTenant(company, developer);
  let first = 1;
  for await (const { key } of ports.directory.list(tenant, 'proof-try')) if (key.startsWith(`${id} `)) first += 1;
  const mark = toHex(ports.random.bytes(8, `try ${id}`));
  for (let n = first; n <= mostTries; n += 1) {
    const stands = await ports.directory.put(tenant, 'proof-try', `${id} ${n}`, { mark }, true);
    if ((stands as { readonly mark: string }).mark === mark) return mostTries - n;
  }
  throw usedUp();
}
