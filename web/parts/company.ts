// A company as pages name it, and the field that chooses one.
import type { ComponentChild } from 'preact';
import { hidden, selectField } from './form.ts';

export interface CompanyChoice {
  /** As it stands in addresses. */
  readonly id: string;
  readonly siren: string;
  readonly name: string;
}

export const companyText = ({ name, siren }: CompanyChoice): string => `${name} (${siren})`;

/** A choice of one is a hidden field. */
export const companyField = (
  field: { readonly id: string; readonly label: string },
  companies: readonly CompanyChoice[],
  chosen: CompanyChoice,
): ComponentChild =>
  companies.length <= 1
    ? hidden('company', chosen.id)
    : selectField(
        { ...field, name: 'company' },
        companies.map((one) => ({ value: one.id, text: companyText(one) })),
        chosen.id,
      );
