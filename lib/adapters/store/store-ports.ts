// All ports that stand on the table; what an erasure may change is among the files too.

import type { Random } from '../../ports/primitives.ts';
import type { Ports } from '../../ports.ts';
import type { Blobs } from '../files/blobs.ts';
import { accessList } from './access-list.ts';
import { readBatches, writeBatches } from './batches.ts';
import { appendBooks, listBooks, readBooks } from './books.ts';
import { directory } from './directory.ts';
import { erasing } from './erasing.ts';
import { logPlaces } from './log-places.ts';
import { saltKeys } from './salt-keys.ts';
import type { Table } from './table.ts';
import { readViews, writeViews } from './views.ts';

export const storePorts = (table: Table, random: Random, files: Pick<Blobs, 'replace'>) =>
  ({
    readBooks: readBooks(table),
    appendBooks: appendBooks(table),
    listBooks: listBooks(table),
    readBatches: readBatches(table),
    writeBatches: writeBatches(table),
    readViews: readViews(table),
    writeViews: writeViews(table),
    directory: directory(table),
    readDirectory: directory(table),
    saltKeys: saltKeys(table, random),
    accessList: accessList(table),
    erasing: erasing(table, files),
    logPlaces: logPlaces(table),
    readLogPlaces: logPlaces(table),
  }) satisfies Partial<Ports>;
