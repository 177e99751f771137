// A forge on this machine: one HTTP server that speaks the APIs of GitHub, GitLab and Forgejo over a real git repository, counts what it is asked, and fails on demand.
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ForgeFetch, safeFetch } from '../../../../lib/adapters/forge/safe-fetch.ts';
import { type Answer, type Fault, send, spoiled } from './faults.ts';
import { forgejoApi } from './forgejo-api.ts';
import { githubApi } from './github-api.ts';
import { gitlabApi } from './gitlab-api.ts';
import type { ServedProject } from './served-repository.ts';

export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface ServerState {
  project: ServedProject;
  /** What is left of the quota; it does not go down by itself. */
  quota: { limit: number; remaining: number } | null;
  /** Whether GitHub answers an error, or null, for the comparison with a revision that is gone. */
  goneIsError: boolean;
  /** Requests, issues and releases are turned off in the project. */
  onlyCode: boolean;
}

/** @returns null for a path that the API does not know */
export type Api = (asked: Asked, state: ServerState, fault: Fault | null) => Answer | null;

const apis: Readonly<Record<string, Api>> = { github: githubApi, gitlab: gitlabApi, forgejo: forgejoApi };

async function bodyOf(message: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of message.setEncoding('utf8')) body += chunk;
  return body;
}

/** @param kind which of the three it speaks */
export async function forgeServer(kind: 'github' | 'gitlab' | 'forgejo', project: ServedProject) {
  const state: ServerState = { project, quota: null, goneIsError: false, onlyCode: false };
  const asked: Asked[] = [];
  const faults = new Map<number, Fault>();
  const server = createServer((message, response) => {
    void bodyOf(message).then((body) => {
      const url = new URL(message.url ?? '/', 'https://forge.test');
      const one: Asked = { method: message.method ?? 'GET', url, headers: message.headers, body };
      const fault = faults.get(asked.length) ?? null;
      asked.push(one);
      const answer = (fault === null ? null : spoiled(fault)) ?? apis[kind]!(one, state, fault);
      send(response, answer ?? { status: 404, headers: {}, json: { message: 'no such path' } }, fault);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  /** The guarded fetch itself, but for the wire: TLS and public addresses end here, at the server of this machine. */
  const guarded: ForgeFetch = safeFetch({
    allowedHosts: ['forge.test'],
    resolve: async () => ['140.82.112.3'],
    transport: (url, { method, headers, body }) =>
      fetch(`http://127.0.0.1:${port}${url.pathname}${url.search}`, { method, headers, body, redirect: 'manual' }),
  });
  return {
    state,
    asked,
    fetch: guarded,
    /** The n-th request from now on (0 = the next) fails. */
    fail: (n: number, fault: Fault): void => {
      faults.set(asked.length + n, fault);
    },
    close: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type ForgeServer = Awaited<ReturnType<typeof forgeServer>>;
