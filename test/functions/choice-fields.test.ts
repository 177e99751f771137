// What HR's forms say about a reading, as choices.
import { describe, expect, it } from 'vitest';
import { choiceFields, choiceSaid } from '../../functions/choice-fields.ts';

describe('the form of a layout', () => {
  const layoutOf = (fields: Readonly<Record<string, string>>) =>
    choiceSaid(choiceFields.parse({ layout: 'yes', ...fields }));

  it('says that the names of sheets are the people, or the projects', () => {
    expect(layoutOf({ personFrom: 'sheet-name', projectFrom: 'auto' })).toEqual({
      what: 'layout',
      layout: { personFrom: 'sheet-name' },
      keepAs: null,
    });
    expect(layoutOf({ projectFrom: 'sheet-name' })).toMatchObject({ layout: { projectFrom: 'sheet-name' } });
  });

  it('leaves them to the reader where HR does, and takes nothing else', () => {
    expect(layoutOf({ personFrom: 'auto', projectFrom: '' })).toMatchObject({ layout: {} });
    expect(choiceFields.safeParse({ layout: 'yes', personFrom: 'column' }).success).toBe(false);
  });
});
