// Plain forms: they work without script, each label is tied to its field, each POST carries its token.
import { type ComponentChild, type ComponentChildren, h } from 'preact';

/** Posts to one of our own addresses (web/addresses.ts). */
export function postForm(
  { csrf }: { readonly csrf: string },
  action: string,
  content: ComponentChildren,
  options: { readonly isUpload?: boolean; readonly class?: string } = {},
): ComponentChild {
  const { isUpload = false, class: name } = options;
  return h(
    'form',
    {
      method: 'post',
      action,
      ...(isUpload ? { enctype: 'multipart/form-data' } : {}),
      ...(name === undefined ? {} : { class: name }),
    },
    hidden('csrf', csrf),
    content,
  );
}

/** Asks without changing anything. */
export const getForm = (action: string, content: ComponentChildren): ComponentChild =>
  h('form', { method: 'get', action }, content);

export const hidden = (name: string, value: string | number): ComponentChild =>
  h('input', { type: 'hidden', name, value: String(value) });

export interface Field {
  readonly name: string;
  readonly label: string;
  /** Unique on the page; the name, unless several forms have the same field. */
  readonly id?: string;
  readonly hint?: string;
  /** What is wrong with it, beside it. */
  readonly error?: string | undefined;
}

const idOf = ({ id, name }: Field): string => id ?? name;

/** Label, hint and error around a control that they describe. */
function labelled(
  field: Field,
  control: (describes: Readonly<Record<string, string>>) => ComponentChild,
): ComponentChild {
  const id = idOf(field);
  const parts = [field.hint === undefined ? [] : `${id}-hint`, field.error === undefined ? [] : `${id}-error`].flat();
  const describes = {
    id,
    name: field.name,
    ...(parts.length === 0 ? {} : { 'aria-describedby': parts.join(' ') }),
    ...(field.error === undefined ? {} : { 'aria-invalid': 'true' }),
  };
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, field.label),
    field.hint === undefined ? null : h('p', { id: `${id}-hint`, class: 'hint' }, field.hint),
    field.error === undefined ? null : h('p', { id: `${id}-error`, class: 'field-error' }, field.error),
    control(describes),
  );
}

/** What `<input>` may be told; `type` text by default. */
export interface InputRules {
  readonly type?: 'text' | 'number' | 'date' | 'file';
  readonly value?: string | number;
  readonly required?: boolean;
  readonly min?: string | number;
  readonly max?: string | number;
  readonly accept?: string;
  readonly inputMode?: 'numeric' | 'text';
  readonly autocomplete?: string;
  readonly spellcheck?: boolean;
  readonly size?: number;
  readonly 'data-link-secret'?: string;
}

export const inputField = (field: Field, rules: InputRules = {}): ComponentChild =>
  labelled(field, (describes) => h('input', { type: 'text', ...describes, ...rules }));

export const textField = (field: Field, isRequired: boolean): ComponentChild =>
  labelled(field, (describes) => h('textarea', { ...describes, rows: 3, maxLength: 1000, required: isRequired }));

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export const selectField = (field: Field, choices: readonly Choice[], chosen: string): ComponentChild =>
  labelled(field, (describes) =>
    h(
      'select',
      describes,
      choices.map(({ value, text }) => h('option', { value, selected: value === chosen }, text)),
    ),
  );

/** One of a few, each with a word of explanation. */
export const radioField = (
  field: Field,
  choices: readonly (Choice & { readonly hint: string })[],
  chosen: string,
): ComponentChild =>
  h(
    'fieldset',
    null,
    h('legend', null, field.label),
    choices.map(({ value, text, hint }) => {
      const id = `${idOf(field)}-${value}`;
      return h(
        'div',
        { class: 'choice' },
        h('input', {
          type: 'radio',
          id,
          name: field.name,
          value,
          checked: value === chosen,
          'aria-describedby': `${id}-hint`,
        }),
        h('label', { for: id }, text),
        h('p', { id: `${id}-hint`, class: 'hint' }, hint),
      );
    }),
  );

/** A box that must be ticked before the form goes. */
export const requiredBox = (id: string, name: string, value: string, label: ComponentChildren): ComponentChild =>
  h(
    'div',
    { class: 'choice' },
    h('input', { type: 'checkbox', id, name, value, required: true }),
    h('label', { for: id }, label),
  );

/** @param choice name and value sent with it, where a form has several buttons */
export const submit = (
  text: string,
  look: 'main' | 'second' | 'danger' = 'main',
  choice?: { readonly name: string; readonly value: string },
): ComponentChild => h('button', { type: 'submit', class: look, ...choice }, text);
