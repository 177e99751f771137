// What others would take, installed where the user says: they are measured beside ours and no part of the product.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Outcome } from '../../frame/command.ts';

/**
 * By npm, out of the registry that the user's npm knows, in the versions of bin/bench/peers/package.json.
 * @param beside the bench that is told to go on with
 */
export async function setUpPeers(folder: string, beside: string): Promise<Outcome> {
  await mkdir(folder, { recursive: true });
  await copyFile(resolve(import.meta.dirname, '../peers/package.json'), join(folder, 'package.json'));
  // What npm says is for the eyes of the user: standard output is for the answer.
  const npm = spawn('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 2, 2] });
  const [code] = (await once(npm, 'close')) as [number | null];
  return {
    exitCode: code === 0 ? 0 : 1,
    json: () => ({ folder, npmExitCode: code }),
    text: (language) =>
      code === 0
        ? {
            fr: `Installés : « communs bench ${beside} --peers ${folder} ».`,
            en: `Installed: 'communs bench ${beside} --peers ${folder}'.`,
          }[language]
        : { fr: `npm s’est arrêté avec ${code}.`, en: `npm ended with ${code}.` }[language],
  };
}
