// The auditor: what stands out among the lines behind her link, by what the rules and the traces say; at `totals` as counts.
import { monthOf } from '../model/calendar.ts';
import type { Ports } from '../ports.ts';
import { entriesSeen } from './entries-seen.ts';
import { type LinkReadPorts, linkedStatement } from './opened-link.ts';
import { peopleShown } from './people-shown.ts';
import { statesBehind } from './states-behind.ts';
import { whatStandsOut } from './what-stands-out.ts';

/** More lines of one kind than this in a page help nobody: the count stands above them. */
const mostLines = 200;

/** @throws Refusal `unknown-link` once it was revoked or has expired */
export async function showLinkFindings(ports: LinkReadPorts & Pick<Ports, 'accessList'>, link: string) {
  const linked = await linkedStatement(ports, link);
  const { company, number, level, content } = linked;
  const states = await statesBehind(ports, linked);
  const { entries } = await entriesSeen(ports, company, states, content.period, null);
  const findings = whatStandsOut(entries).map(({ lines, ...finding }) => ({
    ...finding,
    count: lines.length,
    shown: level === 'totals' ? [] : lines.slice(0, mostLines),
  }));
  const people = content.people.map(({ developer }) => developer);
  const own = findings.flatMap(({ shown }) => shown);
  const names = await peopleShown(
    ports,
    linked,
    own.map(({ developer }) => developer),
  );
  const projectNames = new Map(content.projects.map(({ id, name }) => [id, name]));
  return {
    ...{ link, number, level, company: content.company.name, declaredLines: entries.length },
    findings: findings.map(({ shown, ...finding }) => ({
      ...finding,
      lines: shown.map(({ developer, project, day, time, lateDays }) => ({
        ...{ day, month: monthOf(day), time, lateDays },
        project: projectNames.get(project) ?? project,
        person: people.indexOf(developer) + 1,
        name: names.get(developer) ?? null,
        // Null where the statement has no line of it: nobody can be led there.
        line: content.lines.findIndex((one) => one.developer === developer && one.project === project) + 1 || null,
      })),
    })),
  };
}
