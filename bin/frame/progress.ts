// How far long work is, on standard error: nothing in the first second, then one line a second at most.
import type { Language } from '../../lib/model/text.ts';
import type { Progress } from './command.ts';

export function progressOn(write: (line: string) => void, language: Language): Progress {
  let last = Date.now();
  return (says) => {
    const now = Date.now();
    if (now - last < 1000) return;
    last = now;
    write(`${says[language]}\n`);
  };
}
