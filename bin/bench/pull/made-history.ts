// A bare git repository of as many commits as asked for, by `git fast-import`: the very one that the published figures were taken with.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { runGit } from '../../../examples/repository/make-repository.ts';
import { drawer } from '../beside/drawer.ts';

const authors = 2000;
const companies = 50;
const firstSecond = 1_735_689_600;
const secondsBetween = 30;
/** One commit in so many names a second author. */
const namedEvery = 3;
const piece = 1 << 18;

const person = (author: number): string => `Dev ${author} <dev${author}@corp${author % companies}.example>`;

function* commits(count: number): Generator<string> {
  const draw = drawer(11);
  for (let i = 0; i < count; i += 1) {
    const author = draw(authors);
    const when = `${firstSecond + i * secondsBetween + draw(secondsBetween)} +0200`;
    const subject = `module-${draw(50)}: change number ${i}\n\nLonger text of the change, to look like what people write.\n`;
    const trailers = `\nSigned-off-by: ${person(author)}\nCo-authored-by: ${person((author + 1) % authors)}\n`;
    const message = i % namedEvery === 0 ? subject + trailers : subject;
    const body = `line ${i}\n`.repeat(3);
    const head = `commit refs/heads/main\nauthor ${person(author)} ${when}\ncommitter ${person(author)} ${when}\n`;
    const file = `M 100644 inline d${draw(20)}/f${draw(10)}.txt\ndata ${body.length}\n${body}\n`;
    yield `${head}data ${Buffer.byteLength(message)}\n${message}${file}`;
  }
}

/** @param path where it goes @throws Refusal `git-missing` */
export async function makeHistory(path: string, count: number): Promise<void> {
  await runGit(['init', '--quiet', '--bare', '--initial-branch=main', path]);
  const git = spawn('git', ['-C', path, 'fast-import', '--quiet'], { stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = once(git, 'close') as Promise<[code: number | null]>;
  let text = '';
  for (const commit of commits(count)) {
    text += commit;
    if (text.length < piece) continue;
    if (!git.stdin.write(text)) await once(git.stdin, 'drain');
    text = '';
  }
  git.stdin.end(text);
  const [code] = await ended;
  if (code !== 0) throw new Error(`bench: git fast-import ended with ${code}`);
}
