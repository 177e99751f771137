// The form that sends a timesheet: on the list of timesheets, and under a preview that cannot be posted.
import type { ComponentChild } from 'preact';
import { addresses } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { type CompanyChoice, companyField } from './company.ts';
import { type Field, inputField, postForm, selectField, submit } from './form.ts';
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
  drop: { fr: 'Ou déposez-le ici.', en: 'Or drop it here.' },
  tooLarge: {
    fr: 'Ce fichier dépasse 10 Mo. Découpez-le, par exemple par trimestre.',
    en: 'This file is over 10 MB. Split it, for example by quarter.',
  },
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

/** What the edge takes at most (lib/edge/form-input.ts). */
const maxBytes = 10 * 1024 * 1024;

/** A file of rows; with script it may be dropped, and one that is too large is told before it is sent. */
export function fileField({ language }: Frame, field: Field): ComponentChild {
  const t = inLanguage(language, words);
  return inputField(field, {
    type: 'file',
    required: true,
    accept: '.xlsx,.ods,.csv,.txt',
    'data-max-bytes': maxBytes,
    'data-too-large': t.tooLarge,
    'data-drop': t.drop,
  });
}

/** POST `company`, `year`, `file`. */
export function uploadForm(view: CompanyAndYear, frame: Frame): ComponentChild {
  const t = inLanguage(frame.language, words);
  return postForm(
    frame,
    addresses.hrTimesheets,
    [companyAndYear(view, frame), fileField(frame, { name: 'file', label: t.file, hint: t.files }), submit(t.upload)],
    { isUpload: true, class: 'panel' },
  );
}
