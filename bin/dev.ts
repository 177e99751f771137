// The main job: the sample through all stops, its statements verified, then the portal. `communs dev` loads it when it is asked for.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { rail } from '../examples/cast.ts';
import { invitations } from '../examples/play/invitations.ts';
import { actsPlayed, factsNow, play, sampleLink } from '../examples/play/play.ts';
import { sampleForge } from '../examples/play/sample-forge.ts';
import { scenario } from '../examples/scenario.ts';
import { jobs } from '../functions/jobs.ts';
import type { Persona } from '../lib/edge/development-sign-in.ts';
import { type EmbeddedRun, openEmbedded } from '../lib/edge/embedded.ts';
import type { LocalServer } from '../lib/edge/local-server.ts';
import type { VerificationResult } from '../lib/statement/verify.ts';
import { checkAndKeep } from '../lib/use-cases/last-check.ts';
import { forgetUnposted } from '../lib/use-cases/unposted.ts';
import { addresses } from '../web/addresses.ts';
import type { Outcome, Progress } from './frame/command.ts';
import { listenForStop } from './frame/stop-signal.ts';
import { personasOf } from './personas.ts';
import { openPortal } from './portal.ts';
import { alterCommand } from './sample/alter-command.ts';
import { type DevReport, type Door, devJson, devText } from './sample/dev-text.ts';
import { stopText } from './sample/stop-text.ts';
import { type WrittenStatement, writeStatements } from './sample/write-statements.ts';

export interface DevAsked {
  readonly data: string | undefined;
  readonly memory: boolean;
  /** Ends after the sample. */
  readonly once: boolean;
  /** Null = the first free one. */
  readonly port: number | null;
}

/** As somebody in this shell would name it. */
function shown(folder: string): string {
  const near = relative(process.cwd(), folder);
  return near.startsWith('..') ? folder : near;
}

async function playRest(run: EmbeddedRun, folder: string, played: number, progress: Progress): Promise<void> {
  const all = scenario.length;
  progress(
    played === all
      ? { fr: 'L’exemple a été joué à un lancement précédent.', en: 'The sample was played at an earlier start.' }
      : {
          fr: `L’exemple est joué sur une horloge TEST : actes ${played + 1} à ${all}.`,
          en: `The sample is played on a TEST clock: acts ${played + 1} to ${all}.`,
        },
    true,
  );
  const forge = await sampleForge(join(folder, 'git'), run.clock);
  if (forge.gitMissing !== null && played < all) progress(forge.gitMissing.detail, true);
  await play(run, forge, played, (stop) => progress(stopText(stop), true));
}

async function doorsOf(run: EmbeddedRun, personas: readonly Persona[], portal: string): Promise<readonly Door[]> {
  const doors = (await invitations(run.ports)).flatMap(({ person, path, awaits }): Door[] => {
    const query = new URLSearchParams({ person, next: path });
    const persona = personas.find((one) => one.person === person);
    // Whoever played on may have taken her roles from her.
    if (persona === undefined) return [];
    return [{ name: persona.label, awaits, address: `${portal}${addresses.signIn}?${query}` }];
  });
  const { path, secret, code } = await sampleLink(run);
  const auditor = {
    name: { fr: 'Vérificatrice', en: 'Auditor' },
    awaits: {
      fr: `ouvrir l’état par son lien : SIREN ${rail.siren}, code ${code}`,
      en: `open the statement by her link: SIREN ${rail.siren}, code ${code}`,
    },
    address: `${portal}${path}#${secret}`,
  };
  return [...doors, auditor];
}

async function alterOf(statements: readonly WrittenStatement[]): Promise<string | null> {
  const statement = statements.find(({ siren }) => siren === rail.siren);
  if (statement === undefined) return null;
  return alterCommand(await readFile(join(statement.folder, 'statement.jws'), 'utf8'), shown(statement.folder));
}

/** What must be closed at every end. */
interface Stage {
  readonly run: EmbeddedRun;
  /** The data directory, or one that goes when the command ends. */
  readonly folder: string;
  portal: LocalServer | null;
}

async function openStage({ data, memory }: DevAsked): Promise<Stage> {
  const run = await openEmbedded(jobs, { ...(data !== undefined && { dataDirectory: data }), memory });
  return { run, folder: run.dataDirectory ?? (await mkdtemp(join(tmpdir(), 'communs-'))), portal: null };
}

async function close({ run, folder, portal }: Stage): Promise<void> {
  await portal?.close();
  await run.close();
  if (run.dataDirectory === null) await rm(folder, { recursive: true, force: true });
}

async function carryOut(stage: Stage, { once, port }: DevAsked, progress: Progress): Promise<DevReport> {
  const started = performance.now();
  const { run, folder } = stage;
  const isKept = run.dataDirectory !== null;
  // Asked before half a minute of work, not after.
  if (!once && port !== null) await (await openPortal(run, port)).close();
  const played = await actsPlayed(run);
  if (played === null) await run.catchUp();
  else await playRest(run, folder, played, progress);
  await run.settleLog();
  const statements = played === null ? [] : await writeStatements(run.ports, join(folder, 'out'));
  const facts = (await factsNow(run.ports)).count;
  const report = {
    sample: played === null ? null : { acts: scenario.length, playedNow: scenario.length - played },
    ...{ facts, seconds: Math.round((performance.now() - started) / 1000), isKept },
    statements: statements.map(({ number, siren, folder: at, verification: { result } }) => ({
      ...{ number, siren, result },
      folder: isKept || !once ? shown(at) : null,
    })),
  };
  if (once) return { ...report, portal: null };
  // As schedules do it every night in the cloud: the status page has an answer.
  await forgetUnposted(run.ports);
  await checkAndKeep(run.ports);
  run.attendPulls();
  run.attendLog();
  stage.portal = await openPortal(run, port);
  const { address } = stage.portal;
  const doors = played === null ? [] : await doorsOf(run, await personasOf(run.ports), address);
  return { ...report, portal: { address, doors, alter: await alterOf(statements) } };
}

const isBroken: ReadonlySet<VerificationResult> = new Set(['invalid', 'incomplete']);

/**
 * @throws Refusal `port-in-use`, `data-directory-not-writable`, `engine-missing`, `ledger-busy`; Interrupted at a signal, but for one
 * that ends the portal
 */
export async function dev(asked: DevAsked, progress: Progress): Promise<Outcome> {
  const stop = listenForStop();
  const stage = await openStage(asked);
  const end = async (): Promise<void> => {
    await close(stage);
    stop.letGo();
  };
  try {
    const report = await stop.during(carryOut(stage, asked, progress));
    if (asked.once) await end();
    return {
      exitCode: report.statements.some(({ result }) => isBroken.has(result)) ? 1 : 0,
      json: (language) => devJson(report, language),
      text: () => devText(report),
      ...(!asked.once && {
        afterwards: async () => {
          await stop.heard;
          await end();
        },
      }),
    };
  } catch (error) {
    await end();
    throw error;
  }
}
