// The embedded assembly: the very same use cases on this machine, on a data directory or, if asked for, on memory alone.

import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FactData } from '../ledger/kinds.ts';
import type { Heads } from '../ports/books.ts';
import type { Forge } from '../ports/forge.ts';
import type { LinkKeys, Signer } from '../ports/keys.ts';
import type { LogFiles, LogSigner } from '../ports/log.ts';
import type { PullSteps } from '../ports/pulls.ts';
import type { Ports } from '../ports.ts';
import { readClockOffset, type SettableClock, shiftedClock, systemClock, writeClockOffset } from './clock.ts';
import { openDataDirectory } from './data-directory.ts';
import { openEngine } from './engine/engine.ts';
import type { Blobs } from './files/blobs.ts';
import { directoryBlobs } from './files/directory-blobs.ts';
import { directoryHeads } from './files/directory-heads.ts';
import { objects } from './files/objects.ts';
import { sealedFiles } from './files/sealed-files.ts';
import { putIfAbsent } from './files/write-file.ts';
import { dejavuFonts } from './fonts/dejavu-fonts.ts';
import { apiForges } from './forge/api-forges.ts';
import { forgeByHost } from './forge/by-host.ts';
import { forgeKeys } from './forge/forge-keys.ts';
import { forgeLogin } from './forge/forge-login.ts';
import { type ForgeSetting, readForgeSettings, readWebhooks } from './forge/forge-settings.ts';
import { gitForge } from './forge/git.ts';
import { knownForges } from './forge/known-forges.ts';
import { type WaitingInbox, waitingInbox } from './inbox/waiting-inbox.ts';
import { localInstallation } from './installation.ts';
import { directoryLog } from './log/directory-log.ts';
import { localLogSigner } from './log/local-log-signer.ts';
import { memoryLogFiles, memoryLogSigner } from './log/memory-log.ts';
import { type OnLog, type WaitingLog, waitingLog } from './log/waiting-log.ts';
import { pinnedWitnesses } from './log/witnesses.ts';
import { outboxMail } from './mail/outbox.ts';
import { memoryBlobs } from './memory/memory-blobs.ts';
import { memoryHeads } from './memory/memory-heads.ts';
import { memoryLinkKeys, memorySigner } from './memory/memory-keys.ts';
import { memorySteps } from './memory/memory-steps.ts';
import { memoryTable } from './memory/memory-table.ts';
import { primitives, systemRandom } from './primitives.ts';
import { directorySteps } from './pull/directory-steps.ts';
import { type WaitingPulls, waitingPulls } from './pull/waiting-pulls.ts';
import { padesSeal } from './seal/pades-seal.ts';
import { keptCertificates, madeCertificate } from './seal/seal-certificates.ts';
import { localLinkKeys } from './signer/local-link-keys.ts';
import { localSigner } from './signer/local-signer.ts';
import type { Rotating } from './signer/rotating.ts';
import { announceFacts, type OnFact } from './store/announce-facts.ts';
import { createTable } from './store/create-table.ts';
import { dynamoClient, dynamoTable } from './store/dynamo-table.ts';
import { storePorts } from './store/store-ports.ts';
import type { Table } from './store/table.ts';
import { timeStamps } from './time-stamp/time-stamps.ts';

export const defaultDataDirectory = '.communs';
const tableName = 'communs';

export interface LocalSettings {
  /** Default `.communs`. */
  readonly dataDirectory?: string;
  /** Keeps nothing: never chosen silently, and said on every page. */
  readonly memory?: boolean;
  /** Awaited after each fact that was put, as the stream does in the cloud: brings the views up to date. */
  readonly onFact: OnFact;
  /** Called with the books whose facts the log is to take. */
  readonly onLog: OnLog;
  /** What `onLog` threw: nobody who appended hears of it. */
  readonly onLogFailure: (error: unknown) => void | Promise<void>;
  /**
   * `COMMUNS_DYNAMODB_ENDPOINT`: another DynamoDB than the embedded engine. `COMMUNS_ISSUER` and others: installation.ts.
   * `COMMUNS_FORGES`, `COMMUNS_WEBHOOKS`: forge-settings.ts.
   */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export interface LocalAssembly {
  readonly ports: Ports;
  /** The clock behind `ports.clock`. What it is set to holds for later starts on the same data directory too. */
  readonly clock: SettableClock;
  /** The inbox behind `ports.inbox`, from its other side. */
  readonly inbox: Pick<WaitingInbox, 'books' | 'drain'>;
  /** The queue behind `ports.pullQueue`, from its other side. */
  readonly pulls: Pick<WaitingPulls, 'waiting' | 'attend'>;
  /** The queue behind `ports.logQueue`, from its other side. */
  readonly log: Pick<WaitingLog, 'settle' | 'attend'>;
  /** Of the keys behind `ports.signer`, `ports.logSigner`, `ports.registrar`. */
  readonly keys: Readonly<Record<FactData<'key-published'>['use'], Rotating>>;
  /** 32 bytes. */
  readonly sessionKey: () => Promise<Uint8Array>;
  /** Absolute; null = in memory, nothing is kept. */
  readonly dataDirectory: string | null;
  /** To be called at every end: the last process on a data directory stops the engine. */
  readonly close: () => Promise<void>;
}

/** What the two kinds of embedded run make differently. */
interface Ground {
  readonly table: Table;
  readonly objects: Blobs;
  readonly fileKeys: Blobs;
  readonly sealed: Blobs;
  readonly clock: SettableClock;
  readonly heads: Heads;
  readonly signer: Signer & Rotating;
  readonly registrar: Signer & Rotating;
  /** Certificates of the signer’s key, on the name of who runs the installation. */
  readonly certificates: (operator: string) => Promise<readonly Uint8Array[]>;
  readonly linkKeys: LinkKeys;
  readonly logSigner: LogSigner & Rotating;
  readonly logFiles: LogFiles;
  readonly sessionKey: () => Promise<Uint8Array>;
  readonly gitDirectory: string;
  /** Made with the first message. */
  readonly outboxDirectory: string;
  readonly pullSteps: PullSteps;
  readonly dataDirectory: string | null;
  readonly close: () => Promise<void>;
}

async function groundInMemory(): Promise<Ground> {
  const gitDirectory = await mkdtemp(join(tmpdir(), 'communs-git-'));
  const sessionKey = randomBytes(32);
  const signer = memorySigner(systemRandom, 'statement');
  return {
    table: memoryTable(),
    objects: memoryBlobs(),
    fileKeys: memoryBlobs(),
    sealed: memoryBlobs(),
    clock: shiftedClock(0, async () => undefined),
    heads: memoryHeads(new Map()),
    signer,
    registrar: memorySigner(systemRandom, 'registrar'),
    certificates: async (operator) => [await madeCertificate(signer, operator)],
    linkKeys: memoryLinkKeys(systemRandom),
    logSigner: memoryLogSigner(systemRandom),
    logFiles: memoryLogFiles(memoryBlobs()),
    sessionKey: async () => sessionKey,
    gitDirectory,
    outboxDirectory: join(gitDirectory, 'outbox'),
    pullSteps: memorySteps(new Map()),
    dataDirectory: null,
    close: () => rm(gitDirectory, { recursive: true, force: true }),
  };
}

/** Of processes that start at once, one makes the key and all read it. */
async function keyFromFile(path: string): Promise<Uint8Array> {
  await putIfAbsent(path, randomBytes(32));
  return readFile(path);
}

async function groundInDirectory(directory: string, otherEndpoint: string | undefined): Promise<Ground> {
  const root = await openDataDirectory(directory);
  const keys = join(root, 'keys');
  const clock = shiftedClock(await readClockOffset(root), (offsetMs) => writeClockOffset(root, offsetMs));
  const engine =
    otherEndpoint === undefined
      ? await openEngine(join(root, 'ledger'))
      : { endpoint: otherEndpoint, close: async () => undefined };
  const client = dynamoClient(engine.endpoint);
  const close = async (): Promise<void> => {
    client.destroy();
    await engine.close();
  };
  try {
    await createTable(client, tableName);
  } catch (error) {
    await close();
    throw error;
  }
  const signer = localSigner(keys, 'statement');
  return {
    table: dynamoTable(client, tableName),
    objects: directoryBlobs(join(root, 'files/objects')),
    fileKeys: directoryBlobs(join(keys, 'files')),
    sealed: directoryBlobs(join(root, 'files/sealed')),
    clock,
    heads: directoryHeads(join(root, 'heads')),
    signer,
    registrar: localSigner(keys, 'registrar'),
    certificates: (operator) => keptCertificates(keys, signer, operator),
    linkKeys: localLinkKeys(keys, clock),
    logSigner: localLogSigner(keys),
    logFiles: directoryLog(join(root, 'log')),
    sessionKey: () => keyFromFile(join(keys, 'session-key.TEST')),
    gitDirectory: join(root, 'git'),
    outboxDirectory: join(root, 'outbox'),
    // By the machine's clock, whatever ours was set to: so are the ages of files.
    pullSteps: directorySteps(join(root, 'pull-steps'), systemClock),
    dataDirectory: root,
    close,
  };
}

/** Only an operator at her own machine comes here: her paths are read too. */
const forgeOf = (settings: readonly ForgeSetting[], gitDirectory: string): Forge =>
  forgeByHost(settings, {
    ...apiForges(systemClock.now),
    git: () => gitForge({ workDirectory: gitDirectory, allowLocalPaths: true }),
  });

/**
 * Reads and writes nothing of the ledger by itself: views that a crash left behind are for the caller to bring up (start-up).
 * @throws Refusal `data-directory-not-writable`, `engine-missing`, `ledger-busy`, `invalid-settings`
 */
export async function localAssembly(settings: LocalSettings): Promise<LocalAssembly> {
  const environment = settings.environment ?? process.env;
  const forges = readForgeSettings(environment.COMMUNS_FORGES);
  const webhooks = readWebhooks(environment.COMMUNS_WEBHOOKS);
  const witnesses = pinnedWitnesses(environment.COMMUNS_WITNESSES);
  const stamps = timeStamps(environment.COMMUNS_TSA_URL, environment.COMMUNS_TSA_CA, systemRandom);
  const ground = settings.memory
    ? await groundInMemory()
    : await groundInDirectory(
        settings.dataDirectory ?? defaultDataDirectory,
        environment.COMMUNS_DYNAMODB_ENDPOINT || undefined,
      );
  const { table, clock, heads, signer, linkKeys, sessionKey, dataDirectory, close } = ground;
  const forge = forgeOf(forges, ground.gitDirectory);
  const store = storePorts(table, systemRandom, ground.objects);
  const inbox = waitingInbox(table);
  const accounts = knownForges(environment.COMMUNS_FORGE_ACCOUNTS);
  const pulls = waitingPulls(clock);
  const log = waitingLog(settings.onLog, settings.onLogFailure);
  const installation = localInstallation(environment);
  const sealed = sealedFiles(ground.fileKeys, ground.sealed, systemRandom);
  return {
    ports: {
      ...store,
      appendBooks: announceFacts(store.appendBooks, settings.onFact),
      primitives,
      random: systemRandom,
      clock,
      heads,
      readHeads: heads,
      signer,
      statementKeys: signer,
      registrar: ground.registrar,
      registrarKeys: ground.registrar,
      seal: padesSeal(signer, () => ground.certificates(installation.operator.name)),
      fonts: dejavuFonts(),
      installation,
      linkKeys,
      logSigner: ground.logSigner,
      logKeys: ground.logSigner,
      logFiles: ground.logFiles,
      readLogFiles: ground.logFiles,
      logQueue: log,
      timeStamps: stamps,
      witnesses,
      objects: objects(ground.objects),
      sealedFiles: sealed,
      readSealedFiles: sealed,
      inbox,
      forge,
      pullSteps: ground.pullSteps,
      pullQueue: pulls,
      webhooks,
      mail: outboxMail(ground.outboxDirectory, clock),
      forgeKeys: forgeKeys(accounts),
      forgeLogin: forgeLogin(accounts),
    },
    clock,
    inbox,
    pulls,
    log,
    keys: { statement: signer, log: ground.logSigner, registrar: ground.registrar },
    sessionKey,
    dataDirectory,
    close: async () => {
      await pulls.close();
      await log.close();
      await close();
    },
  };
}
