// What the rules want to know of one source file, and how it is read out of its syntax tree.
import { parseAst } from 'vitest/node';

/** One import, re-export or `import(…)`, of a value or of a type. */
export interface Import {
  /** As written; null where `import(…)` is given something other than a plain string. */
  readonly specifier: string | null;
  /** True if node drops it: nothing but types comes in. */
  readonly typesOnly: boolean;
  readonly isReexport: boolean;
  /** Imported names; `*` for a namespace, `default`. Empty for `import(…)` and for an import without names. */
  readonly names: readonly string[];
}

export type Surroundings = 'environment' | 'clock' | 'randomness';

/** A place where a file looks out of itself. */
export interface Look {
  readonly at: Surroundings;
  /** What was written, for example `Date.now`. */
  readonly what: string;
}

export interface Source {
  /** From the root of the checkout, with slashes: `lib/model/siren.ts`. */
  readonly file: string;
  readonly imports: readonly Import[];
  readonly looks: readonly Look[];
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const plainString = (node: unknown): string | null =>
  isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;

/** The string of a literal or the name of an identifier; null for any other node. */
const textOf = (node: unknown): string | null =>
  isNode(node) && node.type === 'Identifier' ? String(node.name) : plainString(node);

const nodesOf = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

function namesOf(node: Node): string[] {
  if (node.type === 'ExportAllDeclaration') return ['*'];
  return nodesOf(node.specifiers).map((specifier) => {
    if (specifier.type === 'ImportNamespaceSpecifier') return '*';
    if (specifier.type === 'ImportDefaultSpecifier') return 'default';
    return textOf(specifier.imported ?? specifier.local) ?? '';
  });
}

function dropsToNothing(node: Node): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = nodesOf(node.specifiers);
  return (
    specifiers.length > 0 &&
    specifiers.every((specifier) => specifier.importKind === 'type' || specifier.exportKind === 'type')
  );
}

const declarations: ReadonlySet<string> = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
]);

function importOf(node: Node): Import | null {
  if (node.type === 'ImportExpression' || node.type === 'TSImportType') {
    const typesOnly = node.type === 'TSImportType';
    return { specifier: plainString(node.source), typesOnly, isReexport: false, names: [] };
  }
  if (!declarations.has(node.type) || !isNode(node.source)) return null;
  return {
    specifier: plainString(node.source),
    typesOnly: dropsToNothing(node),
    isReexport: node.type !== 'ImportDeclaration',
    names: namesOf(node),
  };
}

// Members of Date that ask no clock. Anything else that is done with the name could hand the clock on.
const clockless: ReadonlySet<string> = new Set(['UTC', 'parse', 'prototype']);
const random: ReadonlySet<string> = new Set([
  'random',
  'randomBytes',
  'randomFill',
  'randomFillSync',
  'randomInt',
  'randomUUID',
  'getRandomValues',
]);
const environmentModules: ReadonlySet<string> = new Set(['node:process', 'process']);
const clockModules: ReadonlySet<string> = new Set(['node:perf_hooks', 'perf_hooks']);
const randomModules: ReadonlySet<string> = new Set(['node:crypto', 'crypto']);

function looksOfImport(found: Import): Look[] {
  if (found.specifier === null || found.typesOnly) return [];
  const what = `import from '${found.specifier}'`;
  if (environmentModules.has(found.specifier)) return [{ at: 'environment', what }];
  if (clockModules.has(found.specifier)) return [{ at: 'clock', what }];
  if (!randomModules.has(found.specifier)) return [];
  return found.names.filter((name) => random.has(name)).map((what) => ({ at: 'randomness', what }));
}

/** @param parent the node around it: what makes `Date` harmless is how it is used */
function lookOf(node: Node, parent: Node): Look | null {
  if (node.type === 'MetaProperty') return null;
  if (node.type === 'MemberExpression') {
    const member = textOf(node.property);
    const of = textOf(node.object);
    if (member === 'env' && isNode(node.object) && node.object.type === 'MetaProperty') {
      return { at: 'environment', what: 'import.meta.env' };
    }
    // `ports.random` is the port; only Math has a `random` of its own.
    const isChance = member === 'random' ? of === 'Math' : member !== null && random.has(member);
    return isChance && node.computed !== true
      ? { at: 'randomness', what: of === null ? String(member) : `${of}.${member}` }
      : null;
  }
  if (node.type !== 'Identifier') return null;
  const member = parent.type === 'MemberExpression' && parent.object === node ? textOf(parent.property) : null;
  const what = member === null ? String(node.name) : `${node.name}.${member}`;
  if (node.name === 'process') return { at: 'environment', what };
  if (node.name === 'performance') return { at: 'clock', what };
  if (node.name !== 'Date') return null;
  if (parent.type === 'NewExpression') {
    return nodesOf(parent.arguments).length === 0 ? { at: 'clock', what: 'new Date()' } : null;
  }
  if (parent.type === 'BinaryExpression' && parent.operator === 'instanceof') return null;
  return member !== null && clockless.has(member) ? null : { at: 'clock', what };
}

// A name that is only a label: `{ process: … }`, `thing.process`, and what a declaration calls its own member.
function isLabel(node: Node, parent: Node): boolean {
  if (parent.computed === true || parent.shorthand === true) return false;
  return parent.property === node || (parent.key === node && parent.value !== node);
}

const isType = (node: Node): boolean =>
  node.type.startsWith('TS') &&
  !['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'TSInstantiationExpression'].includes(node.type);

/**
 * @param file where it stands, from the root of the checkout
 * @throws Error if the text is not TypeScript
 */
export function readSource(file: string, text: string): Source {
  const imports: Import[] = [];
  const looks: Look[] = [];
  const walk = (node: Node, parent: Node, inType: boolean): void => {
    const found = importOf(node);
    if (found !== null) {
      imports.push(found);
      looks.push(...looksOfImport(found));
    }
    if (node.type === 'ImportDeclaration') return;
    const look = inType || isLabel(node, parent) ? null : lookOf(node, parent);
    if (look !== null) looks.push(look);
    for (const child of Object.values(node)) {
      for (const next of Array.isArray(child) ? nodesOf(child) : isNode(child) ? [child] : []) {
        walk(next, node, inType || isType(next));
      }
    }
  };
  const program: unknown = parseAst(text, { lang: 'ts' });
  if (!isNode(program)) throw new Error(`${file} has no syntax tree`);
  walk(program, program, false);
  return { file, imports, looks };
}
