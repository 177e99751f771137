// What was sent and never posted goes after its term, and only that.
import { describe, expect, it } from 'vitest';
import { keepUpload } from '../../lib/use-cases/keep-upload.ts';
import { companyBook, companyOf, enrolLogin } from '../../lib/use-cases/people.ts';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { keepChoices } from '../../lib/use-cases/reading-choices.ts';
import { forgetUnposted, unpostedDays } from '../../lib/use-cases/unposted.ts';
import { beforeTime, openForge, siren } from '../whole/acts.ts';
import { processOn } from '../whole/process.ts';
import { testWorld } from './ledger.ts';

const dayMs = 86_400_000;
const choices = { columns: { 'person-id': 'Alpha' } } as const;
const sheet = (hours: string) => ({
  name: `${hours}.csv`,
  bytes: new TextEncoder().encode(`Alpha;Date;Projet;Heures\nR-1;04/03/2025;Points;${hours}`),
});

async function company() {
  const world = testWorld();
  openForge(world);
  const { ports } = processOn(world);
  await beforeTime(ports);
  const at = await companyOf(ports, siren);
  const isKept = async (sha256: string | null): Promise<boolean> =>
    (await ports.sealedFiles.get(companyBook(at), sha256!)) !== null;
  return { world, ports, at, isKept };
}

describe('the daily look at what was not posted', () => {
  it('takes away files and choices on the day after their term, names included, and nothing before', async () => {
    const { world, ports, at, isKept } = await company();
    const file = await keepUpload(ports, at, sheet('1,00'));
    const chosen = await keepChoices(ports, at, choices);
    world.nowMs += unpostedDays * dayMs;
    expect(await forgetUnposted(ports)).toBe(0);
    expect([await isKept(file), await isKept(chosen)]).toEqual([true, true]);
    world.nowMs += 1;
    expect(await forgetUnposted(ports)).toBe(2);
    expect([await isKept(file), await isKept(chosen)]).toEqual([false, false]);
    expect(await ports.directory.get(companyBook(at), 'upload', file)).toBeNull();
    expect(await forgetUnposted(ports)).toBe(0);
  });

  it('forgets the name of a file with the next look, where it died after the file was gone', async () => {
    const { world, ports, at, isKept } = await company();
    const file = await keepUpload(ports, at, sheet('1,00'));
    world.nowMs += unpostedDays * dayMs + 1;
    const remove = () => Promise.reject(new Error('it died'));
    await expect(forgetUnposted({ ...ports, directory: { ...ports.directory, remove } })).rejects.toThrow('it died');
    expect([await isKept(file), await ports.directory.get(companyBook(at), 'upload', file)]).toEqual([
      false,
      { name: '1,00.csv' },
    ]);
    expect(await forgetUnposted(ports)).toBe(1);
    expect(await ports.directory.get(companyBook(at), 'upload', file)).toBeNull();
  });

  it('begins the term again when the file is sent again', async () => {
    const { world, ports, at, isKept } = await company();
    const file = await keepUpload(ports, at, sheet('1,00'));
    world.nowMs += 60 * dayMs;
    await keepUpload(ports, at, sheet('1,00'));
    world.nowMs += 60 * dayMs;
    expect(await forgetUnposted(ports)).toBe(0);
    expect(await isKept(file)).toBe(true);
  });

  it('leaves what a posting names: the file, its name, and how it was read', async () => {
    const { world, ports, at, isKept } = await company();
    const file = await keepUpload(ports, at, sheet('2,00'));
    const chosen = await keepChoices(ports, at, choices);
    const by = (await enrolLogin(ports, 'hr')).id;
    const answer = await postTimesheet(ports, {
      company: at,
      by,
      file: sheet('2,00'),
      year: 2025,
      choices,
      accept: [],
    });
    expect(answer).toHaveProperty('receipt');
    world.nowMs += 2 * unpostedDays * dayMs;
    expect(await forgetUnposted(ports)).toBe(0);
    expect([await isKept(file), await isKept(chosen)]).toEqual([true, true]);
    expect(await ports.directory.get(companyBook(at), 'upload', file)).toEqual({ name: '2,00.csv' });
  });

  it('leaves what is posted at the very moment at which it would go, whoever comes second', async () => {
    for (const forgetsFirst of [true, false]) {
      const { world, ports, at, isKept } = await company();
      const file = await keepUpload(ports, at, sheet('2,00'));
      const chosen = await keepChoices(ports, at, choices);
      const by = (await enrolLogin(ports, 'hr')).id;
      const asked = { company: at, by, file: sheet('2,00'), year: 2025, choices, accept: [] };
      world.nowMs += unpostedDays * dayMs + 1;
      let gone = 0;
      if (forgetsFirst) {
        const put: typeof ports.appendBooks.put = async (fact) => {
          gone += await forgetUnposted(ports);
          return ports.appendBooks.put(fact);
        };
        await postTimesheet({ ...ports, appendBooks: { put } }, asked);
        expect(gone).toBe(2);
      } else {
        const destroy: typeof ports.sealedFiles.destroy = async (...of) => {
          await postTimesheet(ports, asked);
          await ports.sealedFiles.destroy(...of);
        };
        gone = await forgetUnposted({ ...ports, sealedFiles: { ...ports.sealedFiles, destroy } });
        expect(gone).toBe(0);
      }
      expect([await isKept(file), await isKept(chosen)]).toEqual([true, true]);
    }
  });

  it('begins the term of what came before terms were noted', async () => {
    const { world, ports, at, isKept } = await company();
    const file = await keepUpload(ports, at, sheet('3,00'));
    await ports.directory.remove(companyBook(at), 'unposted', file);
    world.nowMs += 2 * unpostedDays * dayMs;
    expect(await forgetUnposted(ports)).toBe(0);
    expect(await isKept(file)).toBe(true);
    world.nowMs += unpostedDays * dayMs + 1;
    expect(await forgetUnposted(ports)).toBe(1);
    expect(await isKept(file)).toBe(false);
  });
});
