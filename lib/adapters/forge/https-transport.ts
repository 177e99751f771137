// One exchange over TLS with addresses that were looked at before: name and certificate are checked, DNS is not asked a second time.

import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

export interface Exchange {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** @param pinned the only addresses that may be connected to; at least one */
export type Transport = (url: URL, exchange: Exchange, pinned: readonly string[]) => Promise<Response>;

export interface TransportLimits {
  /** Beyond so many bytes of body the exchange is given up. */
  readonly maxBytes?: number;
  /** For the whole exchange, connecting and body included. */
  readonly timeoutMs?: number;
  /** Replaced in tests, which have no certificate. */
  readonly request?: (url: URL, options: RequestOptions, answered: (message: IncomingMessage) => void) => ClientRequest;
}

const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

const pinnedLookup =
  (pinned: readonly string[]): LookupFunction =>
  (_host, options, found) => {
    const all = pinned.map((address) => ({ address, family: isIP(address) }));
    if (options.all) found(null, all);
    else found(null, all[0]!.address, all[0]!.family);
  };

function headersOf(message: IncomingMessage): Headers {
  const headers = new Headers();
  for (let i = 0; i + 1 < message.rawHeaders.length; i += 2) {
    headers.append(message.rawHeaders[i]!, message.rawHeaders[i + 1]!);
  }
  return headers;
}

/** @returns a transport that rejects where the other side is silent, breaks off, or says more than `maxBytes` */
export function httpsTransport(limits: TransportLimits = {}): Transport {
  const { maxBytes = 32 * 1024 * 1024, timeoutMs = 60_000, request = httpsRequest } = limits;
  return (url, { method, headers, body }, pinned) =>
    new Promise<Response>((resolve, reject) => {
      const options = { method, headers, lookup: pinnedLookup(pinned), signal: AbortSignal.timeout(timeoutMs) };
      const sent = request(url, options, (message) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        message.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > maxBytes) message.destroy(new Error(`the answer is longer than ${maxBytes} bytes`));
          else chunks.push(chunk);
        });
        message.on('error', reject);
        message.on('close', () => {
          if (!message.complete) reject(new Error('the answer broke off'));
        });
        message.on('end', () => {
          const status = message.statusCode ?? 502;
          const whole = withoutBody.has(status) ? null : Buffer.concat(chunks);
          try {
            resolve(new Response(whole, { status, headers: headersOf(message) }));
          } catch (cause) {
            // A status such as 600: thrown from here it would end the process.
            reject(cause);
          }
        });
      });
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
}
