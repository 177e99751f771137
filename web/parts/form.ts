// Plain forms: they work without script, each label is tied to its field, each POST carries its token.
import { type ComponentChild, type ComponentChildren, h } from 'preact';

/** Posts to one of our own addresses (web/addresses.ts). */
export function postForm(
  { csrf }: { readonly csrf: string },
  action: string,
  content: ComponentChildren,
  options: { readonly isUpload?: boolean; readonly class?: string; readonly id?: string } = {},
): ComponentChild {
  const { isUpload = false, class: name, id } = options;
  return h(
    'form',
    {
      method: 'post',
      action,
      ...(isUpload ? { enctype: 'multipart/form-data' } : {}),
      ...(name === undefined ? {} : { class: name }),
      ...(id === undefined ? {} : { id }),
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
  readonly type?: 'text' | 'number' | 'date' | 'month' | 'file' | 'url';
  readonly value?: string | number;
  readonly required?: boolean;
  readonly min?: string | number;
  readonly max?: string | number;
  readonly accept?: string;
  readonly inputMode?: 'numeric' | 'text';
  readonly autocomplete?: string;
  readonly spellcheck?: boolean;
  readonly size?: number;
  readonly maxLength?: number;
  readonly 'data-link-secret'?: string;
  /** What the script says of a file above so many bytes, and beside a field that takes a dropped file. */
  readonly 'data-max-bytes'?: number;
  readonly 'data-too-large'?: string;
  readonly 'data-drop'?: string;
  /** The script offers to take the digest of a file here, under these words: the file itself stays where it is. */
  readonly 'data-digest-of'?: string;
}

export const inputField = (field: Field, rules: InputRules = {}): ComponentChild =>
  labelled(field, (describes) => h('input', { type: 'text', ...describes, ...rules }));

/** @param maxLength as the endpoint takes it (functions/fields.ts) */
export const textField = (field: Field, isRequired: boolean, typed = '', maxLength = 1000): ComponentChild =>
  labelled(field, (describes) =>
    h('textarea', { ...describes, rows: 3, maxLength, required: isRequired, value: typed }),
  );

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

/** One of a few, each with a word of explanation. @param chosen none of them where she must say it herself */
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
          required: true,
          'aria-describedby': `${id}-hint`,
        }),
        h('label', { for: id }, text),
        h('p', { id: `${id}-hint`, class: 'hint' }, hint),
      );
    }),
  );

export interface BoxRules {
  readonly checked?: boolean;
  readonly required?: boolean;
  /** Id of the form that it goes with, where it stands outside of it. */
  readonly form?: string;
  readonly hint?: string;
  readonly 'data-tick'?: string;
}

/** A box to tick. @param id unique on the page */
export function box(
  id: string,
  name: string,
  value: string,
  label: ComponentChildren,
  rules: BoxRules = {},
): ComponentChild {
  const { hint, ...attributes } = rules;
  return h(
    'div',
    { class: 'choice' },
    h('input', {
      type: 'checkbox',
      ...{ id, name, value },
      ...attributes,
      ...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` }),
    }),
    h('label', { for: id }, label),
    hint === undefined ? null : h('p', { id: `${id}-hint`, class: 'hint' }, hint),
  );
}

/** @param choice name and value sent with it, where a form has several buttons */
export const submit = (
  text: ComponentChildren,
  look: 'main' | 'second' | 'danger' | 'plain' = 'main',
  choice?: { readonly name: string; readonly value: string },
): ComponentChild => h('button', { type: 'submit', class: look, ...choice }, text);
