// The rules of the map: sources in, broken rules in words out.
import { cycles } from './cycles.ts';
import {
  assemblies,
  browserFiles,
  browserRooms,
  directions,
  type Exception,
  everything,
  homes,
  pureRooms,
  roomsWithSurroundings,
  roomsWithWindows,
  windows,
} from './map.ts';
import type { Import, Source } from './source.ts';

/** `lib/model/siren.ts` → `model`, `lib/ports.ts` → `ports`, `web/page.ts` → `web`; outside the four folders → null. */
export function roomOf(file: string): string | null {
  const [first = '', second = ''] = file.split('/');
  if (first === 'lib') return second.replace(/\.ts$/, '');
  return ['bin', 'functions', 'web'].includes(first) ? first : null;
}

/** The file that a relative specifier means, from the root of the checkout; null for a package. */
export function targetOf(file: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const parts = file.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** `node:fs/promises` → `fs/promises`; null for what node does not bring. */
const nodeModuleOf = (specifier: string): string | null =>
  specifier.startsWith('node:') ? specifier.slice('node:'.length) : null;

/** `@aws-sdk/client-dynamodb/x` → `@aws-sdk/client-dynamodb`, `csv-parse/sync` → `csv-parse` */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const within = (file: string, places: readonly string[]): boolean =>
  places.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place));

function brokenDirection(file: string, target: string, typesOnly: boolean): string | null {
  const from = roomOf(file);
  const to = roomOf(target) ?? 'outside';
  if (from === null) return `${file} stands in no room: put it under lib, functions, web or bin`;
  const allowed = directions[from];
  if (allowed === undefined) return `${file}: the room ${from} is not on the map; add it to test/architecture/map.ts`;
  if (from === to || allowed.values.includes(everything)) return null;
  if (from === 'edge' && to === 'adapters' && !assemblies.has(target)) {
    return `${file} imports ${target}: edge sees the adapters through their assemblies only (${[...assemblies].join(', ')})`;
  }
  if (allowed.values.includes(to) || (typesOnly && allowed.types.includes(to))) return null;
  if (allowed.types.includes(to)) return `${file} imports ${target}: ${from} may take types from ${to}, no values`;
  const may = [...allowed.values, ...allowed.types.map((room) => `${room} (types)`)].join(', ');
  return `${file} imports ${target}: ${from} may import ${may === '' ? 'nothing of ours' : may}`;
}

function brokenEnding(file: string, target: string): string | null {
  return /\.(ts|json)$/.test(target) ? null : `${file} imports ${target}: write the ending .ts (node adds none)`;
}

function brokenHome(file: string, specifier: string, typesOnly: boolean): string | null {
  const name = packageOf(specifier);
  const pattern = Object.keys(homes).find((key) =>
    key.endsWith('*') ? name.startsWith(key.slice(0, -1)) : key === name,
  );
  const home = pattern === undefined ? undefined : homes[pattern];
  if (home === undefined)
    return `${file} imports ${name}, which has no home yet: give it one in test/architecture/map.ts`;
  if (within(file, home.values) || (typesOnly && within(file, home.types ?? []))) return null;
  const lives = [...home.values, ...(home.types ?? []).map((place) => `${place} (types)`)].join(' and ');
  return `${file} imports ${name}: it lives in ${lives} only`;
}

function brokenZod(file: string, found: Import): string | null {
  if (found.specifier !== 'zod' || found.names.join() === '*') return null;
  return `${file} imports { ${found.names.join(', ')} } from 'zod': write import * as z, or four times the bytes come along`;
}

function brokenWindow(file: string, module: string): string | null {
  const room = roomOf(file) ?? '';
  if (browserRooms.has(room) || browserFiles.has(file)) {
    return `${file} imports node:${module}: this part must run in a browser; have what you need passed in`;
  }
  if (pureRooms.has(room) && module === 'crypto') {
    return `${file} imports node:crypto: ${room} is pure; hashes and checks of signatures are passed in`;
  }
  if (!windows.has(module) || roomsWithWindows.has(room)) return null;
  return `${file} imports node:${module}: ${room} has no windows; add a port, and an adapter behind it`;
}

function brokenImport(file: string, found: Import): (string | null)[] {
  const { specifier } = found;
  if (specifier === null) return [`${file} imports a name worked out while running: write it as a plain string`];
  const reexport = found.isReexport
    ? `${file} re-exports from ${specifier}: import the file that defines the thing instead`
    : null;
  const target = targetOf(file, specifier);
  if (target !== null) return [reexport, brokenEnding(file, target), brokenDirection(file, target, found.typesOnly)];
  const module = nodeModuleOf(specifier);
  if (module !== null) return [reexport, brokenWindow(file, module)];
  return [reexport, brokenHome(file, specifier, found.typesOnly), brokenZod(file, found)];
}

function brokenLooks({ file, looks }: Source): string[] {
  if (roomsWithSurroundings.has(roomOf(file) ?? '')) return [];
  return looks.map(
    ({ at, what }) =>
      `${file} uses ${what}: the ${at} belongs to adapters and bin; take it through a port or as an input`,
  );
}

/** What the page verify.html cannot carry, and why. The chained dialect of zod does not shake: four times the bytes. */
function tooMuchForThePage({ specifier, typesOnly }: Import): string | null {
  if (typesOnly || specifier === null) return null;
  if (nodeModuleOf(specifier) !== null) return 'it must run in a browser';
  return specifier === 'zod' ? 'write zod/mini, for the page must be small' : null;
}

/** All that must run in a browser, followed through what it imports: a fault two files away is one all the same. */
function brokenReach(sources: ReadonlyMap<string, Source>): string[] {
  return [...browserFiles].flatMap((start) => {
    const seen = new Set([start]);
    for (const file of seen) {
      for (const { specifier, typesOnly } of sources.get(file)?.imports ?? []) {
        const target = specifier === null || typesOnly ? null : targetOf(file, specifier);
        if (target !== null) seen.add(target);
      }
    }
    seen.delete(start);
    return [...seen].flatMap((file) =>
      (sources.get(file)?.imports ?? []).flatMap((found) => {
        const why = tooMuchForThePage(found);
        return why === null ? [] : [`${start} reaches ${found.specifier} through ${file}: ${why}`];
      }),
    );
  });
}

function graphOf(sources: readonly Source[]): Map<string, string[]> {
  const files = new Set(sources.map(({ file }) => file));
  return new Map(
    sources.map(({ file, imports }) => [
      file,
      imports
        .map(({ specifier }) => (specifier === null ? null : targetOf(file, specifier)))
        .filter((target): target is string => target !== null && files.has(target)),
    ]),
  );
}

/**
 * @param sources every file of bin, lib, functions and web
 * @param exceptions lines that may break a rule, each with its reason; one that excuses nothing any more is itself reported
 * @returns one sentence for each broken rule, in the order of the sources; empty if the house is in order
 */
export function brokenRules(sources: readonly Source[], exceptions: readonly Exception[]): string[] {
  const used = new Set<Exception>();
  const broken = sources.flatMap((source) => [
    ...source.imports.flatMap((found) => {
      const sentences = brokenImport(source.file, found).filter((sentence) => sentence !== null);
      const target = found.specifier === null ? null : (targetOf(source.file, found.specifier) ?? found.specifier);
      const excuse = exceptions.find((exception) => exception.file === source.file && exception.target === target);
      if (excuse === undefined || sentences.length === 0) return sentences;
      used.add(excuse);
      return [];
    }),
    ...brokenLooks(source),
  ]);
  return [
    ...broken,
    ...brokenReach(new Map(sources.map((source) => [source.file, source]))),
    ...cycles(graphOf(sources)).map((ring) => `these files import each other in a ring: ${ring.join(' → ')}`),
    ...exceptions
      .filter((exception) => !used.has(exception))
      .map(
        ({ file, target }) => `the exception for ${file} → ${target} excuses nothing any more: take it off the list`,
      ),
  ];
}
