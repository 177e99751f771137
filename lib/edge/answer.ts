// What an endpoint answers, and how that becomes an HTTP result: pages, JSON, a way on, or a file.
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ViewItem } from '../ports/views.ts';
import type { SignedIn } from './session.ts';

/** What JSON can say: the same values that a view can hold. */
type Json = ViewItem['value'];

export type Answer =
  | { readonly html: string; readonly status?: number }
  | { readonly json: Json; readonly status?: number }
  /** After a POST, always: the page shown can be reloaded without posting twice. Own addresses only. */
  | {
      readonly redirect: string;
      /** Signs in, or (null) out; the handler makes the cookie. */
      readonly session?: SignedIn | null;
    }
  | { readonly file: Uint8Array; readonly name: string; readonly type: string };

/** @returns the path if it is one of ours, else null: `//host` and `/\host` lead elsewhere (open redirect) */
export function ownPath(text: string): string | null {
  return /^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(text) ? text : null;
}

/** RFC 6266: an ASCII fallback, and the real name in UTF-8 (RFC 8187). */
function disposition(name: string): string {
  const ascii = name.replace(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** @throws Error if an endpoint leads to an address that is not ours: a fault, not a refusal */
export function toResult(answer: Answer): APIGatewayProxyStructuredResultV2 {
  if ('html' in answer) {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    return { statusCode: answer.status ?? 200, headers, body: answer.html };
  }
  if ('json' in answer) {
    const headers = { 'content-type': 'application/json' };
    return { statusCode: answer.status ?? 200, headers, body: JSON.stringify(answer.json) };
  }
  if ('redirect' in answer) {
    if (ownPath(answer.redirect) === null) throw new Error('redirect to an address that is not ours');
    return { statusCode: 303, headers: { location: answer.redirect }, body: '' };
  }
  return {
    statusCode: 200,
    headers: { 'content-type': answer.type, 'content-disposition': disposition(answer.name) },
    body: Buffer.from(answer.file).toString('base64'),
    isBase64Encoded: true,
  };
}
