// HR: what erasing one person would take away, what must stay by which text and until when, and what may be done about it today.
import type { ErasureAskedView } from '../ledger/views/company-views.ts';
import { parisDayOf } from '../model/calendar.ts';
import type { Ports } from '../ports.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { unknownToErase } from './erase-developer.ts';
import { heldRows } from './held-rows.ts';
import { companyName, personName } from './names.ts';
import { companyBook, type DirectoryPorts, findDeveloper } from './people.ts';
import { type KeptEvidence, keptToday, retentionOf, textOfTerm } from './retention.ts';

/** Pieces of one kind under one text together: how many, and the last day of the last. */
function byText(evidence: readonly KeptEvidence[]) {
  const groups = Map.groupBy(evidence, ({ what, term }) => `${what} ${term}`);
  return [...groups.values()].map((pieces) => {
    const last = pieces.reduce((a, b) => (a.until < b.until ? b : a));
    const { legalReference, says, years } = textOfTerm(last);
    return { what: last.what, pieces: pieces.length, until: last.until, text: legalReference, says, years };
  });
}

/**
 * Writes nothing.
 * @param asked `by`: who looks, `pe-…`
 * @throws Refusal `unknown-developer` of whom nobody is called so any more
 */
export async function showErasure(
  ports: BookPorts & DirectoryPorts & Pick<Ports, 'clock'>,
  asked: { readonly company: string; readonly developer: string; readonly by: string },
) {
  const { company, developer, by } = asked;
  const entry = await findDeveloper(ports, company, developer);
  if (entry === null) throw unknownToErase();
  const state = await readBook(ports, companyBook(company));
  const today = parisDayOf(ports.clock.now());
  const retention = await retentionOf(ports, state, developer, today);
  const { until, lentTo } = keptToday(retention, today);
  const { rows } = await heldRows(ports, state, developer);
  const request = (await state.get(`erasures-asked/${developer}`)) as unknown as ErasureAskedView | null;
  return {
    company: await companyName(ports, company),
    developer: { id: developer, name: entry.name, matricule: entry.matricule },
    held: { rows: rows.length },
    kept: byText(retention.evidence).sort((a, b) => (a.until < b.until ? -1 : 1)),
    /** The last day on which something must be kept; null once it is over. */
    keptUntil: until,
    lentTo,
    request:
      request === null
        ? null
        : {
            ...{ at: request.at, ground: request.ground, isOwn: request.by === by },
            by: request.by === developer ? null : await personName(ports, request.by),
          },
  };
}
