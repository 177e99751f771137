// Which processes there are, from /proc: the embedded engine is built for Linux only, and a process tells its own arguments.
import { readdir, readFile } from 'node:fs/promises';

/** Null for a process that ended meanwhile, or is not ours to look at. */
const fileOf = (pid: string | number, name: string): Promise<string | null> =>
  readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => null);

export interface RunningEngine {
  readonly pid: number;
  readonly port: number;
}

/** @param database absolute path @returns the engines that serve it, whoever started them and however that one ended */
export async function enginesOn(database: string): Promise<readonly RunningEngine[]> {
  const found: RunningEngine[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const words = (await fileOf(pid, 'cmdline'))?.split('\0') ?? [];
    const after = (option: string): string | undefined => words[words.indexOf(option) + 1];
    if (words[1] === 'serve' && words.includes('--db-path') && after('--db-path') === database) {
      found.push({ pid: Number(pid), port: Number(after('--port')) });
    }
  }
  return found;
}

/** @returns a name that no other process has or will have until the machine starts again; null if no such process runs */
export async function processName(pid: number): Promise<string | null> {
  const stat = await fileOf(pid, 'stat');
  if (stat === null) return null;
  // proc(5): after the program's name in parentheses come the state, Z for the dead, and as 20th the start in ticks since boot.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? null : `${pid}-${fields[19]}`;
}
