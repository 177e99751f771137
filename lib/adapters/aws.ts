// The cloud's assembly: which adapter stands behind each port in a Lambda function, made when it is first used.

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import type { Ports } from '../ports.ts';
import { systemClock } from './clock.ts';
import type { Blobs } from './files/blobs.ts';
import { bucketBlobs } from './files/bucket-blobs.ts';
import { replaceForGood } from './files/bucket-erasing.ts';
import { bucketHeads } from './files/bucket-heads.ts';
import { objects } from './files/objects.ts';
import { sealedFiles } from './files/sealed-files.ts';
import { dejavuFonts } from './fonts/dejavu-fonts.ts';
import { apiForges } from './forge/api-forges.ts';
import { forgeByHost } from './forge/by-host.ts';
import { forgeKeys } from './forge/forge-keys.ts';
import { forgeLogin } from './forge/forge-login.ts';
import { readForgeSettings, readWebhooks } from './forge/forge-settings.ts';
import { gitForge } from './forge/git.ts';
import { knownForges } from './forge/known-forges.ts';
import { queueInbox } from './inbox/queue-inbox.ts';
import { registrarSaid } from './installation.ts';
import { bucketLog } from './log/bucket-log.ts';
import { kmsLogSigner } from './log/kms-log-signer.ts';
import { sqsLog } from './log/sqs-log.ts';
import { pinnedWitnesses } from './log/witnesses.ts';
import { sesMail } from './mail/ses-mail.ts';
import { once } from './once.ts';
import { primitives, systemRandom } from './primitives.ts';
import { bucketSteps } from './pull/bucket-steps.ts';
import { sqsPulls } from './pull/sqs-pulls.ts';
import { padesSeal } from './seal/pades-seal.ts';
import { givenCertificates } from './seal/seal-certificates.ts';
import { readFormerKeys } from './signer/former-keys.ts';
import { macFromKms } from './signer/kms.ts';
import { kmsLinkKeys } from './signer/kms-link-keys.ts';
import { kmsSigner } from './signer/kms-signer.ts';
import { accessList } from './store/access-list.ts';
import { readBatches, writeBatches } from './store/batches.ts';
import { appendBooks, listBooks, readBooks } from './store/books.ts';
import { directory } from './store/directory.ts';
import { dynamoClient, dynamoTable } from './store/dynamo-table.ts';
import { erasing } from './store/erasing.ts';
import { bookOfPartition } from './store/keys.ts';
import { logPlaces } from './store/log-places.ts';
import { saltKeys } from './store/salt-keys.ts';
import { readViews, writeViews } from './store/views.ts';
import { timeStamps } from './time-stamp/time-stamps.ts';

/** What the cloud's entries need of their surroundings. */
export interface CloudAssembly {
  readonly ports: () => Promise<Ports>;
  /** 32 bytes, the same in every function: a MAC that KMS makes, so that the key behind it never leaves KMS. */
  readonly sessionKey: () => Promise<Uint8Array>;
  /** @param partitionKey of a changed item of the table @returns the book whose fact it is; null for what is no fact */
  readonly bookOfPartition: (partitionKey: string) => string | null;
  readonly log: (line: string) => void;
  /** Which job this function does; null in a function of endpoints. */
  readonly jobName: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws Error that names the setting: the stack and this file disagree */
function setting(environment: Environment, name: string): string {
  const value = environment[name];
  if (value === undefined) throw new Error(`the setting ${name} is missing: was its port declared and granted?`);
  return value;
}

/** Made when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

type PortMakers = { readonly [Name in keyof Ports]: () => Ports[Name] };

function makersOf(environment: Environment, kms: () => KMSClient): PortMakers {
  const set = (name: string): string => setting(environment, name);
  const table = lazily(() => dynamoTable(dynamoClient(null), set('COMMUNS_TABLE')));
  const former = lazily(() => readFormerKeys(set('COMMUNS_FORMER_KEYS')));
  const s3 = lazily(() => new S3Client({}));
  const bucket = (name: string): Blobs => bucketBlobs(s3(), set(name));
  return {
    primitives: () => primitives,
    clock: () => systemClock,
    random: () => systemRandom,
    readBooks: () => readBooks(table()),
    appendBooks: () => appendBooks(table()),
    listBooks: () => listBooks(table()),
    readBatches: () => readBatches(table()),
    writeBatches: () => writeBatches(table()),
    erasing: () => erasing(table(), { replace: replaceForGood(s3(), set('COMMUNS_FILES')) }),
    readViews: () => readViews(table()),
    writeViews: () => writeViews(table()),
    directory: () => directory(table()),
    readDirectory: () => directory(table()),
    saltKeys: () => saltKeys(table(), systemRandom),
    accessList: () => accessList(table()),
    objects: () => objects(bucket('COMMUNS_FILES')),
    sealedFiles: () => sealedFiles(bucket('COMMUNS_UPLOAD_KEYS'), bucket('COMMUNS_UPLOADS'), systemRandom),
    readSealedFiles: () => sealedFiles(bucket('COMMUNS_UPLOAD_KEYS'), bucket('COMMUNS_UPLOADS'), systemRandom),
    installation: () => {
      const operator = { name: set('COMMUNS_OPERATOR_NAME'), siren: set('COMMUNS_OPERATOR_SIREN') || null };
      return { issuer: set('COMMUNS_ISSUER'), operator, registrar: registrarSaid(environment, operator) };
    },
    heads: () => bucketHeads(s3(), set('COMMUNS_HEADS')),
    readHeads: () => bucketHeads(s3(), set('COMMUNS_HEADS')),
    signer: () => kmsSigner(kms(), set('COMMUNS_STATEMENT_KEY'), former().statement),
    statementKeys: () => kmsSigner(kms(), set('COMMUNS_STATEMENT_KEY'), former().statement),
    registrar: () => kmsSigner(kms(), set('COMMUNS_REGISTRAR_KEY')),
    registrarKeys: () => kmsSigner(kms(), set('COMMUNS_REGISTRAR_KEY')),
    seal: () => {
      const signer = kmsSigner(kms(), set('COMMUNS_STATEMENT_KEY'), former().statement);
      const [certificates, operator] = [set('COMMUNS_SEAL_CERTIFICATES'), set('COMMUNS_OPERATOR_NAME')];
      return padesSeal(signer, () => givenCertificates(certificates, signer, operator));
    },
    fonts: () => dejavuFonts(),
    linkKeys: () => kmsLinkKeys(kms(), set('COMMUNS_LINK_KEY'), systemClock),
    logSigner: () => kmsLogSigner(kms(), set('COMMUNS_LOG_KEY'), former().log),
    logKeys: () => kmsLogSigner(kms(), set('COMMUNS_LOG_KEY'), former().log),
    logFiles: () => bucketLog(s3(), set('COMMUNS_LOG_TILES'), set('COMMUNS_LOG_HEADS')),
    readLogFiles: () => bucketLog(s3(), set('COMMUNS_LOG_TILES'), set('COMMUNS_LOG_HEADS')),
    logPlaces: () => logPlaces(table()),
    readLogPlaces: () => logPlaces(table()),
    timeStamps: () => timeStamps(set('COMMUNS_TSA_URL'), set('COMMUNS_TSA_CA'), systemRandom),
    witnesses: () => pinnedWitnesses(set('COMMUNS_WITNESSES')),
    logQueue: () => sqsLog(set('COMMUNS_LOG_QUEUE')),
    inbox: () => queueInbox(set('COMMUNS_INBOX')),
    forge: () =>
      forgeByHost(readForgeSettings(set('COMMUNS_FORGES')), {
        ...apiForges(systemClock.now),
        // In the image that has git; elsewhere it says that git is missing.
        git: () => gitForge({ workDirectory: join(tmpdir(), 'communs-git'), allowLocalPaths: false }),
      }),
    pullSteps: () => bucketSteps(s3(), set('COMMUNS_PULL_STEPS')),
    pullQueue: () => sqsPulls(set('COMMUNS_PULL_QUEUE'), systemClock),
    webhooks: () => readWebhooks(set('COMMUNS_WEBHOOKS')),
    mail: () => sesMail(set('COMMUNS_MAIL_FROM')),
    forgeKeys: () => forgeKeys(knownForges(environment.COMMUNS_FORGE_ACCOUNTS)),
    forgeLogin: () => forgeLogin(knownForges(environment.COMMUNS_FORGE_ACCOUNTS)),
  };
}

/** Ports that are made one by one at the first use, so that a function needs only the settings of its own. */
function lazyPorts(makers: PortMakers): Ports {
  const ports = {};
  for (const [name, maker] of Object.entries<() => unknown>(makers)) {
    Object.defineProperty(ports, name, { enumerable: true, get: lazily(maker) });
  }
  return ports as Ports;
}

/** @param environment of the Lambda function, as the stack set it */
export function cloudAssembly(environment: Environment = process.env): CloudAssembly {
  const kms = lazily(() => new KMSClient({}));
  const ports = lazyPorts(makersOf(environment, kms));
  return {
    ports: async () => ports,
    sessionKey: once(async () =>
      macFromKms(kms(), setting(environment, 'COMMUNS_SESSION_KEY'), 'communs-session-key/1'),
    ),
    bookOfPartition,
    log: (line) => console.error(line),
    jobName: environment.COMMUNS_JOB ?? null,
  };
}
