// One exchange with a forge, its body read to the end; where the line breaks, the forge is asked again later.
import { Refusal } from '../../model/refusal.ts';
import type { Patience } from './forge-patience.ts';
import type { ForgeFetch, ForgeRequest } from './safe-fetch.ts';

export interface Exchanged {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly text: string;
}

/** @throws Refusal of the guard; ComeBackLater for everything that breaks between the forge and us */
export async function exchanged(
  fetch: ForgeFetch,
  url: string,
  request: ForgeRequest,
  patience: Patience,
): Promise<Exchanged> {
  try {
    const answer = await fetch(url, request);
    return { status: answer.status, header: (name) => answer.headers.get(name), text: await answer.text() };
  } catch (failure) {
    // The cause is left out: what a transport throws may hold the request.
    throw failure instanceof Refusal ? failure : patience.down();
  }
}
