// A small made-up set as communs assess reads it: two companies, two projects, one developer at both, one licence that changed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const sha = (letter: string): string => letter.repeat(40);

interface MadeCommit {
  readonly letter: string;
  readonly day: string;
  readonly address: string;
  readonly name?: string;
  readonly lines?: number;
}

const commitLine = ({ letter, day, address, name = 'Alix Aubert', lines = 200 }: MadeCommit): string =>
  JSON.stringify({
    ...{ sha: sha(letter), tree: sha(letter), parents: 1, author: name, author_email: address },
    ...{ author_date: `${day}T23:30:00-05:00`, committer_email: address, committer_date: `${day}T23:40:00-05:00` },
    ...{ additions: lines, deletions: 0, patch_id: null, reverts: null, cherry_picked_from: null },
  });

const recording = (commits: readonly MadeCommit[]): Buffer => gzipSync(commits.map(commitLine).join('\n'));

/** The lines of the first company, in order: row 2 and on. */
export const rowsOfA = [
  'A1;LIB;12/03/2024;7,00',
  'A1;LIB;12/03/2024;7,00',
  'A1;LIB;19/03/2024;3,50',
  'A1;LIB;16/03/2024;2,00',
  'A1;LIB;02/01/2024;7,00',
  'A1;OLD;22/03/2024;7,00',
  'A1;LIB;26/03/2024;11,00',
  'A1;LIB;28/03/2024;4,00',
  'A1;LIB;04/04/2024;4,00',
  'A1;LIB;18/04/2024;4,00',
];

/** @returns the arguments of `communs assess` for the set written into `folder` */
export function makeTriageFolder(folder: string): string[] {
  const place = (...names: string[]): string => join(folder, ...names);
  for (const name of ['files', 'commits']) mkdirSync(place(name), { recursive: true });
  writeFileSync(place('files', 'A.csv'), ['Matricule;Code projet;Date;Heures', ...rowsOfA].join('\r\n'));
  // Company B counts in days of 7.8 hours.
  writeFileSync(
    place('files', 'B.csv'),
    ['Matricule;Code projet;Date;Jours', 'B9;LIB;28/03/2024;0,500', 'B9;LIB;11/04/2024;1,000'].join('\r\n'),
  );
  writeFileSync(
    place('commits', 'lib__core.jsonl.gz'),
    recording([
      { letter: 'd', day: '2024-04-18', address: 'alix@other.example', lines: 20 },
      { letter: 'c', day: '2024-04-11', address: 'alix@b.example' },
      { letter: 'b', day: '2024-04-04', address: 'alix@home.example', name: 'aa', lines: 20 },
      { letter: 'a', day: '2024-03-12', address: 'alix@a.example', lines: 20 },
    ]),
  );
  writeFileSync(
    place('projects.json'),
    JSON.stringify({
      projects: {
        LIB: { repos: ['lib/core', 'lib/unseen'], licence_event: null },
        OLD: { repos: [], licence_event: { date: '2024-03-20', before: 'BSD-3-Clause', after: 'RSALv2 OR SSPLv1' } },
      },
      companies: [
        { id: 'A', day_hours: 7 },
        { id: 'B', day_hours: 7.8 },
      ],
    }),
  );
  writeFileSync(
    place('secondments.csv'),
    [
      'matricule,company,person,project,start,end,quota,declared_emails,undeclared_aliases',
      'A1,A,p-1,LIB,2024-02-01,2024-12-31,1.0,alix@a.example alix@b.example,alix@home.example',
      'A1,A,p-1,OLD,2024-02-01,2024-12-31,1.0,alix@a.example,',
      'B9,B,p-1,LIB,2024-02-01,,1.0,Alix@B.example,',
    ].join('\n'),
  );
  writeFileSync(
    place('labels.csv'),
    [
      'claim_id,file,row,company,matricule,person,project,date,hours,label,subtype,reference_hours,eligible_hours,evidence',
      'C1,A.csv,2,A,A1,p-1,LIB,2024-03-12,7.0,supported,same_day,7.0,7.0,',
    ].join('\n'),
  );
  return [
    ...['assess', '--timesheets', place('files'), '--commits', place('commits')],
    ...['--projects', place('projects.json'), '--secondments', place('secondments.csv')],
  ];
}
