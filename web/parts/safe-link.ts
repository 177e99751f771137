// The only place that writes an href: an address that runs code or leaves by stealth becomes plain text.
import { type ComponentChild, type ComponentChildren, h } from 'preact';

/** Our own paths, anchors and https; `javascript:`, `data:`, `//host` and whatever a browser would read as one are not. */
const isSafe = (address: string): boolean => /^(?:\/(?![/\\])|#|\?|https:\/\/)[^\\\s\p{Cc}]*$/u.test(address);

export interface LinkLooks {
  readonly class?: string;
  readonly isCurrent?: boolean;
  readonly lang?: string;
}

/** @returns a link, or its text alone if the address is not one that may be followed */
export function safeLink(address: string, text: ComponentChildren, looks: LinkLooks = {}): ComponentChild {
  const { class: name, isCurrent = false, lang } = looks;
  const attributes = { ...(name === undefined ? {} : { class: name }), ...(lang === undefined ? {} : { lang }) };
  if (!isSafe(address)) return h('span', attributes, text);
  return h(
    'a',
    {
      ...attributes,
      href: address,
      ...(lang === undefined ? {} : { hreflang: lang }),
      ...(isCurrent ? { 'aria-current': 'page' as const } : {}),
      // A page elsewhere learns nothing of where its reader came from (the header says so too).
      ...(address.startsWith('https:') ? { rel: 'noreferrer external' } : {}),
    },
    text,
  );
}
