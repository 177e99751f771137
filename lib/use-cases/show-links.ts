// The auditor links of a statement, as the company that gave them sees them: for whom, until when, opened how often.
import type { LinkView } from '../ledger/views/company-views.ts';
import { addDays, parisDayOf } from '../model/calendar.ts';
import type { Ports } from '../ports.ts';
import { inTurn } from './batches.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { linkRow } from './hours-seen.ts';
import { longestLinkDays } from './issue-link.ts';
import { lockedUntil, mostFailures } from './link-tries.ts';
import { accessSubject } from './open-link.ts';
import { ownLink } from './own-link.ts';
import { companyBook } from './people.ts';

export type ShowLinkPorts = BookPorts & Pick<Ports, 'accessList' | 'clock'>;

async function stateOf(ports: ShowLinkPorts, { link, revoked, expires }: LinkView) {
  if (revoked) return 'revoked' as const;
  const nowMs = ports.clock.now();
  if (expires < parisDayOf(nowMs)) return 'expired' as const;
  const locked = await lockedUntil(ports, accessSubject(link), mostFailures, nowMs);
  return locked === null ? ('open' as const) : ('locked' as const);
}

/** @returns newest first */
export async function linksOf(ports: ShowLinkPorts, state: BookState, number: string) {
  const views = (await state.list('links')).map(({ value }) => value as unknown as LinkView);
  const own = views.filter((view) => view.number === number).sort((a, b) => b.seq - a.seq);
  return inTurn(own, async (view) => {
    const tries: { at: string; act: string }[] = [];
    for await (const line of ports.accessList.list(accessSubject(view.link))) tries.push(line);
    const opened = tries.filter(({ act }) => act === 'opened');
    const row = await linkRow(ports, state, view);
    return {
      link: view.link,
      level: view.level,
      audience: row?.audience ?? '–',
      emailDomain: row?.emailDomain ?? '–',
      expires: view.expires,
      state: await stateOf(ports, view),
      openings: opened.length,
      refusedTries: tries.filter(({ act }) => act === 'refused' || act === 'locked').length,
      codeBy: row?.code ?? 'paper',
      lastOpened: opened.at(-1)?.at ?? null,
    };
  });
}

/** @returns the first, the usual and the last day on which a link made today may end */
export function expiryOf(ports: Pick<Ports, 'clock'>) {
  const today = parisDayOf(ports.clock.now());
  return { earliest: addDays(today, 1), usual: addDays(today, 90), latest: addDays(today, longestLinkDays) };
}

/** @returns the number of the statement that a link opens @throws Refusal `unknown-link` */
export async function statementOfLink(ports: BookPorts, company: string, link: string): Promise<string> {
  return (await ownLink(await readBook(ports, companyBook(company)), link)).number;
}
