// The auditor: a sample of the statement behind her link, drawn from its own digest; the same lines as the command draws from the bundle.
import type { Language } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import type { NoSample, SampleAsked } from '../statement/sample.ts';
import { type StatementSample, sampleOfStatement } from '../statement/sample-of-statement.ts';
import { noSampleTexts, sampleMethodHints, sampleMethodTexts } from '../statement/sample-words.ts';
import { renderSampleXlsx } from '../statement/xlsx/sample.ts';
import { noteLook, readerOf } from './hours-seen.ts';
import { type LinkReadPorts, linkedStatement, notAtThisLevel } from './opened-link.ts';
import { readStatement, type StatementPorts } from './read-statement.ts';

export type LinkSamplePorts = LinkReadPorts & StatementPorts & Pick<Ports, 'accessList'>;
export type SampleWanted = Omit<SampleAsked, 'digest'>;

async function drawn(ports: LinkSamplePorts, link: string, wanted: SampleWanted | null) {
  const linked = await linkedStatement(ports, link);
  const { company, number, level, content } = linked;
  const { jws, verification } = await readStatement(ports, company, number, level);
  const { payload, lines, names } = verification;
  if (payload === null) throw new Error(`statement ${number} of ${company} does not verify`);
  const sample: StatementSample | NoSample | null =
    wanted === null ? null : sampleOfStatement(ports.primitives.sha256, { payload, lines, names }, jws, wanted);
  if (names !== null && sample !== null && typeof sample !== 'string') {
    const developers = [...new Set(sample.rows.map(({ person }) => content.people[person - 1]!.developer))];
    await noteLook(ports, company, developers, { by: readerOf(link), act: 'statement-names' });
  }
  return { linked, payload, sample, units: (lines ?? []).reduce((sum, { months }) => sum + months.length, 0) };
}

/**
 * @param asked `wanted` null: nothing is drawn yet
 * @throws Refusal `unknown-link` once it was revoked or has expired
 */
export async function showLinkSample(
  ports: LinkSamplePorts,
  asked: { readonly link: string; readonly wanted: SampleWanted | null },
) {
  const { linked, payload, sample, units } = await drawn(ports, asked.link, asked.wanted);
  const isNone = typeof sample === 'string';
  return {
    ...{ link: asked.link, wanted: asked.wanted, units, level: linked.level },
    ...{ number: payload.number, company: payload.company.name, isProposal: payload.simulation !== undefined },
    hasAmounts: payload.cost !== undefined,
    sample: isNone ? null : sample,
    noSample: isNone ? noSampleTexts[sample] : null,
    ...{ methodTexts: sampleMethodTexts, methodHints: sampleMethodHints },
  };
}

/** The same as a workbook, with empty columns for what she finds. @throws Refusal `unknown-link`, `unknown-page` where nothing can be drawn */
export async function linkSampleFile(
  ports: LinkSamplePorts,
  asked: { readonly link: string; readonly wanted: SampleWanted; readonly language: Language },
): Promise<Uint8Array> {
  const { payload, sample } = await drawn(ports, asked.link, asked.wanted);
  if (sample === null || typeof sample === 'string') throw notAtThisLevel();
  return renderSampleXlsx(sample, asked.language, payload.simulation !== undefined);
}
