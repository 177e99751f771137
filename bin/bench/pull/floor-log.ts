// The least that reading a history with git can take: `git log` with what an event needs, thrown away as it comes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Prepare } from './way.ts';

const format = ['%H', '%P', '%an', '%ae', '%at', '%ce', '%ct', '%B'].join('%x1f');

export const prepare: Prepare =
  async (_load, { clone }) =>
  async () => {
    const git = spawn('git', ['-C', clone, 'log', 'refs/heads/main', '-z', `--format=${format}`], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    git.stdout.resume();
    const [code] = (await once(git, 'close')) as [number | null];
    if (code !== 0) throw new Error(`bench: git log ended with ${code}`);
    return null;
  };
