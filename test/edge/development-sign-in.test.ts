import { describe, expect, it } from 'vitest';
import { developmentSignIn } from '../../lib/edge/development-sign-in.ts';
import { readSession } from '../../lib/edge/session.ts';
import { ask, edgeOf, key, nowMs } from './edge.ts';

const personas = [
  {
    person: 'pe-hr',
    name: 'Aïcha',
    label: { fr: 'Aïcha, RH', en: 'Aïcha, HR' },
    roles: [{ role: 'hr', company: 'co-1' }],
  },
  { person: 'de-1', name: 'Inès', label: { fr: 'Inès, développeuse', en: 'Inès, developer' }, roles: [] },
] as const;

const signIn = (host = '127.0.0.1', environment: Record<string, string> = {}) =>
  developmentSignIn({
    personas: async () => personas,
    host,
    environment,
    renderPage: (people, { language }, next) =>
      `${language} ${next} ${people.map(({ label }) => label[language]).join('; ')}`,
  });

const edge = edgeOf(signIn(), { secure: false });
const choose = (form: Record<string, string>) => edge.send(ask({ method: 'POST', path: '/sign-in', form }));

describe('signing in as one of the listed people', () => {
  it('shows the list', async () => {
    const page = await edge.send(ask({ path: '/sign-in', query: 'next=/timesheets&lang=fr' }));
    expect(page.body).toBe('fr /timesheets Aïcha, RH; Inès, développeuse');
  });

  it('shows the one person whom an address names', async () => {
    const page = await edge.send(ask({ path: '/sign-in', query: 'person=pe-hr&next=/timesheets&lang=en' }));
    expect(page.body).toBe('en /timesheets Aïcha, HR');
  });

  it('sets a session that carries her roles, and leads on', async () => {
    const answer = await choose({ person: 'pe-hr', next: '/timesheets' });
    expect([answer.statusCode, answer.headers?.location]).toEqual([303, '/timesheets']);
    const [cookie = ''] = answer.cookies ?? [];
    expect(cookie).toMatch(/^communs=[\w.-]+; Path=\/; Max-Age=36000; HttpOnly; SameSite=Lax$/);
    const session = readSession([cookie.split(';')[0] ?? ''], key, false, nowMs);
    expect(session?.payload).toMatchObject({
      person: 'pe-hr',
      name: 'Aïcha',
      roles: [{ role: 'hr', company: 'co-1' }],
    });
  });

  it('refuses somebody who is not on the list, and leads nowhere else', async () => {
    expect((await choose({ person: 'pe-other' })).statusCode).toBe(404);
    const away = await choose({ person: 'pe-hr', next: '//evil.example' });
    expect(away.headers?.location).toBe('/');
  });

  it('refuses to exist on another address or in Lambda', () => {
    expect(() => signIn('0.0.0.0')).toThrow('only for the local runner');
    expect(() => signIn('127.0.0.1', { AWS_LAMBDA_FUNCTION_NAME: 'public' })).toThrow('only for the local runner');
  });
});
