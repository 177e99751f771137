// The map holds: every import of bin, lib, functions and web is read, and a planted fault of each sort is found.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Exception, exceptions } from './architecture/map.ts';
import { brokenRules } from './architecture/rules.ts';
import { readSource, type Source } from './architecture/source.ts';

const root = resolve(import.meta.dirname, '..');

const sourcesOfTheHouse = (): Source[] =>
  ['bin', 'lib', 'functions', 'web'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
      .sort()
      .map((file) => readSource(file, readFileSync(join(root, file), 'utf8'))),
  );

/** What the rules say of a house made of these files alone. */
const saidOf = (files: Readonly<Record<string, string>>, excused: readonly Exception[] = []): string[] =>
  brokenRules(
    Object.entries(files).map(([file, text]) => readSource(file, text)),
    excused,
  );

it('the house keeps its own rules', () => {
  const sources = sourcesOfTheHouse();
  // A reader that finds no file or no import would find no fault either.
  expect(sources.length).toBeGreaterThan(150);
  expect(sources.flatMap((source) => source.imports).length).toBeGreaterThan(400);
  expect(brokenRules(sources, exceptions)).toEqual([]);
});

describe('a planted fault is found:', () => {
  const faults: readonly (readonly [name: string, file: string, text: string, said: string])[] = [
    ['a pure room takes another', 'lib/intake/a.ts', "import { b } from '../rules/b.ts'", 'intake may import model'],
    ['… for its types', 'lib/rules/a.ts', "import type { B } from '../matching/b.ts'", 'rules may import model'],
    ['… named inside a type', 'lib/rules/a.ts', "type B = import('../ledger/b.ts').B", 'rules may import model'],
    ['… while running', 'lib/rules/a.ts', "await import('../ledger/b.ts')", 'rules may import model'],
    [
      'the model takes anything',
      'lib/model/a.ts',
      "import type { P } from '../ports.ts'",
      'model may import nothing of ours',
    ],
    [
      'ports take a value',
      'lib/ports.ts',
      "import { b } from './ledger/b.ts'",
      'ports may take types from ledger, no values',
    ],
    [
      'web takes a value of the statement',
      'web/a.ts',
      "import { b } from '../lib/statement/b.ts'",
      'types from statement',
    ],
    [
      'infrastructure takes a value of edge',
      'lib/infrastructure/a.ts',
      "import { b } from '../edge/b.ts'",
      'no values',
    ],
    [
      'a use case takes an adapter',
      'lib/use-cases/a.ts',
      "import { b } from '../adapters/clock/b.ts'",
      'use-cases may import',
    ],
    [
      'edge takes one adapter',
      'lib/edge/a.ts',
      "import { b } from '../adapters/clock/b.ts'",
      'through their assemblies only',
    ],
    [
      'a function takes a pure room',
      'functions/a.ts',
      "import { b } from '../lib/rules/b.ts'",
      'functions may import edge',
    ],
    [
      'the library takes an example',
      'lib/use-cases/a.ts',
      "import { b } from '../../examples/b.ts'",
      'use-cases may import',
    ],
    ['a room that is not on the map', 'lib/tools/a.ts', "import { b } from '../model/b.ts'", 'tools is not on the map'],
    ['pdfkit away from home', 'lib/use-cases/a.ts', "import P from 'pdfkit'", 'lives in lib/statement/'],
    [
      'date-fns beside its file',
      'lib/model/a.ts',
      "import { addDays } from 'date-fns'",
      'lives in lib/model/calendar.ts',
    ],
    [
      'the AWS SDK in a use case',
      'lib/use-cases/a.ts',
      "import { D } from '@aws-sdk/client-dynamodb'",
      'lives in lib/adapters/',
    ],
    ['Octokit in edge', 'lib/edge/a.ts', "import { graphql } from '@octokit/graphql'", 'lives in lib/adapters/'],
    ['middy in a function', 'functions/a.ts', "import middy from '@middy/core'", 'lives in lib/edge/'],
    ['the CDK in edge', 'lib/edge/a.ts', "import { App } from 'aws-cdk-lib'", 'lives in lib/infrastructure/ and bin/'],
    [
      'constructs in a function',
      'functions/a.ts',
      "import { C } from 'constructs'",
      'lives in lib/infrastructure/ and bin/',
    ],
    ['csv-parse in a use case', 'lib/use-cases/a.ts', "import { parse } from 'csv-parse/sync'", 'lives in lib/intake/'],
    ['SPDX in the rules', 'lib/rules/a.ts', "import parse from 'spdx-expression-parse'", 'lives in lib/intake/'],
    ['preact in a function', 'functions/a.ts', "import { h } from 'preact'", 'lives in web/'],
    [
      'a value of the Lambda types',
      'lib/edge/a.ts',
      "import { x } from 'aws-lambda'",
      'lives in lib/edge/ (types) only',
    ],
    ['a library without a home', 'lib/edge/a.ts', "import _ from 'lodash'", 'lodash, which has no home yet'],
    ['the z object', 'lib/edge/a.ts', "import { z } from 'zod'", 'write import * as z'],
    ['node in the model', 'lib/model/a.ts', "import { Buffer } from 'node:buffer'", 'must run in a browser'],
    [
      'node in the verifier, types too',
      'lib/statement/verify.ts',
      "import type { Hash } from 'node:crypto'",
      'must run in a browser',
    ],
    [
      'hashing at first hand in a pure room',
      'lib/statement/a.ts',
      "import { createHash } from 'node:crypto'",
      'statement is pure',
    ],
    ['files in a pure room', 'lib/intake/a.ts', "import { readFileSync } from 'node:fs'", 'intake has no windows'],
    ['the network in a use case', 'lib/use-cases/a.ts', "import { get } from 'node:http'", 'use-cases has no windows'],
    ['the environment', 'lib/edge/a.ts', 'export const a = process.env.HOME', 'uses process.env'],
    [
      'the environment by another way',
      'lib/edge/a.ts',
      "import { env } from 'node:process'",
      "uses import from 'node:process'",
    ],
    ['the environment taken apart', 'lib/edge/a.ts', 'const { env } = process', 'uses process'],
    ['the clock', 'lib/use-cases/a.ts', 'export const a = Date.now()', 'uses Date.now'],
    ['the clock handed on', 'lib/use-cases/a.ts', 'export const a = { now: Date.now }', 'uses Date.now'],
    ['today', 'web/a.ts', 'export const a = new Date()', 'uses new Date()'],
    ['today in words', 'web/a.ts', 'export const a = Date()', 'uses Date:'],
    ['a stop watch', 'lib/rules/a.ts', 'export const a = performance.now()', 'uses performance.now'],
    ['chance', 'lib/matching/a.ts', 'export const a = Math.random()', 'uses Math.random'],
    ['chance for names', 'functions/a.ts', 'export const a = crypto.randomUUID()', 'uses crypto.randomUUID'],
    ['chance for bytes', 'lib/edge/a.ts', "import { randomBytes } from 'node:crypto'", 'uses randomBytes'],
    [
      'chance by the whole module',
      'lib/edge/a.ts',
      "import * as c from 'node:crypto'; c.randomBytes(8)",
      'uses c.randomBytes',
    ],
    ['no ending', 'lib/edge/a.ts', "import { b } from './b'", 'write the ending .ts'],
    ['the ending of what node would run', 'lib/edge/a.ts', "import { b } from './b.js'", 'write the ending .ts'],
    [
      'a file that hands others on',
      'lib/edge/index.ts',
      "export * from './b.ts'",
      'import the file that defines the thing',
    ],
    ['… by name', 'lib/edge/a.ts', "export { b } from './b.ts'", 'import the file that defines the thing'],
    ['… for types', 'lib/edge/a.ts', "export type { B } from './b.ts'", 'import the file that defines the thing'],
    [
      'a name worked out while running',
      'lib/edge/a.ts',
      "const b = './b.ts'; await import(b)",
      'write it as a plain string',
    ],
  ];

  it.each(faults)('%s', (_name, file, text, said) => {
    const broken = saidOf({ [file]: text });
    expect(broken).toHaveLength(1);
    expect(broken[0]).toContain(said);
    expect(broken[0]).toContain(file);
  });

  it('a ring of three files, told once', () => {
    const ring = {
      'lib/model/a.ts': "import { b } from './b.ts'",
      'lib/model/b.ts': "import type { C } from './c.ts'",
      'lib/model/c.ts': "import { a } from './a.ts'",
      'lib/model/d.ts': "import { a } from './a.ts'",
    };
    expect(saidOf(ring)).toEqual([
      'these files import each other in a ring: lib/model/a.ts → lib/model/b.ts → lib/model/c.ts → lib/model/a.ts',
    ]);
  });

  it('node two files behind the verifier', () => {
    const files = {
      'lib/statement/verify.ts': "import { a } from './a.ts'",
      'lib/statement/a.ts': "import { b } from './b.ts'",
      'lib/statement/b.ts': "import { gzipSync } from 'node:zlib'",
    };
    expect(saidOf(files)).toEqual([
      'lib/statement/verify.ts reaches node:zlib through lib/statement/b.ts: it must run in a browser',
    ]);
  });

  it('the chained zod behind the verifier', () => {
    const files = {
      'lib/statement/verify-file.ts': "import { a } from './a.ts'",
      'lib/statement/a.ts': "import * as z from 'zod'",
    };
    expect(saidOf(files)).toEqual([
      'lib/statement/verify-file.ts reaches zod through lib/statement/a.ts: write zod/mini, for the page must be small',
    ]);
  });

  it('an exception that excuses nothing any more', () => {
    const excused = [{ file: 'lib/edge/a.ts', target: 'lodash', reason: 'once upon a time' }];
    expect(saidOf({ 'lib/edge/a.ts': '' }, excused)).toEqual([
      'the exception for lib/edge/a.ts → lodash excuses nothing any more: take it off the list',
    ]);
  });
});

describe('what is allowed passes:', () => {
  const allowed: readonly (readonly [name: string, file: string, text: string])[] = [
    ['bin takes everything of ours', 'bin/a.ts', "import a from '../cdk.json'; import { b } from '../lib/intake/b.ts'"],
    ['the clock in an adapter', 'lib/adapters/a.ts', 'export const now = () => Date.now()'],
    ['the environment in bin', 'bin/a.ts', 'export const a = process.env.HOME'],
    ['a date made of its parts', 'lib/model/a.ts', 'export const a = new Date(Date.UTC(2025, 0, 1))'],
    ['a date told from other things', 'lib/intake/a.ts', 'export const a = (x: Date) => x instanceof Date'],
    ['a member that is called process', 'lib/intake/a.ts', 'export const a = { process: 1 }.process'],
    ['types where the map says types', 'lib/infrastructure/a.ts', "import type { B } from '../edge/b.ts'"],
    ['types named one by one', 'lib/ports/a.ts', "import { type B } from '../ledger/b.ts'"],
    ['edge takes an assembly', 'lib/edge/a.ts', "import { b } from '../adapters/local.ts'"],
    ['z as a namespace', 'functions/a.ts', "import * as z from 'zod'"],
    [
      'the word import in a text',
      'lib/model/a.ts',
      "export const a = \"import { b } from '../ports.ts'\" // import('x')",
    ],
  ];

  it.each(allowed)('%s', (_name, file, text) => expect(saidOf({ [file]: text })).toEqual([]));

  it('what an exception excuses, and nothing else in that file', () => {
    const excused = [{ file: 'lib/edge/a.ts', target: 'lib/rules/b.ts', reason: 'for this test' }];
    const text = "import { b } from '../rules/b.ts'; import { c } from '../rules/c.ts'";
    expect(saidOf({ 'lib/edge/a.ts': text }, excused)).toEqual([
      'lib/edge/a.ts imports lib/rules/c.ts: edge may import adapters, ports, model',
    ]);
  });
});
