// What an import writes, in units of DynamoDB, over everything: facts, chunks, views, and the claims in people's books.
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type ImportUnits, importUnits, openMetered } from '../../bin/bench/import.ts';
import { makeCompany, makeRegistry, project } from '../../bin/bench/made-company.ts';
import { madeTimesheet } from '../../bin/bench/made-timesheet.ts';
