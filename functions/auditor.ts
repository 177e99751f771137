// What an auditor may ask once her link is open: one function in the cloud.
import type { Endpoint } from '../lib/edge/endpoint.ts';
import { downloadLinkFile } from './download-link-file.ts';
import { downloadLinkSample } from './download-link-sample.ts';
import { leaveNote } from './leave-note.ts';
import { showLinkChanges } from './show-link-changes.ts';
import { showLinkFindings } from './show-link-findings.ts';
import { showLinkLine } from './show-link-line.ts';
import { showLinkNotes } from './show-link-notes.ts';
import { showLinkSample } from './show-link-sample.ts';
import { showLinkStatement } from './show-link-statement.ts';

export const auditorEndpoints: readonly Endpoint[] = [
  showLinkStatement,
  showLinkLine,
  downloadLinkFile,
  showLinkFindings,
  showLinkChanges,
  showLinkSample,
  showLinkNotes,
  leaveNote,
  downloadLinkSample,
];
