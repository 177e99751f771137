import { createHash, createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, it } from 'vitest';
import { cloudAssembly } from '../../lib/adapters/aws.ts';
import { type AwsCall, signedHeaders } from '../../lib/adapters/aws-request.ts';

const caller = {
  region: 'eu-x-1',
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'example-secret',
  sessionToken: 'token',
};
const at = Date.UTC(2026, 2, 2, 10);

/** The hash as the SDK's signer takes it. */
class Sha256 {
  #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret as Uint8Array);
  }
  update(bytes: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytes as Uint8Array);
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {}
}

const calls: readonly [string, AwsCall][] = [
  [
    'a KMS call',
    {
      service: 'kms',
      url: new URL('https://kms.example/'),
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'TrentService.Sign' },
      body: Buffer.from('{"é":1}'),
    },
  ],
  [
    'a file with an awkward name, a query and a condition',
    {
      service: 's3',
      url: new URL("https://files.example/a%20b/c'(d)!?versions=&b=2%2F&a=1"),
      method: 'PUT',
      headers: { 'if-none-match': '*' },
      body: new Uint8Array([0, 255]),
    },
  ],
];

describe('a signed call', () => {
  it.each(calls)('has the signature that the SDK makes: %s', async (_what, call) => {
    const signer = new SignatureV4({
      service: call.service,
      region: caller.region,
      credentials: { ...caller },
      sha256: Sha256,
      uriEscapePath: call.service !== 's3',
      applyChecksum: true,
    });
    const { host: hostname, pathname: path, protocol, searchParams } = call.url;
    const headers = {
      ...call.headers,
      host: hostname,
      'x-amz-content-sha256': createHash('sha256').update(call.body).digest('hex'),
    };
    const query = Object.fromEntries(searchParams);
    const request = { method: call.method, hostname, path, protocol, query, headers, body: call.body };
    const signed = await signer.sign(request, { signingDate: new Date(at) });
    expect(signedHeaders(caller, call, at).authorization).toBe(signed.headers.authorization);
  });
});

describe('the cloud’s assembly', () => {
  const environment = (endpoint: string) => ({
    AWS_REGION: 'eu-x-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example-secret',
    COMMUNS_KMS_ENDPOINT: endpoint,
    COMMUNS_SESSION_KEY: 'key-1',
  });

  it('asks KMS for the session key once, and again after a failure', async () => {
    const asked: string[] = [];
    const server = createServer(async (request, response) => {
      const body = (await request.toArray()).join('');
      asked.push(`${request.headers['x-amz-target']} ${JSON.parse(body).KeyId}`);
      if (asked.length === 1) response.writeHead(500).end('{}');
      else response.end(JSON.stringify({ Mac: Buffer.alloc(32, 9).toString('base64') }));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const assembly = cloudAssembly(environment(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
    await expect(assembly.sessionKey()).rejects.toThrow('kms answered 500');
    expect([...(await assembly.sessionKey())]).toEqual(new Array(32).fill(9));
    await assembly.sessionKey();
    expect(asked).toEqual(['TrentService.GenerateMac key-1', 'TrentService.GenerateMac key-1']);
    server.close();
  });

  it('names a setting or a port that is missing', async () => {
    const assembly = cloudAssembly({});
    expect(() => assembly.sessionKey()).toThrow('COMMUNS_SESSION_KEY');
    const ports = await assembly.ports();
    expect(() => ports.forge).toThrow('forge');
    expect(ports.clock.now()).toBeGreaterThan(at);
  });
});
