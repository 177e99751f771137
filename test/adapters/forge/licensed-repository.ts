// Repositories whose licences change as those of three real projects did: their instants, commits of ours, texts of the SPDX list.
import full from 'spdx-license-list/full.js';
import { git } from './git-history.ts';

export const textOf = (id: string): string => full[id]!.licenseText;

/** As files of that licence are filled in: its parameters first, the covenants left out. */
export const businessSourceText = [
  'Parameters\n\nLicensor: Example Corporation\nLicensed Work: Infrastructure tool 1.6 or later\n',
  'Additional Use Grant: production use, unless it is offered to others as a competing service\n\nBusiness Source License 1.1\n\nTerms\n',
  textOf('BUSL-1.1').split('Covenants of Licensor')[0]!,
].join('\n');

/** Terms of ours under the title of those that the list has no text of. */
const sourceAvailable = `1. Redis Source Available License 2.0 (RSALv2) Agreement\n\n${'These are invented terms that allow a use and forbid another one. '.repeat(20)}`;
export const dualText = [
  'Contributions are subject to the user’s choice of (a) the Redis Source Available License v2; or (b) the Server Side Public License v1.',
  sourceAvailable,
  `2. SSPLv1\n\n${textOf('SSPL-1.0')}`,
].join('\n\n');
export const tripleText = [
  'Contributions are subject to your choice of (a) the Redis Source Available License v2; (b) the Server Side Public License v1; or (c) the GNU AGPL v3.',
  sourceAvailable,
  `2. SSPLv1\n\n${textOf('SSPL-1.0')}`,
  `3. AGPLv3\n\n${textOf('AGPL-3.0-only')}`,
].join('\n\n');

export interface LicenceCommit {
  /** ISO 8601 with its own offset. */
  readonly at: string;
  /** Path → content; null: taken away. */
  readonly files: Readonly<Record<string, string | null>>;
  /** On another branch, which `mergedAt` brings to the default one. */
  readonly mergedAt?: string;
}

const counted = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

function gitDate(iso: string): string {
  const zone = /(?:Z|([+-]\d\d):(\d\d))$/.exec(iso);
  return `${Date.parse(iso) / 1000} ${zone?.[1] === undefined ? '+0000' : `${zone[1]}${zone[2]}`}`;
}

const person = 'Alix Exemple <alix@example.org>';
const filesOf = (files: LicenceCommit['files']): string =>
  Object.entries(files)
    .map(([path, text]) => (text === null ? `D ${path}\n` : `M 100644 inline ${path}\n${counted(text)}`))
    .join('');

/** Adds commits to `main` of a bare repository, made if it is missing. @returns their ids, in order: of a merged one its own, not the merge's */
export function addLicences(folder: string, commits: readonly LicenceCommit[]): string[] {
  git(folder, ['init', '--quiet', '--bare', '--initial-branch=main', folder]);
  return commits.map(({ at, files, mergedAt }) => {
    const hasMain = git(folder, ['for-each-ref', 'refs/heads/main']) !== '';
    const ref = mergedAt === undefined ? 'refs/heads/main' : 'refs/heads/change-of-licence';
    const from = hasMain ? 'from refs/heads/main^0\n' : '';
    const head = (name: string, when: string): string =>
      `commit ${name}\nauthor ${person} ${gitDate(when)}\ncommitter ${person} ${gitDate(when)}\n${counted('A change')}`;
    const add = (text: string): string => git(folder, ['fast-import', '--quiet', '--force'], text);
    add(`${head(ref, at)}${from}${filesOf(files)}\n`);
    if (mergedAt !== undefined) {
      const onMain = head('refs/heads/main', mergedAt);
      add(`${onMain}from refs/heads/main^0\nmerge ${ref}^0\n${filesOf(files)}\n`);
    }
    const sha = git(folder, ['rev-parse', ref]).trim();
    if (mergedAt !== undefined) git(folder, ['update-ref', '-d', ref]);
    return sha;
  });
}

/** terraform: MPL-2.0, then BUSL-1.1 on a branch that was merged an hour later, then years and wording. */
export const likeTerraform: readonly LicenceCommit[] = [
  { at: '2014-07-28T13:54:06-04:00', files: { LICENSE: textOf('MPL-2.0'), 'main.go': 'package main\n' } },
  { at: '2022-10-14T12:04:20-04:00', files: { LICENSE: `Copyright (c) 2014 Example\n\n${textOf('MPL-2.0')}` } },
  { at: '2023-08-10T23:43:21+01:00', mergedAt: '2023-08-10T17:58:09-05:00', files: { LICENSE: businessSourceText } },
  { at: '2023-08-16T15:18:19+02:00', files: { LICENSE: businessSourceText.replace('1.6', '1.6.0') } },
];

/** redis: BSD-3-Clause in COPYING, then two terms in another file, then an open third one beside them. */
export const likeRedis: readonly LicenceCommit[] = [
  { at: '2009-03-22T10:30:00+01:00', files: { COPYING: textOf('BSD-3-Clause') } },
  { at: '2020-06-25T12:36:37+02:00', files: { COPYING: `Copyright (c) 2006-2020\n\n${textOf('BSD-3-Clause')}` } },
  { at: '2024-03-20T22:38:24+00:00', files: { COPYING: null, 'LICENSE.txt': dualText } },
  { at: '2025-05-01T15:09:00+03:00', files: { 'LICENSE.txt': tripleText } },
];

/** minio: Apache-2.0, then AGPL: another licence, and still an open one. */
export const likeMinio: readonly LicenceCommit[] = [
  { at: '2014-10-30T21:51:52-07:00', files: { LICENSE: textOf('Apache-2.0') } },
  { at: '2021-04-23T11:58:53-07:00', files: { LICENSE: textOf('AGPL-3.0-only') } },
];
