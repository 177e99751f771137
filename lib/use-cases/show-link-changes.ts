// The auditor: what came after the statement was closed and touches its period, and what the ledger would have said on a day she names.
import { type Day, parisDayOf } from '../model/calendar.ts';
import type { Ports } from '../ports.ts';
import { changesSince } from './changes-since.ts';
import { knownOnDay } from './known-on-day.ts';
import { type LinkReadPorts, linkedStatement } from './opened-link.ts';
import { peopleShown } from './people-shown.ts';

/**
 * @param asked `on`: absent = today; a day to come is answered as today
 * @throws Refusal `unknown-link` once it was revoked or has expired
 */
export async function showLinkChanges(
  ports: LinkReadPorts & Pick<Ports, 'accessList'>,
  asked: { readonly link: string; readonly on: Day | undefined },
) {
  const { link } = asked;
  const linked = await linkedStatement(ports, link);
  const { company, number, level, content, prepared, issued } = linked;
  const today = parisDayOf(ports.clock.now());
  const day = asked.on === undefined || asked.on > today ? today : asked.on;
  const changes = await changesSince(ports, { company, number, prepared, stated: content.projects });
  const people = content.people.map(({ developer }) => developer);
  const about = changes.flatMap((change) => change.about);
  const names = await peopleShown(
    ports,
    linked,
    about.map(({ developer }) => developer),
  );
  const subjects = new Map(
    content.projects.flatMap(({ id, name, foundation }) => [
      [id, name],
      [foundation.id, foundation.name],
    ]),
  );
  return {
    ...{ link, number, level, today, company: content.company.name, period: content.period },
    ...{ preparedAt: prepared.at, issuedAt: issued?.at ?? null, signed: content.time },
    known: await knownOnDay(ports, { company, number, day, period: content.period, scheme: prepared.scheme }),
    changes: changes.map(({ at, kind, time, about, subject }) => ({
      ...{ at, kind, time, subject: subject === null ? null : (subjects.get(subject) ?? subject) },
      // Below `lines` nobody is told apart.
      about:
        level === 'totals'
          ? []
          : about.map(({ developer, month }) => ({
              month,
              // 0: somebody whom the statement does not name.
              person: people.indexOf(developer) + 1,
              name: names.get(developer) ?? null,
            })),
    })),
  };
}
