// The body of an answer from outside, up to a bound: whoever answers does not choose how much memory it takes.
import { joinBytes } from '../model/bytes.ts';

/** @throws Error if there is more */
export async function answerBytes({ body }: Response, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > mostBytes) throw new Error('answered too much');
    chunks.push(chunk);
  }
  return joinBytes(chunks);
}
