// What HR may ask: one function in the cloud.
import type { Endpoint } from '../lib/edge/endpoint.ts';
import { changeReading } from './change-reading.ts';
import { chooseReading } from './choose-reading.ts';
import { completeMonths } from './complete-months.ts';
import { correctTime } from './correct-time.ts';
import { declareAbsences } from './declare-absences.ts';
import { downloadMarkedCopy } from './download-marked-copy.ts';
import { downloadTemplate } from './download-template.ts';
import { eraseDeveloper } from './erase-developer.ts';
import { listErasures } from './list-erasures.ts';
import { listTimesheets } from './list-timesheets.ts';
import { postTimesheet } from './post-timesheet.ts';
import { previewTimesheet } from './preview-timesheet.ts';
import { reopenMonth } from './reopen-month.ts';
import { showErasure } from './show-erasure.ts';
import { showHrMonth } from './show-hr-month.ts';
import { showReceipt } from './show-receipt.ts';
import { showReceiptFile } from './show-receipt-file.ts';
import { undoTimesheet } from './undo-timesheet.ts';
import { uploadTimesheet } from './upload-timesheet.ts';

export const hrEndpoints: readonly Endpoint[] = [
  listTimesheets,
  uploadTimesheet,
  downloadTemplate,
  previewTimesheet,
  downloadMarkedCopy,
  postTimesheet,
  changeReading,
  chooseReading,
  showReceipt,
  showReceiptFile,
  undoTimesheet,
  showHrMonth,
  completeMonths,
  reopenMonth,
  correctTime,
  declareAbsences,
  listErasures,
  showErasure,
  eraseDeveloper,
];
