// What a developer gave to show work that left no public trace: read by her, and by whoever is asked about the line.
import { type ComponentChild, h } from 'preact';
import { safeLink } from './safe-link.ts';

export interface WorkEvidence {
  /** The cause of her word, sent back to take it back. */
  readonly id: string;
  readonly text: string;
  /** https, or null. */
  readonly link: string | null;
}

/** Her text as she wrote it; the address in full, so that nobody follows a link without seeing where it leads. */
export const workEvidenceText = ({ text, link }: WorkEvidence): ComponentChild => [
  h('span', { class: 'said' }, text),
  link === null ? null : [' ', safeLink(link, link, { class: 'address' })],
];
