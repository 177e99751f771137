// Writes test/golden/rule-set.txt and the tables of docs/law.md anew: node test/golden/make-rule-set.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { lawPage, withTables } from '../docs/law-tables.ts';
import { goldenFile, goldenText } from './rule-set-lines.ts';

const root = resolve(import.meta.dirname, '../..');
writeFileSync(resolve(root, goldenFile), goldenText());
const page = resolve(root, lawPage);
writeFileSync(page, withTables(readFileSync(page, 'utf8')));
