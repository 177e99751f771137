// The style sheet and the scripts of the pages: the same answers from the local server and from the public function.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { securityHeaders } from './security-headers.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};

interface Asset {
  readonly bytes: Buffer;
  readonly type: string;
  readonly digest: string;
}

/** File names to what they hold; a name that is not in it does not exist, so no path can climb out of the folder. */
export type Assets = ReadonlyMap<string, Asset>;

/** Reads a flat folder once; files of unknown type are left out. */
export function loadAssets(folder: string): Assets {
  const assets = new Map<string, Asset>();
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const type = types[extname(name)];
    if (type === undefined) continue;
    const bytes = readFileSync(join(folder, name));
    assets.set(name, { bytes, type, digest: createHash('sha256').update(bytes).digest('hex').slice(0, 16) });
  }
  return assets;
}

/** @returns the answer to a GET or HEAD of `/assets/<name>`; null if the event asks for nothing of that folder */
export function assetResult(assets: Assets, event: APIGatewayProxyEventV2): APIGatewayProxyStructuredResultV2 | null {
  const { method } = event.requestContext.http;
  const name = /^\/assets\/([\w.-]+)$/.exec(event.rawPath)?.[1];
  const asset = name === undefined ? undefined : assets.get(name);
  if (asset === undefined || (method !== 'GET' && method !== 'HEAD')) return null;
  const headers = {
    ...securityHeaders,
    'content-type': asset.type,
    etag: `"${asset.digest}"`,
    // Kept by the browser, and asked for again by its tag: after a deployment the next page has the new one.
    'cache-control': 'no-cache',
  };
  if (event.headers['if-none-match'] === `"${asset.digest}"`) return { statusCode: 304, headers, body: '' };
  return { statusCode: 200, headers, body: asset.bytes.toString('base64'), isBase64Encoded: true };
}
