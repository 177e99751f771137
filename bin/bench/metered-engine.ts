// A DynamoDB engine behind a counter: each call passes through and leaves behind what it would have cost, as the engine itself says.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface Used {
  readonly calls: number;
  readonly read: number;
  readonly write: number;
}

/** By sort of item and kind of owner: `book#company`, `view#person`, `salt#company` … */
export type Units = ReadonlyMap<string, Used>;

export interface MeteredEngine {
  /** For `COMMUNS_DYNAMODB_ENDPOINT`. */
  readonly endpoint: string;
  /** What was used since it was last taken. */
  readonly take: () => Units;
  readonly close: () => Promise<void>;
}

export const nothing: Used = { calls: 0, read: 0, write: 0 };
export const plus = (a: Used, b: Used): Used => ({
  calls: a.calls + b.calls,
  read: a.read + b.read,
  write: a.write + b.write,
});

/** @returns the sum over the partitions that are meant */
export const unitsOf = (units: Units, isMeant: (partition: string) => boolean): Used =>
  [...units].reduce((sum, [partition, used]) => (isMeant(partition) ? plus(sum, used) : sum), nothing);

interface Call {
  readonly Item?: { readonly pk: { readonly S: string } };
  readonly Key?: { readonly pk: { readonly S: string } };
  readonly ExpressionAttributeValues?: { readonly ':pk'?: { readonly S: string } };
}

/** @param pk of an item @returns its name among the units */
export function partitionOf(pk: string): string {
  const [sort = '', owner = ''] = pk.split('#');
  return `${sort}#${owner.split('/')[0]}`;
}

const pkOf = ({ Item, Key, ExpressionAttributeValues }: Call): string =>
  (Item ?? Key)?.pk.S ?? ExpressionAttributeValues?.[':pk']?.S ?? '';

const headersPassedOn = ['content-type', 'x-amz-target', 'x-amz-date', 'authorization'] as const;

/**
 * Transactions are not counted: only the waiting inbox makes them, and the cloud has a queue in its place.
 * @param engine its endpoint; it checks no signature, so a call may be added to
 */
export async function meteredEngine(engine: string): Promise<MeteredEngine> {
  let units = new Map<string, Used>();
  const server = createServer(async (request, response) => {
    const call = JSON.parse((await buffer(request)).toString()) as Call;
    const headers = headersPassedOn.map((name): [string, string] => [name, String(request.headers[name])]);
    const body = JSON.stringify({ ...call, ReturnConsumedCapacity: 'TOTAL' });
    const answer = await fetch(engine, { method: 'POST', headers, body });
    const text = await answer.text();
    const said = JSON.parse(text) as { readonly ConsumedCapacity?: { readonly CapacityUnits: number } };
    // A put that its condition forbids is billed too, and its answer does not say so.
    const used = said.ConsumedCapacity?.CapacityUnits ?? (answer.ok ? 0 : 1);
    const isWrite = /\.(Put|Delete)Item$/.test(String(request.headers['x-amz-target']));
    const partition = partitionOf(pkOf(call));
    const one = { calls: 1, read: isWrite ? 0 : used, write: isWrite ? used : 0 };
    units.set(partition, plus(units.get(partition) ?? nothing, one));
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = units;
      units = new Map();
      return taken;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
