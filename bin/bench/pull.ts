// A git repository pulled whole, then once more with nothing new in it.
import { join } from 'node:path';
import { jobs } from '../../functions/jobs.ts';
import { openEmbedded } from '../../lib/edge/embedded.ts';
import { pullContributions } from '../../lib/use-cases/pull-contributions.ts';
import { type BenchCase, stopwatch } from './bench-case.ts';
import { makeRegistry, project } from './made-company.ts';
import { makeRepository } from './made-repository.ts';

export const pullCase: BenchCase = {
  summary: {
    fr: 'relève d’un dépôt git de tant de commits, puis une seconde, où rien n’est nouveau',
    en: 'a pull of a git repository of so many commits, then another one with nothing new',
  },
  sizes: [1_000, 10_000],
  run: async (commits, { folder, afterwards }) => {
    const repository = await makeRepository(folder, commits);
    const { ports, close } = await openEmbedded(jobs, { dataDirectory: join(folder, 'data'), environment: {} });
    afterwards(close);
    const by = await makeRegistry(ports, repository);
    const asked = { project, by, seenBy: 'pull', progress: () => undefined } as const;
    const first = stopwatch();
    const { written, repositories } = await pullContributions(ports, asked);
    const seconds = first();
    const second = stopwatch();
    const again = await pullContributions(ports, asked);
    const secondSeconds = second();
    if (written < commits || again.written > 0) throw new Error(`pull: ${written} rows, then ${again.written}`);
    return {
      seconds,
      figures: {
        rows: { label: { fr: 'lignes, co-auteurs compris', en: 'rows, co-authors included' }, value: written },
        authors: { label: { fr: 'auteurs', en: 'authors' }, value: repositories[0]!.authors },
        rowsPerSecond: {
          label: { fr: 'lignes par seconde', en: 'rows a second' },
          value: Math.round(written / seconds),
        },
        secondSeconds: { label: { fr: 'secondes, seconde relève', en: 'seconds, second pull' }, value: secondSeconds },
        secondRows: {
          label: { fr: 'lignes écrites, seconde relève', en: 'rows written, second pull' },
          value: again.written,
        },
      },
    };
  },
};
