// What surrounds a page, from what the edge knows of whoever asks.
import type { Visitor } from '../lib/edge/session.ts';
import type { Frame } from '../web/frame.ts';

export const frameOf = ({ language, name, roles, csrf, run, path }: Visitor): Frame => ({
  ...{ language, csrf, path, ...run },
  person: name,
  roles: [...new Set(roles.map(({ role }) => role))],
});
