// The cloud's assembly: which adapter stands behind each port in a Lambda function, made when it is first used.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Ports } from '../ports.ts';
import { type AwsCaller, awsRequest } from './aws-request.ts';

/** What the cloud's entries need of their surroundings. */
export interface CloudAssembly {
  readonly ports: () => Promise<Ports>;
  /** 32 bytes, the same in every function: a MAC that KMS makes, so that the key behind it never leaves KMS. */
  readonly sessionKey: () => Promise<Uint8Array>;
  readonly log: (line: string) => void;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws Error that names the setting: the stack and this file disagree */
function setting(environment: Environment, name: string): string {
  const value = environment[name];
  if (value === undefined) throw new Error(`the setting ${name} is missing: was its port declared and granted?`);
  return value;
}

const callerOf = (environment: Environment): AwsCaller => ({
  region: setting(environment, 'AWS_REGION'),
  accessKeyId: setting(environment, 'AWS_ACCESS_KEY_ID'),
  secretAccessKey: setting(environment, 'AWS_SECRET_ACCESS_KEY'),
  sessionToken: environment.AWS_SESSION_TOKEN ?? null,
});

async function macFromKms(environment: Environment, keyId: string, text: string): Promise<Uint8Array> {
  const request = { KeyId: keyId, MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from(text).toString('base64') };
  const response = await awsRequest(
    callerOf(environment),
    {
      service: 'kms',
      url: new URL(setting(environment, 'COMMUNS_KMS_ENDPOINT')),
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'TrentService.GenerateMac' },
      body: Buffer.from(JSON.stringify(request)),
    },
    Date.now(),
  );
  const answer: unknown = await response.json();
  const mac = typeof answer === 'object' && answer !== null && 'Mac' in answer ? answer.Mac : null;
  if (typeof mac !== 'string') throw new Error('kms answered no Mac');
  return Buffer.from(mac, 'base64');
}

/** How each port is made here. A port without a maker is a fault where it is first used, with its name. */
type PortMakers = { readonly [Name in keyof Ports]?: () => Ports[Name] };

const makers: PortMakers = {
  clock: () => ({ now: () => Date.now() }),
  random: () => ({ bytes: (length) => randomBytes(length) }),
  primitives: () => ({
    sha256: (bytes) => createHash('sha256').update(bytes).digest(),
    hmacSha256: (key, bytes) => createHmac('sha256', key).update(bytes).digest(),
    compress: (bytes) => gzipSync(bytes),
    decompress: (bytes) => gunzipSync(bytes),
  }),
};

/** Ports that are made one by one at the first use, so that a function needs only the settings of its own. */
function lazyPorts(): Ports {
  const made = new Map<PropertyKey, unknown>();
  return new Proxy({} as Ports, {
    get: (_target, name) => {
      // A promise is asked for `then` when it is resolved with us.
      if (typeof name !== 'string' || name === 'then') return undefined;
      const maker = makers[name as keyof Ports];
      if (maker === undefined) throw new Error(`no adapter stands behind the port ${name} in the cloud`);
      if (!made.has(name)) made.set(name, maker());
      return made.get(name);
    },
  });
}

/** @param environment of the Lambda function, as the stack set it */
export function cloudAssembly(environment: Environment = process.env): CloudAssembly {
  const ports = lazyPorts();
  let sessionKey: Promise<Uint8Array> | undefined;
  return {
    ports: async () => ports,
    sessionKey: () => {
      sessionKey ??= macFromKms(environment, setting(environment, 'COMMUNS_SESSION_KEY'), 'communs-session-key/1');
      // A failed call must not be the answer for ever.
      sessionKey.catch(() => {
        sessionKey = undefined;
      });
      return sessionKey;
    },
    log: (line) => console.error(line),
  };
}
