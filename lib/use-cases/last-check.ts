// The result of the daily full check, kept so that the status page can show it: the last one takes the place of the one before.
import type { Json } from '../ledger/canonical.ts';
import type { Bilingual } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { type CheckPorts, checkLedger } from './check-ledger.ts';
import { installation } from './people.ts';

/** What anyone may know: named by book and place, never by what a row says. */
interface LastCheck {
  /** UTC instant at which it began. */
  readonly at: string;
  readonly books: number;
  readonly facts: number;
  readonly rows: number;
  readonly viewsBehind: number;
  readonly faults: readonly { readonly where: string; readonly detail: Bilingual }[];
}

/** More than this in one page help nobody: the command tells all. */
const faultsKept = 100;

const viewName = 'checks/last';

export async function lastCheck(ports: Pick<Ports, 'readViews'>): Promise<LastCheck | null> {
  return ((await ports.readViews.get(installation, viewName))?.value ?? null) as unknown as LastCheck | null;
}

/** A crash within leaves the result before; of two at once one is kept. */
export async function checkAndKeep(ports: CheckPorts & Pick<Ports, 'clock' | 'writeViews'>): Promise<LastCheck> {
  const at = new Date(ports.clock.now()).toISOString();
  const { books, facts, rows, findings, behind } = await checkLedger(ports);
  const check: LastCheck = {
    ...{ at, books, facts, rows },
    viewsBehind: behind.filter(({ what }) => what === 'views').length,
    faults: findings.slice(0, faultsKept).map(({ book, what, name, detail }) => ({
      where: `${book}, ${what} ${name}`,
      detail,
    })),
  };
  const before = (await ports.readViews.get(installation, viewName))?.asOfSeq ?? null;
  const item = { book: installation, name: viewName, asOfSeq: (before ?? -1) + 1, value: check as unknown as Json };
  await ports.writeViews.put(item, before);
  return check;
}
