// From a method and a path to the one endpoint that answers, and the values in its braces.
import { Refusal } from '../model/refusal.ts';
import type { Endpoint } from './endpoint.ts';

/** A refusal that also names the methods that the path does answer. */
export class MethodNotAllowed extends Refusal {
  readonly allow: readonly string[];

  constructor(allow: readonly string[]) {
    super('method-not-allowed', {
      fr: `Cette adresse ne répond qu’à ${allow.join(', ')}. Ouvrez la page et passez par son formulaire.`,
      en: `This address answers only ${allow.join(', ')}. Open the page and use its form.`,
    });
    this.allow = allow;
  }
}

/** API Gateway hands the path over decoded, other gateways do not: what still is encoded is decoded, once. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const names = pattern.split('/');
  const segments = path.split('/');
  if (names.length !== segments.length) return null;
  const parameters: [string, string][] = [];
  for (const [position, name] of names.entries()) {
    const segment = segments[position] ?? '';
    const parameter = /^\{(\w+)\}$/.exec(name)?.[1];
    if (parameter === undefined) {
      if (name !== segment) return null;
    } else if (segment === '') return null;
    else parameters.push([parameter, decoded(segment)]);
  }
  return Object.fromEntries(parameters);
}

const braces = (path: string): number => path.split('{').length;

/**
 * HEAD is answered by GET. A path without braces wins over one with.
 * @throws Refusal `unknown-page`; MethodNotAllowed with the methods that exist
 */
export function findRoute(
  endpoints: readonly Endpoint[],
  method: string,
  path: string,
): { readonly endpoint: Endpoint; readonly parameters: Readonly<Record<string, string>> } {
  const wanted = method === 'HEAD' ? 'GET' : method;
  const onPath = endpoints
    .map((endpoint) => ({ endpoint, parameters: matchPath(endpoint.path, path) }))
    .filter((match) => match.parameters !== null)
    .sort((a, b) => braces(a.endpoint.path) - braces(b.endpoint.path));
  for (const { endpoint, parameters } of onPath) {
    if (endpoint.method === wanted && parameters !== null) return { endpoint, parameters };
  }
  if (onPath.length > 0) {
    const methods = new Set(onPath.flatMap(({ endpoint }) => (endpoint.method === 'GET' ? ['GET', 'HEAD'] : ['POST'])));
    throw new MethodNotAllowed([...methods].sort());
  }
  throw new Refusal('unknown-page', {
    fr: 'Aucune page n’existe à cette adresse. Vérifiez l’adresse, ou repartez de l’accueil.',
    en: 'There is no page at this address. Check the address, or start again from the home page.',
  });
}
