// What HR may ask: one function in the cloud.
import type { Endpoint } from '../lib/edge/endpoint.ts';
import { downloadMarkedCopy } from './download-marked-copy.ts';
import { downloadTemplate } from './download-template.ts';
import { listTimesheets } from './list-timesheets.ts';
import { postTimesheet } from './post-timesheet.ts';
import { previewTimesheet } from './preview-timesheet.ts';
import { showReceipt } from './show-receipt.ts';
import { undoTimesheet } from './undo-timesheet.ts';
import { uploadTimesheet } from './upload-timesheet.ts';

export const hrEndpoints: readonly Endpoint[] = [
  listTimesheets,
  uploadTimesheet,
  downloadTemplate,
  previewTimesheet,
  downloadMarkedCopy,
  postTimesheet,
  showReceipt,
  undoTimesheet,
];
