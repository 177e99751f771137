// The form that sends a timesheet: on the list of timesheets, and under a preview that cannot be posted.
import type { ComponentChild } from 'preact';
import { addresses } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { type CompanyChoice, companyField } from './company.ts';
import { inputField, postForm, selectField, submit } from './form.ts';
import { inLanguage, type Words } from './words.ts';

export interface CompanyAndYear {
  /** Where the person is HR. */
  readonly companies: readonly CompanyChoice[];
  readonly company: CompanyChoice;
  /** Calendar years of days that may be sent or looked at, and the one chosen. */
  readonly years: readonly number[];
  readonly year: number;
}

const words = {
  company: { fr: 'Entreprise', en: 'Company' },
  year: { fr: 'Année civile des jours', en: 'Calendar year of the days' },
  file: { fr: 'Fichier', en: 'File' },
  files: {
    fr: 'Fichiers acceptés : .xlsx, .ods, .csv, jusqu’à 10 Mo. Un ancien .xls s’enregistre d’abord en .xlsx ou .ods.',
    en: 'Files taken: .xlsx, .ods, .csv, up to 10 MB. Save an old .xls as .xlsx or .ods first.',
  },
  upload: { fr: 'Lire ce fichier', en: 'Read this file' },
} as const satisfies Words;

/** @param prefix tells the fields of several forms on one page apart */
export function companyAndYear(view: CompanyAndYear, { language }: Frame, prefix = ''): ComponentChild {
  const t = inLanguage(language, words);
  return [
    companyField({ id: `${prefix}company`, label: t.company }, view.companies, view.company),
    selectField(
      { name: 'year', id: `${prefix}year`, label: t.year },
      view.years.map((one) => ({ value: String(one), text: String(one) })),
      String(view.year),
    ),
  ];
}

/** POST `company`, `year`, `file`. */
export function uploadForm(view: CompanyAndYear, frame: Frame): ComponentChild {
  const t = inLanguage(frame.language, words);
  return postForm(
    frame,
    addresses.hrTimesheets,
    [
      companyAndYear(view, frame),
      inputField(
        { name: 'file', label: t.file, hint: t.files },
        { type: 'file', required: true, accept: '.xlsx,.ods,.csv,.txt' },
      ),
      submit(t.upload),
    ],
    { isUpload: true, class: 'panel' },
  );
}
