// Signed calls to AWS services whose SDK client is not among our dependencies (Signature Version 4, over fetch).
import { createHash, createHmac } from 'node:crypto';

/** Who calls, from where. Lambda gives all of it in its environment. */
export interface AwsCaller {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | null;
}

export interface AwsCall {
  readonly service: string;
  readonly url: URL;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const sha256Hex = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: Uint8Array | string, text: string): Buffer =>
  createHmac('sha256', key).update(text, 'utf8').digest();

/** AWS escapes more signs than encodeURIComponent does. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** S3 signs the path as it is sent; every other service signs it escaped once more. */
const canonicalPath = (url: URL, service: string): string =>
  service === 's3' ? url.pathname : url.pathname.split('/').map(escaped).join('/');

/**
 * @returns the headers to send, `authorization` among them (AWS, "Create a signed AWS API request")
 */
export function signedHeaders(caller: AwsCaller, call: AwsCall, nowMs: number): Record<string, string> {
  const instant = new Date(nowMs).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const day = instant.slice(0, 8);
  const bodyDigest = sha256Hex(call.body);
  const headers: Record<string, string> = {
    ...call.headers,
    host: call.url.host,
    'x-amz-content-sha256': bodyDigest,
    'x-amz-date': instant,
    ...(caller.sessionToken === null ? {} : { 'x-amz-security-token': caller.sessionToken }),
  };
  const names = Object.keys(headers).sort();
  const query = [...call.url.searchParams].map(([name, value]) => `${escaped(name)}=${escaped(value)}`).sort();
  const canonical = [
    call.method,
    canonicalPath(call.url, call.service),
    query.join('&'),
    ...names.map((name) => `${name}:${headers[name]?.trim()}`),
    '',
    names.join(';'),
    bodyDigest,
  ].join('\n');
  const scope = `${day}/${caller.region}/${call.service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', instant, scope, sha256Hex(canonical)].join('\n');
  const key = [caller.region, call.service, 'aws4_request'].reduce<Buffer>(
    hmac,
    hmac(`AWS4${caller.secretAccessKey}`, day),
  );
  const signature = hmac(key, toSign).toString('hex');
  const credential = `${caller.accessKeyId}/${scope}`;
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
  };
}

/** @throws Error with the service's status and error type, never with what was sent */
export async function awsRequest(caller: AwsCaller, call: AwsCall, nowMs: number): Promise<Response> {
  const { host: _host, ...headers } = signedHeaders(caller, call, nowMs);
  const body = call.method === 'GET' ? null : Uint8Array.from(call.body);
  const response = await fetch(call.url, { method: call.method, headers, body, redirect: 'error' });
  if (response.ok) return response;
  await response.body?.cancel();
  throw new Error(`${call.service} answered ${response.status}`);
}
