// The auditor: the statement behind her link, verified a moment ago, down to what its level discloses.
import type { Ports } from '../ports.ts';
import { waterfall } from '../statement/waterfall.ts';
import { auditorFileNames } from './file-for-auditor.ts';
import { freshnessOfStatement } from './freshness.ts';
import { noteLook, readerOf } from './hours-seen.ts';
import { type LinkReadPorts, linkedStatement, monthsOfLines, statesBehind } from './opened-link.ts';
import { readStatement, type StatementPorts } from './read-statement.ts';
import { parameterLabels, reasonFigures, reasonTexts } from './statement-words.ts';

/**
 * Whoever is named in it learns that it was opened.
 * @throws Refusal `unknown-link` once it was revoked or has expired
 */
export async function showLinkStatement(
  ports: LinkReadPorts & StatementPorts & Pick<Ports, 'accessList'>,
  link: string,
) {
  const linked = await linkedStatement(ports, link);
  const { company, number, level, content, expires, reader, prepared } = linked;
  const { verification, view } = await readStatement(ports, company, number, level);
  if (level === 'names') {
    const developers = content.people.map(({ developer }) => developer);
    await noteLook(ports, company, developers, { by: readerOf(link), act: 'statement-names' });
  }
  const states = level === 'totals' ? null : await statesBehind(ports, linked);
  return {
    ...{ link, expires, verification, reasonTexts, reasonFigures, parameterLabels },
    waterfall: waterfall({ ...content.time, awaits: content.awaits }),
    audience: reader?.audience ?? '–',
    isTestKey: ports.signer.isTest,
    freshness: await freshnessOfStatement(ports, content.projects, prepared.at),
    lineMonths: states === null ? [] : await monthsOfLines(ports, states.company, content),
    files: auditorFileNames(view, level),
  };
}
