// The templates that HR may download: every one there is, by its file name.
import { type TemplateFormat, templateFiles, timesheetTemplate } from '../intake/templates/timesheet-template.ts';

export const templateNames: readonly string[] = [...templateFiles.keys()];

const types: Readonly<Record<TemplateFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
};

/** @param name one of `templateNames` */
export function giveTemplate(name: string): { readonly bytes: Uint8Array; readonly type: string } {
  const choice = templateFiles.get(name);
  if (choice === undefined) throw new Error(`there is no template ${name}`);
  const { format, language, shape } = choice;
  return { bytes: timesheetTemplate(format, language, shape).bytes, type: types[format] };
}
