// S3, KMS, SQS and SES as far as the adapters talk to them, over http on this machine.
import {
  createECDH,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
} from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signP256Digest } from '../../lib/adapters/signer/ecdsa-digest.ts';

interface Answer {
  readonly status: number;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface CloudServices {
  readonly endpoint: string;
  /** What was sent to the queue, in order: the members of each SendMessage. */
  readonly sent: readonly Record<string, string>[];
  /** What was to be mailed, in order: the body of each SendEmail. */
  readonly mails: readonly unknown[];
  /** What the next calls of S3, KMS and SES answer instead, one each. */
  readonly troubles: Answer[];
  readonly close: () => Promise<void>;
}

const noSuchKey = '<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>';

/** ListObjectsV2, two keys a page, so that a caller who asks for one page only is found out. */
function listed(held: Map<string, Buffer>, bucket: string, prefix: string, start: number): Answer {
  const folder = `${bucket.replace(/\/$/, '')}/`;
  const keys = [...held.keys()].filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
  const wanted = keys.filter((key) => decodeURIComponent(key).startsWith(prefix)).sort();
  const page = wanted.slice(start, start + 2);
  const isLast = start + 2 >= wanted.length;
  const escaped = (key: string): string => decodeURIComponent(key).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const contents = page.map((key) => `<Contents><Key>${escaped(key)}</Key></Contents>`).join('');
  const more = isLast ? '' : `<NextContinuationToken>${start + 2}</NextContinuationToken>`;
  const body = `<ListBucketResult><IsTruncated>${!isLast}</IsTruncated>${more}${contents}</ListBucketResult>`;
  return { status: 200, body };
}

function s3(held: Map<string, Buffer>, request: IncomingMessage, body: Buffer): Answer {
  const { pathname: path, searchParams } = new URL(request.url ?? '', 'http://s3');
  if (searchParams.has('list-type')) {
    return listed(held, path, searchParams.get('prefix') ?? '', Number(searchParams.get('continuation-token') ?? 0));
  }
  // Each name has one version here: what is replaced is gone.
  if (searchParams.has('versions')) {
    return { status: 200, body: '<ListVersionsResult><IsTruncated>false</IsTruncated></ListVersionsResult>' };
  }
  const found = held.get(path);
  if (request.method === 'DELETE') held.delete(path);
  if (request.method === 'DELETE') return { status: 204 };
  if (request.method === 'GET')
    return found === undefined
      ? { status: 404, body: noSuchKey }
      : { status: 200, body: found, headers: { etag: etagOf(found) } };
  if (request.headers['if-none-match'] === '*' && found !== undefined) {
    return { status: 412, body: '<Error><Code>PreconditionFailed</Code></Error>' };
  }
  const wanted = request.headers['if-match'];
  if (wanted !== undefined && (found === undefined || wanted !== etagOf(found))) {
    return { status: 412, body: '<Error><Code>PreconditionFailed</Code></Error>' };
  }
  held.set(path, body);
  return { status: 200 };
}

const etagOf = (body: Buffer): string => `"${createHash('md5').update(body).digest('hex')}"`;

/** Keys are made of their ids, so that one id is one key. */
const scalarOf = (keyId: string): Buffer => createHash('sha256').update(keyId).digest();

/** RFC 8410: what stands before the 32 bytes of a private key. */
const ed25519 = (seed: Buffer): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  });

/** A key that signs messages, up to the 4,096 bytes that KMS takes. */
function kmsOfLog(action: string, call: Record<string, string>): Record<string, string> {
  const key = ed25519(scalarOf(call.KeyId ?? ''));
  if (action !== 'Sign') {
    return { PublicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64') };
  }
  const message = Buffer.from(call.Message ?? '', 'base64');
  const isAsked = call.SigningAlgorithm === 'ED25519_SHA_512' && call.MessageType === 'RAW' && message.length <= 4096;
  return isAsked ? { Signature: sign(null, message, key).toString('base64') } : {};
}

function kms(action: string, call: Record<string, string>): Record<string, string> {
  if (call.KeyId === 'log-key') return kmsOfLog(action, call);
  const scalar = scalarOf(call.KeyId ?? '');
  const message = Buffer.from(call.Message ?? '', 'base64');
  if (action === 'GenerateMac') return { Mac: createHmac('sha256', scalar).update(message).digest('base64') };
  if (action === 'Sign') return { Signature: Buffer.from(signP256Digest(scalar, message)).toString('base64') };
  const point = createECDH('prime256v1');
  point.setPrivateKey(scalar);
  const coordinate = (start: number): string =>
    point
      .getPublicKey()
      .subarray(start, start + 32)
      .toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  return { PublicKey: key.export({ format: 'der', type: 'spki' }).toString('base64') };
}

export async function startCloudServices(): Promise<CloudServices> {
  const held = new Map<string, Buffer>();
  const sent: Record<string, string>[] = [];
  const mails: unknown[] = [];
  const troubles: Answer[] = [];
  const answerTo = (request: IncomingMessage, body: Buffer): Answer => {
    const [service, action] = `${request.headers['x-amz-target'] ?? ''}`.split('.');
    if (service === 'AmazonSQS') {
      const message = JSON.parse(body.toString()) as Record<string, string>;
      sent.push(message);
      const MD5OfMessageBody = createHash('md5')
        .update(message.MessageBody ?? '')
        .digest('hex');
      return { status: 200, body: JSON.stringify({ MessageId: '1', MD5OfMessageBody }) };
    }
    const trouble = troubles.shift();
    if (trouble !== undefined) return trouble;
    if (request.url === '/v2/email/outbound-emails') {
      mails.push(JSON.parse(body.toString()));
      return { status: 200, body: JSON.stringify({ MessageId: '1' }) };
    }
    if (service === 'TrentService')
      return { status: 200, body: JSON.stringify(kms(action ?? '', JSON.parse(body.toString()))) };
    return s3(held, request, body);
  };
  const server: Server = createServer(async (request, response) => {
    const { status, body, headers } = answerTo(request, Buffer.concat(await request.toArray()));
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    mails,
    troubles,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
