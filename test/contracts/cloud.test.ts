// The contracts on the cloud's assembly: the table made from the synthesised template, and servers that play S3, KMS and SQS.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import settings from '../../cdk.json' with { type: 'json' };
import { type CloudAssembly, cloudAssembly } from '../../lib/adapters/aws.ts';
import { type Engine, openEngine } from '../../lib/adapters/engine/engine.ts';
import { CommunsStack } from '../../lib/infrastructure/communs-stack.ts';
import type { Ports } from '../../lib/ports.ts';
import { type CloudServices, startCloudServices } from './cloud-services.ts';
import { everyPort } from './every-port.ts';

/** Keys and attributes as CloudFormation would make them, and nothing else that we could have written differently. */
function tableOfTemplate(): Pick<CreateTableCommandInput, 'KeySchema' | 'AttributeDefinitions'> {
  const app = new App({ context: settings.context, analyticsReporting: false });
  const codeOf = () => Code.fromInline('exports.handler = () => {}');
  const template = Template.fromStack(new CommunsStack(app, 'Communs', { endpoints: [], jobs: [], codeOf }));
  const [table] = Object.values(template.findResources('AWS::DynamoDB::GlobalTable'));
  const { KeySchema, AttributeDefinitions } = table?.Properties ?? {};
  return { KeySchema, AttributeDefinitions };
}

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'communs-cloud-')));
let engine: Engine;
let services: CloudServices;
let assembly: CloudAssembly;
let ports: Ports;

beforeAll(async () => {
  [engine, services] = await Promise.all([openEngine(folder), startCloudServices()]);
  const environment = {
    AWS_REGION: 'eu-x-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example-secret',
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    AWS_ENDPOINT_URL_S3: services.endpoint,
    AWS_ENDPOINT_URL_KMS: services.endpoint,
    AWS_ENDPOINT_URL_SQS: services.endpoint,
    AWS_ENDPOINT_URL_SESV2: services.endpoint,
    COMMUNS_MAIL_FROM: 'codes@communs.example',
    COMMUNS_TABLE: 'Communs-Ledger',
    COMMUNS_FILES: 'communs-files',
    COMMUNS_UPLOADS: 'communs-uploads',
    COMMUNS_UPLOAD_KEYS: 'communs-upload-keys',
    COMMUNS_HEADS: 'communs-heads',
    COMMUNS_STATEMENT_KEY: 'statement-key',
    COMMUNS_REGISTRAR_KEY: 'registrar-key',
    COMMUNS_FORMER_KEYS: '',
    COMMUNS_SEAL_CERTIFICATES: '',
    COMMUNS_LINK_KEY: 'link-key',
    COMMUNS_SESSION_KEY: 'session-key',
    COMMUNS_LOG_KEY: 'log-key',
    COMMUNS_LOG_TILES: 'communs-log-tiles',
    COMMUNS_LOG_HEADS: 'communs-log-heads',
    COMMUNS_LOG_QUEUE: `${services.endpoint}/1/log.fifo`,
    COMMUNS_PULL_STEPS: 'communs-pull-steps',
    COMMUNS_PULL_QUEUE: `${services.endpoint}/1/pulls`,
    COMMUNS_FORGES: '',
    COMMUNS_WEBHOOKS: '[{"host":"git.example","kind":"forgejo","secret":"0123456789abcdef"}]',
    COMMUNS_INBOX: `${services.endpoint}/1/inbox.fifo`,
    COMMUNS_ISSUER: 'https://communs.example',
    COMMUNS_OPERATOR_NAME: 'Exemple',
    COMMUNS_OPERATOR_SIREN: '',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  await new DynamoDBClient({}).send(
    new CreateTableCommand({ TableName: 'Communs-Ledger', BillingMode: 'PAY_PER_REQUEST', ...tableOfTemplate() }),
  );
  assembly = cloudAssembly();
  ports = await assembly.ports();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all([engine.close(), services.close()]);
  rmSync(folder, { recursive: true, force: true });
});

everyPort(() => ports, false);

describe('the inbox of the cloud', () => {
  it('sends each message once to its book’s group: the same row again is the same message', async () => {
    const message = { book: 'company/c1', kind: 'month-check', row: { month: '2025-01', by: 'é' } } as const;
    await ports.inbox.submit(message);
    await ports.inbox.submit(message);
    await ports.inbox.submit({ ...message, book: 'company/c2' });
    const [first, again, other] = services.sent;
    expect(JSON.parse(first?.MessageBody ?? '')).toEqual(message);
    expect(first?.MessageGroupId).toBe('company/c1');
    expect(again?.MessageDeduplicationId).toBe(first?.MessageDeduplicationId);
    expect(other?.MessageDeduplicationId).not.toBe(first?.MessageDeduplicationId);
  });
});

describe('the queue of the log in the cloud', () => {
  it('has one group, and takes each message by itself', async () => {
    await ports.logQueue.ask('company/c1', 'soon');
    await ports.logQueue.ask('company/c1', 'now');
    const sent = services.sent.filter(({ QueueUrl }) => QueueUrl?.endsWith('/log.fifo'));
    expect(sent.map(({ MessageBody, MessageGroupId }) => [MessageBody, MessageGroupId])).toEqual(
      Array(2).fill(['{"book":"company/c1"}', 'log']),
    );
    expect(sent[0]?.MessageDeduplicationId).not.toBe(sent[1]?.MessageDeduplicationId);
  });
});

describe('the log’s head in the cloud', () => {
  it('is not moved where S3 says that somebody was first, or is writing it', async () => {
    const { swap, get } = ports.logFiles;
    const [one, two] = [new Uint8Array([1]), new Uint8Array([2])];
    await swap('2026/contended', null, one);
    for (const status of [409, 412]) {
      // Read, then refused at the put.
      services.troubles.push({ status: 200, body: one, headers: { etag: '"gone"' } });
      expect(await swap('2026/contended', one, two)).toBe(false);
      services.troubles.push({ status: 200, body: one, headers: { etag: '"x"' } }, { status, body: '<Error/>' });
      expect(await swap('2026/contended', one, two)).toBe(false);
    }
    expect(await get('2026/contended')).toEqual(one);
    services.troubles.push({ status: 403, body: '<Error><Code>AccessDenied</Code></Error>' });
    await expect(swap('2026/contended', one, two)).rejects.toThrow();
  });
});

describe('the mail of the cloud', () => {
  const message = { to: 'jo@webmail.example', subject: 'Votre code – é', text: 'Code : 12345678' };

  it('is sent from the one address, whole', async () => {
    expect(ports.mail.outbox).toBeNull();
    await ports.mail.send(message);
    expect(services.mails).toEqual([
      {
        FromEmailAddress: 'codes@communs.example',
        Destination: { ToAddresses: ['jo@webmail.example'] },
        Content: {
          Simple: {
            Subject: { Data: message.subject, Charset: 'UTF-8' },
            Body: { Text: { Data: message.text, Charset: 'UTF-8' } },
          },
        },
      },
    ]);
  });

  it('that is not taken is refused in words; a sender that is not known is a fault of the operator', async () => {
    const answer = (name: string) => ({ status: 400, body: JSON.stringify({ __type: name, message: 'no' }) });
    services.troubles.push(answer('MessageRejected'));
    await expect(ports.mail.send(message)).rejects.toMatchObject({ code: 'mail-not-sent' });
    services.troubles.push(answer('MailFromDomainNotVerifiedException'));
    await expect(ports.mail.send(message)).rejects.not.toHaveProperty('code');
  });

  it('without a sender is refused with what to set', async () => {
    const unset = await cloudAssembly({ COMMUNS_MAIL_FROM: '' }).ports();
    await expect(unset.mail.send(message)).rejects.toMatchObject({ code: 'mail-not-set-up' });
  });
});

describe('the queue of pulls in the cloud', () => {
  it('delays a message as long as SQS can, and says in it from when on', async () => {
    const now = Date.now();
    for (const notBefore of [now - 1, now + 90_000, now + 7_200_000]) await ports.pullQueue.ask('git/x/1', notBefore);
    const sent = services.sent.filter(({ QueueUrl }) => QueueUrl?.endsWith('/pulls'));
    expect(sent.map(({ MessageBody }) => JSON.parse(MessageBody ?? ''))).toEqual(
      [now - 1, now + 90_000, now + 7_200_000].map((notBefore) => ({ repository: 'git/x/1', notBefore })),
    );
    const [first, second, third] = sent.map(({ DelaySeconds }) => Number(DelaySeconds));
    expect([first, third]).toEqual([0, 900]);
    expect(second).toBeGreaterThan(85);
    expect(second).toBeLessThanOrEqual(90);
  });

  it('knows what was agreed with a host, and nothing of others', () => {
    expect(ports.webhooks.of('git.example')).toMatchObject({ kind: 'forgejo' });
    expect(ports.webhooks.of('github.com')).toBeNull();
  });
});

describe('trouble in the cloud', () => {
  it('is told from a file that is not there', async () => {
    services.troubles.push({ status: 403, body: '<Error><Code>AccessDenied</Code></Error>' });
    await expect(ports.objects.get('anything')).rejects.toThrow();
    services.troubles.push({ status: 403, body: '<Error><Code>AccessDenied</Code></Error>' });
    await expect(ports.objects.put('anything', new Uint8Array(1))).rejects.toThrow();
    expect(await ports.objects.get('anything')).toBeNull();
  });

  it('puts again where another put of the same name was under way', async () => {
    services.troubles.push({ status: 409, body: '<Error><Code>ConditionalRequestConflict</Code></Error>' });
    await ports.objects.put('contended', new Uint8Array(3));
    expect(await ports.objects.get('contended')).toHaveLength(3);
  });

  it('is not the answer for ever: the session key is asked for again after a failure, and else once', async () => {
    const denied = { status: 400, body: JSON.stringify({ __type: 'AccessDeniedException', message: 'no' }) };
    services.troubles.push(denied);
    await expect(assembly.sessionKey()).rejects.toThrow();
    const key = await assembly.sessionKey();
    services.troubles.push(denied);
    expect(await assembly.sessionKey()).toBe(key);
    expect(key).toHaveLength(32);
    expect((await ports.linkKeys.current()).key).not.toEqual(key);
    expect(services.troubles).toHaveLength(1);
    services.troubles.length = 0;
  });
});

describe('the cloud’s assembly', () => {
  it('tells who runs it', () => {
    expect(ports.installation).toEqual({
      issuer: 'https://communs.example',
      operator: { name: 'Exemple', siren: null },
      // Nobody else was named.
      registrar: { name: 'Exemple', siren: null },
    });
  });

  it('tells who keeps the registry, where that is somebody else', async () => {
    const named = { COMMUNS_REGISTRAR_NAME: 'Teneur Exemple', COMMUNS_REGISTRAR_SIREN: '000000018' };
    const { installation } = await cloudAssembly({ ...process.env, ...named }).ports();
    expect(installation.registrar).toEqual({ name: 'Teneur Exemple', siren: '000000018' });
    expect(installation.operator).toEqual({ name: 'Exemple', siren: null });
  });

  it('goes on telling keys that signed before, once the operator names them beside another one', async () => {
    const [former] = await ports.statementKeys.publicKeys();
    const [formerLog] = await ports.logKeys.publicKeys();
    const jwks = { keys: [former, { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(formerLog!).toString('base64url') }] };
    const rotated = { COMMUNS_STATEMENT_KEY: 'another-key', COMMUNS_FORMER_KEYS: JSON.stringify(jwks) };
    const later = await cloudAssembly({ ...process.env, ...rotated }).ports();
    const [current, ...others] = await later.statementKeys.publicKeys();
    expect(others).toEqual([former]);
    expect(current?.kid).not.toBe(former?.kid);
    // The log’s is the one of today still: it is told once.
    expect(await later.logKeys.publicKeys()).toEqual([formerLog]);
    // More of them than a setting holds come in a file.
    const file = join(mkdtempSync(join(tmpdir(), 'communs-former-')), 'former-keys.json');
    writeFileSync(file, `\n${JSON.stringify(jwks)}`);
    const told = await cloudAssembly({ ...process.env, ...rotated, COMMUNS_FORMER_KEYS: file }).ports();
    expect((await told.statementKeys.publicKeys()).slice(1)).toEqual([former]);
    rmSync(dirname(file), { recursive: true });
    for (const COMMUNS_FORMER_KEYS of ['{"keys":[{"kty":"RSA"}]}', file]) {
      const broken = await cloudAssembly({ ...process.env, COMMUNS_FORMER_KEYS }).ports();
      expect(() => broken.statementKeys).toThrow(/COMMUNS_FORMER_KEYS/);
    }
  });

  it('names the setting that is missing, at first use of its port only', async () => {
    const bare = cloudAssembly({});
    await expect(bare.sessionKey()).rejects.toThrow('COMMUNS_SESSION_KEY');
    const some = await bare.ports();
    expect(() => some.readBooks).toThrow('COMMUNS_TABLE');
    expect(some.clock.now()).toBeGreaterThan(0);
  });

  it('knows a fact by its partition key', () => {
    expect(assembly.bookOfPartition('book#repo/forge.example/12')).toBe('repo/forge.example/12');
    for (const other of ['books', 'view#company/c1#months', 'salt#company/c1', '']) {
      expect(assembly.bookOfPartition(other)).toBeNull();
    }
  });
});
