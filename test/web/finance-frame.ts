// Around a page of finance, for tests of what it says: nothing of it depends on who looks.
import type { Frame } from '../../web/frame.ts';

export const financeFrame = (language: Frame['language']): Frame => ({
  language,
  person: 'Tristan Urvoas',
  roles: ['finance'],
  csrf: 'token',
  isMemory: false,
  isTestClock: false,
  path: '/',
});
