// Anyone: tiles and bundles of entries of a year’s log (C2SP tlog-tiles). An index has more segments the larger the log is.
import * as z from 'zod';
import { type Endpoint, endpoint } from '../lib/edge/endpoint.ts';
import { servedTile } from '../lib/use-cases/log/show-log.ts';
import { logSegment, logYear } from './log-fields.ts';

const tileAt = <const Names extends readonly string[]>(names: Names): Endpoint =>
  endpoint({
    method: 'GET',
    path: `/log/{year}/tile/{level}/${names.map((name) => `{${name}}`).join('/')}`,
    audience: 'public',
    need: ['readLogFiles'],
    input: z.object({ year: logYear, level: logSegment, a: logSegment }).catchall(logSegment),
    run: async (ports, { year, level, ...rest }) => {
      const segments = names.map((name) => (rest as Readonly<Record<string, string>>)[name] ?? '');
      const file = await servedTile(ports, year, ['tile', level, ...segments].join('/'));
      return { file, name: segments.join('-'), type: 'application/octet-stream' };
    },
  });

/** `000`, `000.p/5` or `x001/000`, and so on to a thousand million tiles. */
export const showTile = tileAt(['a']);
export const showTileOfTwo = tileAt(['a', 'b']);
export const showTileOfThree = tileAt(['a', 'b', 'c']);
export const showTileOfFour = tileAt(['a', 'b', 'c', 'd']);
