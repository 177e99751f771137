// Sign-in of the embedded run: choose one of the listed people. It refuses to exist anywhere else.
import * as z from 'zod';
import { Refusal } from '../model/refusal.ts';
import type { Bilingual } from '../model/text.ts';
import type { Answer } from './answer.ts';
import { ownPath } from './answer.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import type { RoleHeld, Visitor } from './session.ts';

/** A text that no cloud bundle may contain (test/infrastructure/bundle.test.ts). */
export const developmentSignInMarker = 'communs-development-sign-in';

/** Somebody that one can be in the embedded run. */
export interface Persona {
  readonly person: string;
  readonly name: string;
  /** Shown in the list: a name and what she does. */
  readonly label: Bilingual;
  readonly roles: readonly RoleHeld[];
}

export interface DevelopmentSignIn {
  /** Asked each time: who was erased since is on no list. */
  readonly personas: () => Promise<readonly Persona[]>;
  /** Where the local server listens: a loopback address, or nothing is made. */
  readonly host: string;
  /** The process's environment, looked at for signs of Lambda. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly renderPage: (personas: readonly Persona[], visitor: Visitor, next: string) => string;
}

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

const wayOn = z.string().optional();

/**
 * @returns `GET /sign-in`, `POST /sign-in`
 * @throws Error outside the local runner: signing in without proof must never be reachable by others
 */
export function developmentSignIn(settings: DevelopmentSignIn): readonly Endpoint[] {
  const inLambda = Object.keys(settings.environment).some((name) => name.startsWith('AWS_LAMBDA_'));
  if (inLambda || !loopback.has(settings.host))
    throw new Error(`${developmentSignInMarker}: only for the local runner`);
  const home = (next: string | undefined): string => ownPath(next ?? '/') ?? '/';
  return [
    endpoint({
      method: 'GET',
      path: '/sign-in',
      audience: 'public',
      need: [],
      // An address can name one person: its page then has one button.
      input: z.object({ person: z.string().optional(), next: wayOn }),
      run: async (_ports, { person, next }, visitor): Promise<Answer> => {
        const shown = (await settings.personas()).filter((one) => person === undefined || one.person === person);
        return { html: settings.renderPage(shown, visitor, home(next)) };
      },
    }),
    endpoint({
      method: 'POST',
      path: '/sign-in',
      audience: 'public',
      need: [],
      input: z.object({ person: z.string(), next: wayOn }),
      run: async (_ports, { person, next }): Promise<Answer> => {
        const persona = (await settings.personas()).find((one) => one.person === person);
        if (persona === undefined) {
          throw new Refusal('unknown-person', {
            fr: 'Cette personne n’est pas dans la liste. Revenez à la page de connexion et choisissez quelqu’un.',
            en: 'This person is not on the list. Go back to the sign-in page and choose somebody.',
          });
        }
        return { redirect: home(next), session: { person, name: persona.name, roles: persona.roles } };
      },
    }),
  ];
}
