// One small company from its first file to its statement, as a list of acts that can each be carried out again.
import type { MemoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { DeclarationFile } from '../../lib/intake/declarations/file-text.ts';
import type { PostingView } from '../../lib/ledger/views/company-views.ts';
import type { ForgeCommit } from '../../lib/ports/forge.ts';
import type { Ports } from '../../lib/ports.ts';
import { acceptIdentity } from '../../lib/use-cases/accept-identity.ts';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { answerContributions } from '../../lib/use-cases/answer-contributions.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { checkMonth } from '../../lib/use-cases/check-month.ts';
import { type ChoiceSaid, chooseReading } from '../../lib/use-cases/choose-reading.ts';
import { completeMonths } from '../../lib/use-cases/complete-months.ts';
import { correctTime } from '../../lib/use-cases/correct-time.ts';
import { corroborate } from '../../lib/use-cases/corroborate.ts';
import { declareAbsences } from '../../lib/use-cases/declare-absences.ts';
import { declaredTime, standingAmount } from '../../lib/use-cases/declared-time.ts';
import { enrolCompany } from '../../lib/use-cases/enrol-company.ts';
import { proposalsOf } from '../../lib/use-cases/identities.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { keepUpload } from '../../lib/use-cases/keep-upload.ts';
import { companyBook, companyOf, developerOf, enrolLogin, personOf } from '../../lib/use-cases/people.ts';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { pullContributions } from '../../lib/use-cases/pull-contributions.ts';
import { recordPay } from '../../lib/use-cases/record-pay.ts';
import { register } from '../../lib/use-cases/register.ts';
import { showWork } from '../../lib/use-cases/show-work.ts';
import { undoTimesheet } from '../../lib/use-cases/undo-timesheet.ts';
import { vouchIdentities } from '../../lib/use-cases/vouch-identities.ts';
import { sayNoOtherAid } from '../no-other-aid.ts';

export interface Act {
  readonly name: string;
  readonly carryOut: (ports: Ports) => Promise<unknown>;
}

const file = (name: string, text: string): DeclarationFile => ({ name, bytes: new TextEncoder().encode(text) });

export const siren = '999001001';
export const repositoryUrl = 'https://git.example/rails.git';

const registry = {
  foundations: [{ id: 'rails', name: 'Rails', country: 'FR', registration: null, kind: 'public-utility' }],
  projects: [
    {
      id: 'points',
      name: 'Points',
      foundation: 'rails',
      repositories: [{ url: repositoryUrl }],
      licences: [{ spdx: 'EUPL-1.2', from: '2020-01-01', to: null, evidence: 'LICENSE' }],
      eligibility: [{ eligible: true, from: '2020-01-01', to: null, decidedBy: ['outsider'], reason: 'invented' }],
    },
  ],
  signatories: [
    {
      person: 'signatory',
      name: 'Signatory',
      foundation: 'rails',
      capacity: 'president',
      from: '2020-01-01',
      to: null,
    },
  ],
};

export const company = {
  ...{ siren, name: 'Rail Exemple', fiscalYearEnd: '12-31', dayMinutes: 420, unit: 'minute' },
  ...{ corporateTax: true, region: 'metropole', since: '2020-01-01' },
  people: [
    { id: 'hr', name: 'Human Resources', roles: ['hr', 'pay'] },
    { id: 'finance-1', name: 'Finance One', roles: ['finance'] },
    { id: 'finance-2', name: 'Finance Two', roles: ['finance'] },
  ],
};

export const secondments = [
  'Matricule;Nom;Adresses;Projets;Fondation;Début;Fin;Quotité;Régime;Forme juridique;Convention;Avenant;Consentement',
  'R-1;Alice Vernois;alice@rail.example;points;rails;01/01/2025;;2/5;heures;prêt;10/12/2024;12/12/2024;12/12/2024',
  'R-2;Bastien Corvoisier;bastien@rail.example;points;rails;01/01/2025;;2/5;heures;prêt;10/12/2024;12/12/2024;12/12/2024',
].join('\n');

const identities = ['Matricule;Adresse;Preuve;Depuis', 'R-1;alice@rail.example;attestée;01/01/2025'].join('\n');

/** Tuesday 4, Wednesday 5, and Saturday 8 March 2025. */
export const timesheet = [
  'Matricule;Date;Projet;Heures',
  'R-1;04/03/2025;Points;7,00',
  'R-1;05/03/2025;Points;3,50',
  'R-2;04/03/2025;Points;5,25',
  'R-2;08/03/2025;Points;2,25',
].join('\n');

const pay = [
  'Matricule;Période du;Au;Brut;Accessoires;Charges éligibles;Charges exclues;Base de temps (heures);Origine de la base;Empreinte du fichier de paie',
  `R-1;01/01/2025;31/12/2025;42 000,00;1 200,50;16 000,00;2 000,00;1607;réel;${'ab'.repeat(32)}`,
  `R-2;01/01/2025;31/12/2025;39 000,00;0;15 000,00;2 000,00;1607;réel;${'ab'.repeat(32)}`,
].join('\n');

const commit = (sha: string, day: string): ForgeCommit => ({
  sha: sha.repeat(40),
  tree: sha.repeat(40),
  parents: [],
  authorName: 'Alice Vernois',
  authorAddress: 'alice@rail.example',
  authoredAt: `${day}T17:00:00+01:00`,
  authorAccount: null,
  committedAt: `${day}T17:00:00+01:00`,
  coAuthors: [],
  subject: 'Set the points',
  changedLines: 60,
  patchId: null,
  reverts: null,
  cherryPickedFrom: null,
  onDefaultBranch: true,
  pullRequest: null,
  signed: false,
});

/** What the forge shows; a test may give it an empty one. */
export const sampleRepository = (commits: readonly ForgeCommit[] = [commit('b', '2025-03-05')]) => ({
  tips: commits[0] === undefined ? {} : { 'refs/heads/main': commits[0].sha },
  defaultBranch: 'main',
  commits,
});

export const openForge = (world: MemoryWorld): void => {
  world.repositories.set(repositoryUrl, sampleRepository());
};

const person = async (ports: Ports, login: string): Promise<string> => (await enrolLogin(ports, login)).id;
const march = { from: '2025-03-01', to: '2025-03-31' };
const asked = { fiscalYear: 2025, scheme: 'digital-commons-investor' } as const;
const alice = (ports: Ports): Promise<string> => personOf(ports, `${siren}/R-1`);

const postIt = async (ports: Ports) => {
  const answer = await postTimesheet(ports, {
    company: await companyOf(ports, siren),
    by: await person(ports, 'hr'),
    file: { name: 'mars.csv', bytes: new TextEncoder().encode(timesheet) },
    year: 2025,
    accept: [],
  });
  if ('preview' in answer) throw new Error(JSON.stringify(answer.preview.problems));
  return answer.receipt;
};

const answerFor = async (ports: Ports, matricule: string, answer: 'confirmed' | 'partly', amount: number | null) => {
  const at = await companyOf(ports, siren);
  const { developer } = await developerOf(ports, at, matricule);
  return answerContributions(ports, {
    ...{ by: await personOf(ports, 'signatory'), foundation: 'rails', company: at, developer, project: 'points' },
    ...{ month: '2025-03', answer, amount, comment: null },
  });
};

/** @param reason to open it again; null to declare it complete */
const completeMarch = async (ports: Ports, reason: string | null) =>
  completeMonths(ports, {
    ...{ company: await companyOf(ports, siren), by: await person(ports, 'hr'), month: '2025-03' },
    ...{ developers: [await alice(ports)], complete: reason === null, reason },
  });

export const acts: readonly Act[] = [
  {
    name: 'registry',
    carryOut: async (ports) =>
      register(ports, { by: await person(ports, 'registrar'), file: file('registry.json', JSON.stringify(registry)) }),
  },
  {
    name: 'company',
    carryOut: async (ports) =>
      enrolCompany(ports, { by: await person(ports, 'hr'), file: file('company.json', JSON.stringify(company)) }),
  },
  {
    name: 'secondments',
    carryOut: async (ports) =>
      agreeSecondments(ports, {
        company: await companyOf(ports, siren),
        by: await person(ports, 'hr'),
        file: file('secondments.csv', secondments),
      }),
  },
  {
    name: 'identities',
    carryOut: async (ports) =>
      vouchIdentities(ports, {
        company: await companyOf(ports, siren),
        by: await person(ports, 'hr'),
        file: file('identities.csv', identities),
      }),
  },
  {
    name: 'accept identity',
    carryOut: async (ports) => {
      const at = await companyOf(ports, siren);
      const developer = await alice(ports);
      const [proposal] = await proposalsOf(ports, at, developer);
      return acceptIdentity(ports, { company: at, by: developer, developer, author: proposal!.author });
    },
  },
  { name: 'import', carryOut: postIt },
  {
    name: 'undo',
    carryOut: async (ports) => {
      const at = await companyOf(ports, siren);
      const [first] = await (await readBook(ports, companyBook(at))).list('postings');
      const { seq } = first!.value as unknown as PostingView;
      return undoTimesheet(ports, { company: at, by: await person(ports, 'hr'), timesheet: seq });
    },
  },
  { name: 'import again', carryOut: postIt },
  {
    name: 'absences',
    carryOut: async (ports) =>
      declareAbsences(ports, {
        company: await companyOf(ports, siren),
        by: await person(ports, 'hr'),
        file: file('conges.csv', 'Matricule;Du;Au\nR-2;10/03/2025;12/03/2025'),
        year: 2025,
      }),
  },
  { name: 'complete', carryOut: (ports) => completeMarch(ports, null) },
  { name: 'open again', carryOut: (ports) => completeMarch(ports, 'Un relevé manquait.') },
  {
    name: 'read otherwise',
    carryOut: async (ports) => {
      const at = await companyOf(ports, siren);
      const sheet = file(
        'avril.csv',
        'Alpha;Date;Projet;Heures\nR-2;01/04/2025;Points;5h75\nX-9;01/04/2025;Points;7,20',
      );
      const by = await person(ports, 'hr');
      const sha256 = await keepUpload(ports, at, sheet);
      const choose = (said: ChoiceSaid, choices: string | null) =>
        chooseReading(ports, { company: at, by, year: 2025, sha256, choices, said });
      const columns = { 'person-id': 'Alpha' };
      const layout = await choose({ what: 'layout', layout: { columns }, keepAs: 'Relevé' }, null);
      const cells = await choose({ what: 'cells', cells: { '!D2': '5:45' } }, layout.choices);
      return choose({ what: 'not-needed', people: ['X-9'], projects: [] }, cells.choices);
    },
  },
  {
    name: 'import with choices and reasons',
    carryOut: async (ports) => {
      const at = await companyOf(ports, siren);
      const answer = await postTimesheet(ports, {
        company: at,
        by: await person(ports, 'hr'),
        file: file('janvier.csv', 'Alpha;Date;Projet;Heures\nR-2;03/01/2026;Points;3,20'),
        year: 2026,
        choices: { columns: { 'person-id': 'Alpha' } },
        accept: [],
        reasons: { weekend: 'Mise en production.' },
      });
      if ('preview' in answer) throw new Error(JSON.stringify(answer.preview.problems));
      return answer.receipt;
    },
  },
  {
    name: 'pull',
    carryOut: async (ports) =>
      pullContributions(ports, {
        ...{ project: 'points', by: await person(ports, 'registrar'), seenBy: 'pull' },
        progress: () => undefined,
      }),
  },
  {
    name: 'match',
    carryOut: async (ports) =>
      corroborate(ports, {
        company: await companyOf(ports, siren),
        by: await person(ports, 'registrar'),
        period: march,
      }),
  },
  {
    name: 'check',
    carryOut: async (ports) => {
      const developer = await alice(ports);
      return checkMonth(ports, {
        ...{ company: await companyOf(ports, siren), by: developer, developer, month: '2025-03' },
        ...{ answer: 'checked', entries: null, comment: null },
      });
    },
  },
  {
    name: 'show work',
    carryOut: async (ports) => {
      const [company, developer] = [await companyOf(ports, siren), await alice(ports)];
      const { entries } = await declaredTime(ports, await readBook(ports, companyBook(company)), march, developer);
      return showWork(ports, {
        ...{
          company,
          by: developer,
          developer,
          month: '2025-03',
          entry: entries.find((one) => standingAmount(one) > 0)!.entry,
        },
        ...{ text: 'Compte rendu de réunion', link: 'https://notes.example/reunion' },
      });
    },
  },
  { name: 'confirm', carryOut: (ports) => answerFor(ports, 'R-1', 'confirmed', null) },
  { name: 'confirm in part', carryOut: (ports) => answerFor(ports, 'R-2', 'partly', 120) },
  {
    name: 'pay',
    carryOut: async (ports) =>
      recordPay(ports, {
        company: await companyOf(ports, siren),
        by: await person(ports, 'hr'),
        file: file('pay.csv', pay),
      }),
  },
  {
    name: 'no other aid',
    carryOut: async (ports) =>
      sayNoOtherAid(ports, {
        company: await companyOf(ports, siren),
        by: await person(ports, 'finance-1'),
        year: asked.fiscalYear,
      }),
  },
  {
    name: 'prepare',
    carryOut: async (ports) =>
      prepareStatement(ports, {
        company: await companyOf(ports, siren),
        ...asked,
        by: await person(ports, 'finance-1'),
      }),
  },
  {
    name: 'issue',
    carryOut: async (ports) =>
      issueStatement(ports, { company: await companyOf(ports, siren), ...asked, by: await person(ports, 'finance-2') }),
  },
  {
    name: 'correct',
    carryOut: async (ports) => {
      const developer = await alice(ports);
      return correctTime(ports, {
        ...{ company: await companyOf(ports, siren), by: await person(ports, 'hr'), developer, day: '2025-03-05' },
        ...{ project: 'points', unit: 'minute', delta: -60, reason: 'Formation interne.' },
      });
    },
  },
];

const before =
  (next: string) =>
  async (ports: Ports): Promise<void> => {
    for (const { name, carryOut } of acts) {
      if (name === next) return;
      await carryOut(ports);
    }
  };

/** All that comes before the first timesheet: registry, company, people and their papers. */
export const beforeTime = before('import');
/** All that comes before a statement is prepared. */
export const beforePreparing = before('prepare');
