import type { Refusal } from '../../lib/model/refusal.ts';
import type { Language } from '../../lib/model/text.ts';

/** How a refusal stands in JSON, under `refused`. */
export const refusedJson = (
  { code, detail }: Pick<Refusal, 'detail'> & { readonly code: string },
  language: Language,
) => ({
  code,
  detail: detail[language],
});
