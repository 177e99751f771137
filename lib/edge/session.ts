// Who is asking: the signed cookie that carries a person and her roles, and the token that ties a form to it.
import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { Refusal } from '../model/refusal.ts';
import type { Language } from '../model/text.ts';

export const roles = ['auditor', 'hr', 'developer', 'foundation', 'finance', 'registrar'] as const;
export type Role = (typeof roles)[number];

/** Whom an endpoint is for. `public` needs no session; each audience is one function in the cloud. */
export type Audience = 'public' | Role;

/** A role is held at one company, at one foundation, through one auditor link, or (registrar) everywhere. */
export interface RoleHeld {
  readonly role: Role;
  readonly company?: string | undefined;
  readonly foundation?: string | undefined;
  readonly link?: string | undefined;
}

/** What every page must say of the run that it comes from. */
export interface RunMarks {
  /** Nothing is kept. */
  readonly isMemory: boolean;
  /** The clock is set by hand. */
  readonly isTestClock: boolean;
}

/** What a public endpoint knows: perhaps nobody is signed in. */
export interface Visitor {
  readonly person: string | null;
  /** As she is called; null = nobody is signed in. */
  readonly name: string | null;
  readonly roles: readonly RoleHeld[];
  /** The language of this answer. */
  readonly language: Language;
  /** To be sent back in the hidden field `csrf` of every form; empty without a session. */
  readonly csrf: string;
  /** Path and query as asked for; null after a POST, whose answer cannot be asked for again. */
  readonly path: string | null;
  /** `https://host` that was asked. */
  readonly origin: string;
  /** Network address, for throttling only: never kept as it stands, never logged. */
  readonly address: string;
  readonly run: RunMarks;
}

/** What every other endpoint knows. */
export interface Session extends Visitor {
  readonly person: string;
}

const payloadSchema = z.strictObject({
  person: z.string().min(1),
  name: z.string().min(1),
  roles: z
    .array(
      z.strictObject({
        role: z.enum(roles),
        company: z.string().optional(),
        foundation: z.string().optional(),
        link: z.string().optional(),
      }),
    )
    .readonly(),
  language: z.enum(['fr', 'en']),
  exp: z.int(),
});

/** What the cookie carries. `exp` is in whole seconds UTC since 1970. */
export type SessionPayload = Readonly<z.infer<typeof payloadSchema>>;

/** Who a person is from the answer on that carries it. */
export type SignedIn = Pick<SessionPayload, 'person' | 'name' | 'roles'>;

/** A working day: nobody who signed in at nine is thrown out at five. */
export const sessionSeconds = 10 * 3600;

const mac = (key: Uint8Array, purpose: string, text: string): Buffer =>
  createHmac('sha256', key).update(`communs-${purpose}/1\n${text}`, 'utf8').digest();

/** Constant time over digests of fixed length, whatever was sent. */
const sameText = (left: string, right: string): boolean =>
  timingSafeEqual(
    createHmac('sha256', 'length').update(left).digest(),
    createHmac('sha256', 'length').update(right).digest(),
  );

/** The prefix `__Host-` makes browsers refuse the cookie over plain http or for a parent domain. */
const cookieName = (secure: boolean): string => (secure ? '__Host-communs' : 'communs');

const attributes = (secure: boolean, seconds: number): string =>
  `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

/** @returns the value of a Set-Cookie header */
export function sessionCookie(payload: SessionPayload, key: Uint8Array, secure: boolean): string {
  const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
  const value = `${text}.${mac(key, 'session', text).toString('base64url')}`;
  return `${cookieName(secure)}=${value}; ${attributes(secure, sessionSeconds)}`;
}

/** @returns the Set-Cookie header that signs out */
export const noSessionCookie = (secure: boolean): string => `${cookieName(secure)}=; ${attributes(secure, 0)}`;

/** @returns the value of one cookie of a request, or null */
export function cookieValue(cookies: readonly string[], name: string): string | null {
  const found = cookies.find((cookie) => cookie.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}

/** True where a session cookie came along, whatever it is worth: without one, nobody asks for the key. */
export const hasSession = (cookies: readonly string[], secure: boolean): boolean =>
  cookieValue(cookies, cookieName(secure)) !== null;

/** @returns what the cookie carries with its form token; null without cookie, or if it was altered, or is over */
export function readSession(
  cookies: readonly string[],
  key: Uint8Array,
  secure: boolean,
  nowMs: number,
): { readonly payload: SessionPayload; readonly csrf: string } | null {
  const value = cookieValue(cookies, cookieName(secure));
  if (value === null) return null;
  const [text = '', signature = '', ...rest] = value.split('.');
  if (rest.length > 0 || !sameText(signature, mac(key, 'session', text).toString('base64url'))) return null;
  const parsed = payloadSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  // A cookie of an older version of the programme is signed but no longer understood: sign in again.
  if (!parsed.success || parsed.data.exp * 1000 <= nowMs) return null;
  return { payload: parsed.data, csrf: mac(key, 'csrf', value).toString('base64url') };
}

/** @throws Refusal `not-signed-in` or `not-allowed` unless the visitor may use an endpoint of this audience */
export function requireAudience(visitor: Visitor, audience: Audience): void {
  if (audience === 'public') return;
  if (visitor.person === null && audience === 'auditor') {
    throw new Refusal('not-signed-in', {
      fr: 'Cette page s’ouvre par le lien que l’entreprise vous a remis : votre session est absente ou terminée. Ouvrez de nouveau le lien, puis recommencez.',
      en: 'This page opens through the link that the company gave you: your session is missing or over. Open the link again, then try again.',
    });
  }
  if (visitor.person === null) {
    throw new Refusal('not-signed-in', {
      fr: 'Cette page demande de se connecter : votre session est absente ou terminée. Connectez-vous, puis recommencez.',
      en: 'This page needs you to be signed in: your session is missing or over. Sign in, then try again.',
    });
  }
  if (!visitor.roles.some((held) => held.role === audience)) {
    throw new Refusal('not-allowed', {
      fr: 'Votre compte n’a pas le rôle que cette page demande. Demandez-le à la personne qui gère les accès, ou changez de compte.',
      en: 'Your account does not have the role that this page needs. Ask whoever manages access for it, or change account.',
    });
  }
}

/** @throws Refusal `stale-form` unless the form was made for this very session */
export function requireFormToken(visitor: Visitor, token: string): void {
  if (visitor.person === null || sameText(token, visitor.csrf)) return;
  throw staleForm();
}

/** The answer to a form that another site or another session made; nothing was written. */
export const staleForm = (): Refusal =>
  new Refusal('stale-form', {
    fr: 'Ce formulaire a été ouvert dans une autre session, ou par un autre site : rien n’a été enregistré. Rechargez la page et envoyez-le de nouveau.',
    en: 'This form was opened in another session, or by another site: nothing was saved. Reload the page and send it again.',
  });
