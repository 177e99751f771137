import { describe, expect, it } from 'vitest';
import { developmentSignIn } from '../../lib/edge/development-sign-in.ts';
import { readSession } from '../../lib/edge/session.ts';
import { ask, edgeOf, key, nowMs } from './edge.ts';

const personas = [
  { person: 'pe-hr', name: 'Aïcha', label: 'Aïcha, RH', roles: [{ role: 'hr', company: 'co-1' }] },
] as const;

const signIn = (host = '127.0.0.1', environment: Record<string, string> = {}) =>
  developmentSignIn({
    personas,
    host,
    environment,
    renderPage: (people, { language }, next) => `${language} ${next} ${people.map(({ label }) => label).join()}`,
  });

const edge = edgeOf(signIn(), { secure: false });
const choose = (form: Record<string, string>) => edge.send(ask({ method: 'POST', path: '/sign-in', form }));

describe('signing in as one of the listed people', () => {
  it('shows the list', async () => {
    const page = await edge.send(ask({ path: '/sign-in', query: 'next=/timesheets&lang=fr' }));
    expect(page.body).toBe('fr /timesheets Aïcha, RH');
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

  it('ends the session', async () => {
    const answer = await edge.send(ask({ method: 'POST', path: '/sign-out', form: {} }));
    expect(answer.cookies?.[0]).toContain('communs=; Path=/; Max-Age=0');
  });

  it('refuses to exist on another address or in Lambda', () => {
    expect(() => signIn('0.0.0.0')).toThrow('only for the local runner');
    expect(() => signIn('127.0.0.1', { AWS_LAMBDA_FUNCTION_NAME: 'public' })).toThrow('only for the local runner');
  });
});
