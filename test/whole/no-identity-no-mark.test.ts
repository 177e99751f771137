// Without a link her hours go to the foundation with no mark against her: not in what counts, not in a code, not on a page.
import { describe, expect, it } from 'vitest';
import { memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { companyOf } from '../../lib/use-cases/people.ts';
import { readStatement } from '../../lib/use-cases/read-statement.ts';
import { openPortal } from '../functions/portal.ts';
import { acts, openForge, siren } from './acts.ts';
import { processOn } from './process.ts';

/** The same company and the same history of the repository; Alice links her address, or never does. */
async function played(links: boolean) {
  const world = memoryWorld('no mark');
  openForge(world);
  const { ports } = processOn(world);
  for (const { name, carryOut } of acts) if (links || name !== 'accept identity') await carryOut(ports);
  const company = await companyOf(ports, siren);
  const { verification } = await readStatement(ports, company, '2025-0001', 'totals');
  return { ports, company, payload: verification.payload! };
}

describe('a developer who links nothing', () => {
  it('has the same minutes counted, refused, awaiting and withdrawn as one who does, with the same codes and cents', async () => {
    const [linked, unlinked] = [await played(true), await played(false)];
    const total = ({ agrees, partly, noTrace }: { agrees: number; partly: number; noTrace: number }): number =>
      agrees + partly + noTrace;
    const [a, b] = [linked.payload, unlinked.payload];
    expect(a.minutes.counted.agrees).toBeGreaterThan(0);
    expect(b.minutes.counted.agrees).toBe(0);
    expect(total(b.minutes.counted)).toBe(total(a.minutes.counted));
    expect({ ...b.minutes, counted: null }).toEqual({ ...a.minutes, counted: null });
    expect(b.refused).toEqual(a.refused);
    expect([b.cost, b.simulation]).toEqual([a.cost, a.simulation]);
  });

  it('has no code of her own in the statement', async () => {
    const { payload } = await played(false);
    expect(JSON.stringify(payload)).not.toMatch(/identit/i);
  });
});

describe('the pages of others', () => {
  it('tell the foundation the same of her as of whoever has no public trace, and never that she linked nothing', async () => {
    const portal = await openPortal();
    const signatory = await portal.signIn(portal.a.people.signatory);
    const { body } = await portal.ask(signatory, { path: '/foundation/confirmations' });
    const awaiting = body.slice(0, body.indexOf('id="answered"'));
    expect(awaiting).toContain('alba Deux');
    expect(awaiting).not.toMatch(/identit|rattach|non lié/i);
    expect(awaiting).not.toContain('class="mark bad"');
  });

  it('tell her employer nothing of what she linked or did not', async () => {
    const portal = await openPortal();
    const hr = await portal.signIn(portal.a.people.hr);
    for (const developer of portal.a.developers) {
      const path = `/hr/months/${portal.a.company}/2025-03/${developer}`;
      const { status, body } = await portal.ask(hr, { path });
      expect(status).toBe(200);
      expect(body).not.toMatch(/identit|rattach/i);
    }
  });

  it('tell an auditor that nothing was looked up, and that this says nothing against her', async () => {
    const portal = await openPortal();
    const auditor = portal.asAuditor(portal.a.link.link);
    const statement = (await portal.ask(auditor, { path: `/auditor/${portal.a.link.link}` })).body;
    const lines = [
      ...new Set([...statement.matchAll(/href="(\/auditor\/[^"]+\/lines\/[^"]+)"/g)].map(([, to]) => to!)),
    ];
    const bodies: string[] = [];
    for (const path of lines) bodies.push((await portal.ask(auditor, { path })).body);
    expect(lines.length).toBeGreaterThan(0);
    const hers = bodies.filter((body) => body.includes('Rien n’a été cherché'));
    expect(hers.length).toBeGreaterThan(0);
    for (const body of bodies) expect(body).not.toContain('Aucune identité de forge');
    for (const body of hers) expect(body).toContain('cela ne dit rien contre ce temps');
  });
});
