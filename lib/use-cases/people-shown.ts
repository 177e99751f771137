// Whose lines a page behind an auditor's link shows: each of them learns that it was opened; at level `names` they are named.
import type { Ports } from '../ports.ts';
import { inTurn } from './batches.ts';
import { noteLook, readerOf } from './hours-seen.ts';
import { developerName } from './names.ts';
import type { OpenedLink } from './open-link.ts';
import type { LinkReadPorts } from './opened-link.ts';

/** @returns names by alias; none below level `names`, and nobody is shown at `totals` */
export async function peopleShown(
  ports: LinkReadPorts & Pick<Ports, 'accessList'>,
  { link, company, level }: OpenedLink,
  developers: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  if (level === 'totals') return new Map();
  const shown = [...new Set(developers)];
  await noteLook(ports, company, shown, { by: readerOf(link), act: 'statement-line' });
  const named = level === 'names' ? shown : [];
  return new Map(await inTurn(named, async (each) => [each, await developerName(ports, company, each)] as const));
}
