// communs bench verify: what checking a statement takes, beside jose and beside node that does nothing.
import { offlinePage } from '../../../lib/statement/bundle/offline-page.ts';
import type { Goal } from '../beside/goals.ts';
import type { Job } from '../beside/jobs.ts';
import { jobsBench } from '../beside/jobs-bench.ts';

const ours = 'communs';

export const verifyJobs: readonly Job[] = [
  {
    ...{ job: 'one', sizes: [10_000], goalsFrom: 10_000 },
    name: { fr: 'signature et preuve', en: 'signature and proof' },
    title: {
      fr: 'autant de fois une signature ES256 et une preuve d’inclusion de 20 étages',
      en: 'so many times one ES256 signature and one inclusion proof of 20 levels',
    },
    ways: [
      { way: ours, entry: 'verify/one-ours', packages: [] },
      { way: 'jose + proof by hand', entry: 'peers/jose', packages: ['jose'], oursAtMost: 1 },
      { way: 'node:crypto, by hand (floor)', entry: 'verify/one-floor', packages: [], oursAtMost: 1.3 },
    ],
  },
  {
    ...{ job: 'proof', sizes: [1_000, 1_000_000], goalsFrom: 1_000, growth: { times: 1_000, atMost: 2 } },
    name: { fr: 'preuve', en: 'proof' },
    title: {
      fr: 'dix mille preuves d’inclusion, dans un journal d’autant d’entrées',
      en: 'ten thousand inclusion proofs, in a log of so many entries',
    },
    ways: [{ way: ours, entry: 'verify/proof-ours', packages: [] }],
  },
  {
    ...{ job: 'entries', sizes: [10_000, 100_000], goalsFrom: 10_000 },
    name: { fr: 'lignes', en: 'rows' },
    title: {
      fr: 'racine d’un état recalculée d’autant de lignes de temps',
      en: 'root of a statement worked out again from so many lines of time',
    },
    ways: [
      { way: ours, entry: 'verify/entries-ours', packages: [] },
      { way: 'JSON.parse, by hand (floor)', entry: 'verify/entries-by-hand', packages: [] },
    ],
  },
  {
    ...{ job: 'cli', sizes: [1], goalsFrom: 1, mebibytesAtMost: 80 },
    name: { fr: '« communs verify »', en: "'communs verify'" },
    title: {
      fr: '« communs verify » sur le dossier d’exemple, du démarrage à la fin',
      en: "'communs verify' over the sample bundle, from start to end",
    },
    ways: [
      { way: ours, entry: 'verify/cli-ours', packages: [] },
      { way: 'node -e 0 (floor)', entry: 'verify/cli-empty', packages: [], oursAtMost: 3 },
    ],
  },
];

/** @returns bytes of script in verify.html, as it is handed over */
export const scriptBytes = (): number =>
  [...offlinePage.matchAll(/<script>([\s\S]*?)<\/script>/g)].reduce(
    (sum, [, text]) => sum + Buffer.byteLength(text!),
    0,
  );

const script = (): Goal => ({
  ...{ name: 'script', size: 1, atMost: 60_000, found: scriptBytes() },
  says: { fr: 'octets de script dans verify.html', en: 'bytes of script in verify.html' },
});

export const verifyBench = jobsBench({ bench: 'verify', jobs: verifyJobs, sizes: [], counts: () => [script()] });
