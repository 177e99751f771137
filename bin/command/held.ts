import { held as heldOn } from '../../lib/use-cases/held.ts';
import { renderDeveloperHeld } from '../../web/developer-held.ts';
import { command } from '../frame/command.ts';
import { writeOutput } from '../frame/write-output.ts';
import { herselfOf, herselfOptions } from '../herself.ts';
import { readLedger } from '../ledger.ts';

const name = 'held';
const encoder = new TextEncoder();

/** The page beside the file: `x.json` has `x.fr.html` and `x.en.html`. */
const pagePath = (out: string, language: string): string => `${out.replace(/\.json$/i, '')}.${language}.html`;

export const held = command({
  name,
  argument: null,
  summary: {
    fr: 'tout ce qui est gardé sur une développeuse, qui l’a vu, et jusqu’à quand : à elle d’emporter',
    en: 'all that is held on a developer, who saw it, and until when: hers to take away',
  },
  options: {
    ...herselfOptions,
    out: {
      value: 'FILE',
      required: true,
      summary: {
        fr: 'fichier JSON à écrire ; à côté, la même chose en pages lisibles (.fr.html, .en.html)',
        en: 'JSON file to write; beside it, the same as pages to read (.fr.html, .en.html)',
      },
    },
  },
  run: async ({ options }) => {
    const { out } = options;
    const all = await readLedger(options, async (ports) => heldOn(ports, await herselfOf(ports, name, options.as)));
    await writeOutput(out, encoder.encode(`${JSON.stringify(all, null, 2)}\n`));
    for (const language of ['fr', 'en'] as const) {
      const frame = { language, person: null, roles: [], csrf: '', isMemory: false, isTestClock: false, path: null };
      await writeOutput(pagePath(out, language), encoder.encode(renderDeveloperHeld(all, frame)));
    }
    const { until } = all.keeping;
    return {
      exitCode: 0,
      json: () => all,
      text: (language) =>
        language === 'fr'
          ? `Écrit : ${out}, et les pages à côté. ${until === null ? 'Plus rien ne doit être gardé.' : `Gardé jusqu’au ${until} inclus.`}`
          : `Written: ${out}, and the pages beside it. ${until === null ? 'Nothing must be kept any more.' : `Kept until the end of ${until}.`}`,
    };
  },
});
