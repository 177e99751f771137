// The auditor: her questions by this link, the company's answers, and the form for the next one.
import type { Month } from '../model/calendar.ts';
import type { Ports } from '../ports.ts';
import { nextNote } from './leave-note.ts';
import { notesOf } from './notes-of.ts';
import { type LinkReadPorts, linkedStatement } from './opened-link.ts';

/**
 * @param asked `line` and `month`: what the form begins with, where she came from a line
 * @throws Refusal `unknown-link` once it was revoked or has expired
 */
export async function showLinkNotes(
  ports: LinkReadPorts & Pick<Ports, 'random'>,
  asked: { readonly link: string; readonly line: number | null; readonly month: Month | null },
) {
  const { link } = asked;
  const { number, level, state, content } = await linkedStatement(ports, link);
  const months = asked.line === null ? [] : (content.lines[asked.line - 1]?.months ?? []);
  const isLine = level !== 'totals' && months.some(({ month }) => month === asked.month);
  return {
    ...{ link, number, company: content.company.name, next: nextNote(ports, link) },
    about: isLine ? { line: asked.line!, month: asked.month! } : null,
    notes: await notesOf(ports, state, number, link),
  };
}
