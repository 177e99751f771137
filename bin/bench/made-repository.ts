// A bare git repository with as many commits as asked for, by `git fast-import`: the same ids on every machine.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { drawFrom } from '../../examples/random.ts';
import { runGit } from '../../examples/repository/make-repository.ts';

const authors = 200;
const firstSecond = Date.UTC(2025, 0, 2, 8) / 1000;
const zones = ['+0100', '+0000', '-0500', '+0530'] as const;

const block = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

function stream(commits: number): string {
  const draw = drawFrom(`repository ${commits}`);
  const parts: string[] = ['feature done\n'];
  let second = firstSecond;
  for (let n = 1; n <= commits; n += 1) {
    second += draw.between(60, 3600);
    const author = draw.between(1, authors);
    const person = `Personne ${author} <p${author}@banc.example> ${second} ${draw.oneOf(zones)}`;
    const message = `Change ${n}${draw.chance(33) ? `\n\nCo-authored-by: Personne 0 <p0@banc.example>` : ''}\n`;
    const file = `M 100644 inline f${draw.between(1, 50)}\n${block(`${n}\n`)}`;
    parts.push(`commit refs/heads/main\nauthor ${person}\ncommitter ${person}\n${block(message)}${file}\n`);
  }
  parts.push('done\n');
  return parts.join('');
}

/** @returns where it is @throws Refusal `git-missing` */
export async function makeRepository(folder: string, commits: number): Promise<string> {
  const path = join(folder, 'banc.git');
  await mkdir(folder, { recursive: true });
  await runGit(['init', '--quiet', '--bare', '--initial-branch=main', path]);
  await runGit(['-C', path, 'fast-import', '--quiet', '--done'], Buffer.from(stream(commits)));
  return path;
}
