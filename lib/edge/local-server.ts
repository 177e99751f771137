// The embedded run's front door: the same handlers as in the cloud, behind node:http on this machine.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refusal } from '../model/refusal.ts';
import { type Assets, assetResult } from './assets.ts';
import { bodyCapBytes } from './form-input.ts';
import type { EdgeHandler } from './handler.ts';
import { localContext, toEvent, writeResult } from './http-event.ts';
import { faultLine } from './problem.ts';
import { securityHeaders } from './security-headers.ts';

export interface LocalServerSettings {
  /** Null: the first free one from 8017. */
  readonly port: number | null;
  /** Default 127.0.0.1. */
  readonly host?: string;
  readonly assets: Assets;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

export interface LocalServer {
  /** `http://127.0.0.1:8017` */
  readonly address: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

const firstPort = 8017;
const portsTried = 100;

/** Keeps one byte more than the cap, so that the handler refuses it in words, and lets the rest go by. */
async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (length <= bodyCapBytes) chunks.push(chunk.subarray(0, bodyCapBytes + 1 - length));
    length += chunk.length;
  }
  return Buffer.concat(chunks);
}

/** Before any handler: nobody is asking in a language yet, so both are given. */
function refuse(response: ServerResponse, statusCode: number, text: string): void {
  response.writeHead(statusCode, { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

/** A page elsewhere whose name resolves to 127.0.0.1 must not act as somebody here (DNS rebinding). */
const isOwnHost = (header: string | undefined, port: number): boolean =>
  [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`].includes(header ?? '');

function listener(handler: EdgeHandler, settings: LocalServerSettings, host: string) {
  let requests = 0;
  const loopback = ['127.0.0.1', '::1', 'localhost'].includes(host);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    requests += 1;
    const requestId = `local-${requests}`;
    try {
      if (loopback && !isOwnHost(request.headers.host, request.socket.localPort ?? 0)) {
        refuse(
          response,
          421,
          'Ouvrez http://127.0.0.1 et le port affiché. / Open http://127.0.0.1 and the port shown.\n',
        );
        return;
      }
      const body = await readBody(request);
      const event = toEvent(request, body, requestId, settings.now());
      writeResult(assetResult(settings.assets, event) ?? (await handler(event, localContext(requestId))), response);
    } catch (error) {
      if (error instanceof URIError) {
        refuse(
          response,
          400,
          'Adresse mal encodée : vérifiez les signes %. / Badly encoded address: check the % signs.\n',
        );
        return;
      }
      settings.log(faultLine(error, requestId, 'local server'));
      if (!response.headersSent)
        refuse(response, 500, `Panne ${requestId}. Réessayez. / Fault ${requestId}. Try again.\n`);
      else response.destroy();
    }
  };
}

/** @returns false if somebody else has the port */
const listen = (server: Server, port: number, host: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      server.off('listening', ready);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    const ready = (): void => {
      server.off('error', failed);
      resolve(true);
    };
    server.once('error', failed);
    server.once('listening', ready);
    server.listen(port, host);
  });

const portInUse = (port: number): Refusal =>
  new Refusal('port-in-use', {
    fr: `Le port ${port} est déjà pris, ou réservé. Arrêtez l’autre programme, donnez un autre --port, ou n’en donnez pas : le premier libre sera choisi.`,
    en: `Port ${port} is already taken, or reserved. Stop the other program, give another --port, or give none: the first free one is chosen.`,
  });

/** @throws Refusal `port-in-use` if the port asked for, or all hundred from 8017, are taken */
export async function serveLocally(handler: EdgeHandler, settings: LocalServerSettings): Promise<LocalServer> {
  const host = settings.host ?? '127.0.0.1';
  const server = createServer(listener(handler, settings, host));
  const first = settings.port ?? firstPort;
  const last = settings.port ?? firstPort + portsTried - 1;
  let port = first;
  while (!(await listen(server, port, host))) {
    if (port === last) throw portInUse(first);
    port += 1;
  }
  const { port: listening } = server.address() as AddressInfo;
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${listening}`,
    port: listening,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
