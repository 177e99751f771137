// How far long work is, on standard error: nothing in the first second, then one line a second at most, but for the end of each part.
import type { Language } from '../../lib/model/text.ts';
import type { Progress } from './command.ts';

export function progressOn(write: (line: string) => void, language: Language): Progress {
  let last = Date.now();
  return (says, isStop = false) => {
    const now = Date.now();
    if (now - last < 1000 && !isStop) return;
    last = now;
    write(`${says[language]}\n`);
  };
}
