// What a message tells is read the same from plain git and from a forge's interface; what is no instant never speaks for a day.
import { describe, expect, it } from 'vitest';
import {
  messageReader,
  readInstant,
  readMessage,
  unreadableInstant,
} from '../../../lib/adapters/forge/commit-message.ts';

const message = [
  'Put it right (#12)',
  '',
  'Why it was wrong (#13)',
  '> Co-authored-by: Quoted <quoted@people.example>',
  '',
  `This reverts commit ${'a'.repeat(40)}.`,
  `(cherry picked from commit ${'b'.repeat(40)})`,
  'Co-authored-by: Cleo Martin <cleo@people.example>',
  'co-authored-by:Dana< dana@people.example >',
  'Co-authored-by: no address',
].join('\n');

const facts = {
  subject: 'Put it right (#12)',
  coAuthors: [
    { name: 'Cleo Martin', address: 'cleo@people.example' },
    { name: 'Dana', address: 'dana@people.example' },
  ],
  reverts: 'a'.repeat(40),
  cherryPickedFrom: 'b'.repeat(40),
  requestInSubject: 12,
};

describe('a message', () => {
  it('tells the same as its author wrote it and as git prints it', () => {
    expect(readMessage(message)).toEqual(facts);
    const printed = message.replace(/^(?=.)/gm, '    ');
    expect(messageReader('    ')(printed)).toEqual(facts);
  });

  it('tells nothing where there is nothing', () => {
    const nothing = { subject: '', coAuthors: [], reverts: null, cherryPickedFrom: null, requestInSubject: null };
    expect(readMessage('')).toEqual(nothing);
  });
});

describe('an instant of a forge', () => {
  it('keeps its own offset', () => {
    expect(readInstant('2024-05-18T04:40:00.123+02:00')).toBe('2024-05-18T04:40:00+02:00');
    expect(readInstant('2024-05-18T04:40:00Z')).toBe('2024-05-18T04:40:00+00:00');
  });

  it.each([
    null,
    '',
    '2024-05-18',
    '2024-13-01T00:00:00Z',
    '2024-02-30T00:00:00Z',
    '2024-05-18T25:00:00Z',
    '2024-05-18T00:00:00+51:30',
  ])('that is none (%s) is far from every claim', (said) => {
    expect(readInstant(said)).toBe(unreadableInstant);
  });
});
