// Where the timesheets of the sample stand under `examples/`: who plays it needs their names, and nothing that writes them.
import type { Month } from '../lib/model/calendar.ts';
import { ministry, rail, type SampleCompany } from './cast.ts';
import { folderOf } from './organisation-files.ts';
import { special } from './plan.ts';

/** The month in which the ministry changed its software. */
const listSince: Month = '2025-07';

/** Where the timesheet of a company and month stands under `examples/`. */
export function timesheetPath(company: SampleCompany, month: Month): string {
  const extension = company === rail || (company === ministry && month < listSince) ? 'csv' : 'xlsx';
  return `${folderOf(company)}/timesheets/${month}.${extension}`;
}

export const lateTimesheetPath = `${folderOf(rail)}/timesheets/${special.late.month}-complement.csv`;
