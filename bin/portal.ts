// The portal on this machine: every endpoint, the development sign-in, the files of the pages.
import { join } from 'node:path';
import { endpoints } from '../functions/endpoints.ts';
import { frameOf } from '../functions/frame-of.ts';
import { problemPage } from '../functions/problem-page.ts';
import { loadAssets } from '../lib/edge/assets.ts';
import { developmentSignIn } from '../lib/edge/development-sign-in.ts';
import type { EmbeddedRun } from '../lib/edge/embedded.ts';
import { edgeHandler } from '../lib/edge/handler.ts';
import { type LocalServer, serveLocally } from '../lib/edge/local-server.ts';
import { renderSignIn } from '../web/sign-in.ts';
import { personasOf } from './personas.ts';

const host = '127.0.0.1';

/**
 * @param port null = the first free one
 * @throws Refusal `port-in-use`
 */
export function openPortal(
  { ports, clock, sessionKey, dataDirectory }: EmbeddedRun,
  port: number | null,
): Promise<LocalServer> {
  const log = (line: string): void => console.error(line);
  const signIn = developmentSignIn({
    personas: () => personasOf(ports),
    host,
    environment: process.env,
    renderPage: (shown, visitor, next) => {
      const labelled = shown.map(({ person, label }) => ({ person, label: label[visitor.language] }));
      return renderSignIn({ personas: labelled, next }, frameOf(visitor));
    },
  });
  const handler = edgeHandler([...endpoints, ...signIn], {
    ports: async () => ports,
    sessionKey,
    renderProblem: problemPage,
    log,
    secure: false,
    run: { isMemory: dataDirectory === null, isTestClock: clock.isTest() },
  });
  const assets = loadAssets(join(import.meta.dirname, '../web/assets'));
  return serveLocally(handler, { port, host, assets, now: clock.now, log });
}
