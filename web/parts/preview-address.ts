// Addresses of a preview and its actions: each link carries the choices that the file was read with.
import { addresses } from '../addresses.ts';

export interface PreviewPlace {
  readonly company: { readonly id: string };
  readonly year: number;
  readonly file: { readonly sha256: string };
  readonly choices: string | null;
}

type Action = 'hrPreview' | 'hrChange' | 'hrCopy' | 'hrChoices';

/** @param anchor `#unit` @param query what the address asks for besides the choices */
export function previewAddress(
  { company, year, file, choices }: PreviewPlace,
  action: Action,
  anchor = '',
  query: Readonly<Record<string, string>> = {},
): string {
  const parameters = new URLSearchParams({ ...(choices === null ? {} : { choices }), ...query }).toString();
  const address = addresses[action](company.id, year, file.sha256);
  return `${address}${parameters === '' ? '' : `?${parameters}`}${anchor}`;
}
