// The form that gives finance a statement as a workbook or as CSV.
import { type ComponentChild, h } from 'preact';
import { addresses } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { financeStatementWords } from '../words/finance.ts';
import type { LinksOfStatement } from './auditor-links.ts';
import { section } from './facts.ts';
import { postForm, selectField, submit } from './form.ts';
import { inLanguage } from './words.ts';

export function exportForm({ company, statement }: LinksOfStatement, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, financeStatementWords);
  const field = (name: string, label: string) => ({ name, label, id: `export-${name}` });
  return section(
    'export',
    t.export,
    h('p', null, t.exportText),
    postForm(
      frame,
      addresses.financeExport(company.id, statement),
      [
        selectField(
          field('preset', t.preset),
          [
            { value: 'finance', text: t.finance },
            { value: 'full', text: t.full },
          ],
          'finance',
        ),
        selectField(
          field('format', t.format),
          [
            { value: 'xlsx', text: t.xlsx },
            { value: 'csv-fr', text: t.csvFr },
            { value: 'csv', text: t.csv },
          ],
          'xlsx',
        ),
        selectField(
          field('language', t.exportLanguage),
          [
            { value: 'fr', text: 'français' },
            { value: 'en', text: 'English' },
          ],
          language,
        ),
        submit(t.exportButton),
      ],
      { class: 'panel' },
    ),
  );
}
