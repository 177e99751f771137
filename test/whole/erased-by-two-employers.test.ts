// One person, lent by two companies: each erases her for itself, and what the other needs stays until the last of them has.
import { expect, it } from 'vitest';
import { acceptIdentity } from '../../lib/use-cases/accept-identity.ts';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { otherClaims } from '../../lib/use-cases/claim-time.ts';
import { enrolCompany } from '../../lib/use-cases/enrol-company.ts';
import { proposalsOf } from '../../lib/use-cases/identities.ts';
import { companyOf, developerOf, pidsOf } from '../../lib/use-cases/people.ts';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { vouchIdentities } from '../../lib/use-cases/vouch-identities.ts';
import { company, secondments } from './acts.ts';
import { after, aliceOf, asPerson, erase, worldAfterTheTerm } from './after-the-term.ts';
import { everything } from './everything.ts';
import { processOn } from './process.ts';

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

it('keeps her identity and her commits while another employer needs them, and then lets all of it go', async () => {
  const world = await worldAfterTheTerm();
  const { ports } = processOn(world);
  const rail = await aliceOf(ports);
  // The ministry lends her too, under the same address, and declares a day of hers.
  world.nowMs = Date.UTC(2032, 0, 10, 9);
  const siren = '999001746';
  const by = await asPerson(ports, 'hr');
  const people = [...company.people, { id: 'hr-2', name: 'Human Resources Two', roles: ['hr'] }];
  await enrolCompany(ports, {
    by,
    file: file('m.json', JSON.stringify({ ...company, siren, name: 'Ministère', people })),
  });
  const at = await companyOf(ports, siren);
  const [head, alice] = secondments.split('\n');
  const lent = alice!.replace('R-1', 'M-1').replace('01/01/2025;;', '01/01/2025;31/12/2031;');
  await agreeSecondments(ports, { company: at, by, file: file('m.csv', `${head}\n${lent}`) });
  await vouchIdentities(ports, {
    ...{ company: at, by },
    file: file('i.csv', 'Matricule;Adresse;Preuve;Depuis\nM-1;alice@rail.example;attestée;01/01/2025'),
  });
  const { developer } = await developerOf(ports, at, 'M-1');
  const [proposal] = await proposalsOf(ports, at, developer);
  await acceptIdentity(ports, { company: at, by: developer, developer, author: proposal!.author });
  expect(await pidsOf(ports, at, developer)).toEqual(await pidsOf(ports, rail.company, rail.developer));
  const posted = await postTimesheet(ports, {
    ...{ company: at, by, year: 2025, accept: [] },
    file: file('m.csv', 'Matricule;Date;Projet;Heures\nM-1;06/03/2025;Points;1,00'),
  });
  expect(posted).toHaveProperty('receipt');
  expect((await otherClaims(ports, at, developer)).claims.length).toBeGreaterThan(0);

  world.nowMs = after;
  await erase(ports, rail, 'hr');
  await erase(ports, rail, 'hr-2');
  expect(await checkLedger(ports)).toMatchObject({ findings: [], behind: [] });
  const kept = await everything(world, ports);
  // What the railway claimed is gone; her commit and her address are the ministry's evidence.
  expect((await otherClaims(ports, at, developer)).claims).toEqual([]);
  expect(kept.some((text) => /"author.*b{40}/.test(text))).toBe(true);
  expect(kept.some((text) => text.includes('alice@rail.example'))).toBe(true);
  expect(kept.some((text) => text.includes('R-1"'))).toBe(false);

  await erase(ports, { company: at, developer }, 'hr');
  expect(await erase(ports, { company: at, developer }, 'hr-2')).toMatchObject({ step: 'erased' });
  expect(await checkLedger(ports)).toMatchObject({ findings: [], behind: [] });
  // The tip of a branch is about the repository, and tells nobody.
  const left = (await everything(world, ports)).filter((text) => /Vernois|alice@rail|M-1"|"author.*b{40}/.test(text));
  expect(left).toEqual([]);
}, 60_000);
