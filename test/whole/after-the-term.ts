// A small company long after its statement: a secondment is over, and the terms for keeping evidence with it.
import { createHmac } from 'node:crypto';
import { copyOfWorld, type MemoryWorld, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { DeclarationFile } from '../../lib/intake/declarations/file-text.ts';
import type { Random } from '../../lib/ports/primitives.ts';
import type { Ports } from '../../lib/ports.ts';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { enrolCompany } from '../../lib/use-cases/enrol-company.ts';
import { type EraseAnswer, eraseDeveloper } from '../../lib/use-cases/erase-developer.ts';
import { noteLook } from '../../lib/use-cases/hours-seen.ts';
import { companyOf, developerOf, enrolLogin } from '../../lib/use-cases/people.ts';
import { statementFiles } from '../../lib/use-cases/statement-files.ts';
import { acts, company, openForge, secondments, siren } from './acts.ts';
import { processOn } from './process.ts';

/** The same for the same purpose, however often it is asked. */
export const chance: Random = {
  bytes: (length, purpose) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, block) =>
      createHmac('sha256', 'erasure').update(`${purpose} ${block}`).digest(),
    );
    return Uint8Array.from(Buffer.concat(blocks).subarray(0, length));
  },
};

const file = (name: string, text: string): DeclarationFile => ({ name, bytes: new TextEncoder().encode(text) });

export const asPerson = async (ports: Ports, login: string): Promise<string> => (await enrolLogin(ports, login)).id;

export const after = Date.UTC(2040, 0, 10, 9);

/** Who carries out what the other one asked for. */
export const secondOfHr = { id: 'hr-2', name: 'Human Resources Two', roles: ['hr'] };

/** They end with the year 2025. @param matricules whose */
export async function endSecondments(ports: Ports, matricules: readonly string[]): Promise<void> {
  const lines = secondments
    .split('\n')
    .map((line) => (matricules.includes(line.split(';')[0]!) ? line.replace(';;', ';31/12/2025;') : line));
  await agreeSecondments(ports, {
    ...{ company: await companyOf(ports, siren), by: await asPerson(ports, 'hr') },
    file: file('fin.csv', lines.join('\n')),
  });
}

/** All acts, a workbook with names, a look at her hours; then Alice's secondment ends, and years go by. */
export async function worldAfterTheTerm(): Promise<MemoryWorld> {
  const world = { ...memoryWorld('erasure'), random: chance };
  openForge(world);
  const { ports } = processOn(world);
  for (const act of acts) await act.carryOut(ports);
  const at = await companyOf(ports, siren);
  const hr = await asPerson(ports, 'hr');
  const finance = await asPerson(ports, 'finance-1');
  for (const level of ['names', 'lines', 'totals'] as const) {
    await statementFiles(ports, { company: at, number: '2025-0001', level, language: 'fr', by: finance });
  }
  const { developer } = await developerOf(ports, at, 'R-1');
  await noteLook(ports, at, [developer], { by: hr, act: 'to-confirm' });
  const people = [...company.people, secondOfHr];
  await enrolCompany(ports, { by: hr, file: file('company.json', JSON.stringify({ ...company, people })) });
  await endSecondments(ports, ['R-1']);
  world.nowMs = after;
  return world;
}

export const copied = (world: MemoryWorld): MemoryWorld => copyOfWorld(world, chance);

/** @returns her id: her staff number is known no more afterwards */
export async function aliceOf(ports: Ports): Promise<{ readonly company: string; readonly developer: string }> {
  const at = await companyOf(ports, siren);
  return { company: at, developer: (await developerOf(ports, at, 'R-1')).developer };
}

export async function erase(
  ports: Ports,
  who: { readonly company: string; readonly developer: string },
  login: string,
): Promise<EraseAnswer> {
  return eraseDeveloper(ports, { ...who, ground: 'request', by: await asPerson(ports, login) });
}
