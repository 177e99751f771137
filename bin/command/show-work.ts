import type { Ports } from '../../lib/ports.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import type { Handed } from '../../lib/use-cases/check-month.ts';
import { declaredTime, standingAmount, wholeMonth } from '../../lib/use-cases/declared-time.ts';
import { companyBook } from '../../lib/use-cases/people.ts';
import { type OwnLine, showWork as show, takeWorkBack } from '../../lib/use-cases/show-work.ts';
import { command } from '../frame/command.ts';
import { handedOutcome } from '../frame/handed-outcome.ts';
import { monthOf } from '../frame/month-option.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { herselfOf, herselfOptions } from '../herself.ts';
import { withLedger } from '../ledger.ts';

const name = 'show-work';

/** The one line of a day; where there are several, `project` says which. */
async function lineOn(ports: Ports, hers: OwnLine, day: string, project: string | undefined): Promise<string> {
  const state = await readBook(ports, companyBook(hers.company));
  const { entries } = await declaredTime(ports, state, wholeMonth(hers.month), hers.developer);
  const found = entries.filter(
    (entry) => entry.day === day && standingAmount(entry) > 0 && (project === undefined || entry.project === project),
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only.entry;
  const projects = found.map((entry) => entry.project).join(', ');
  throw wrongUsage(
    name,
    only === undefined
      ? {
          fr: `Rien n’est déclaré le ${day}${project === undefined ? '' : ` sur ${project}`}. Vérifiez --day et --project : votre mois montre vos lignes.`,
          en: `Nothing is declared on ${day}${project === undefined ? '' : ` for ${project}`}. Check --day and --project: your month shows your lines.`,
        }
      : {
          fr: `Plusieurs lignes le ${day} (${projects}) : ajoutez --project.`,
          en: `Several lines on ${day} (${projects}): add --project.`,
        },
  );
}

export const showWork = command({
  name,
  argument: null,
  summary: {
    fr: 'la développeuse montre un travail qui n’a laissé aucune trace publique ; ne change aucune minute',
    en: 'the developer shows work that left no public trace; changes no minute',
  },
  options: {
    month: { value: 'YYYY-MM', required: true, summary: { fr: 'le mois', en: 'the month' } },
    day: { value: 'YYYY-MM-DD', summary: { fr: 'le jour de la ligne', en: 'the day of the line' } },
    project: {
      value: 'ID',
      summary: { fr: 'le projet, s’il y a plusieurs lignes', en: 'the project, where there are several lines' },
    },
    text: { value: 'TEXT', summary: { fr: 'ce qui montre ce travail', en: 'what shows this work' } },
    link: { value: 'URL', summary: { fr: 'adresse https où le voir', en: 'https address where it can be seen' } },
    'take-back': { value: 'CAUSE', summary: { fr: 'reprend ce qui a été montré', en: 'takes back what was shown' } },
    ...herselfOptions,
  },
  run: async ({ options }) => {
    const month = monthOf(name, options.month);
    const { day, text, link, 'take-back': taken } = options;
    if (taken === undefined && (day === undefined || text === undefined)) {
      throw wrongUsage(name, {
        fr: 'Donnez --day et --text, ou --take-back.',
        en: 'Give --day and --text, or --take-back.',
      });
    }
    if (link !== undefined && !/^https:\/\/\S{1,490}$/.test(link)) {
      throw wrongUsage(name, { fr: '--link demande une adresse https.', en: '--link takes an https address.' });
    }
    const handed = await withLedger(options, async (ports): Promise<Handed> => {
      const hers: OwnLine = { ...(await herselfOf(ports, name, options.as)), month };
      if (taken !== undefined) return takeWorkBack(ports, { ...hers, evidence: taken });
      const entry = await lineOn(ports, hers, day!, options.project);
      return show(ports, { ...hers, entry, text: text!, link: link ?? null });
    });
    return handedOutcome(
      handed,
      taken === undefined
        ? {
            fr: 'C’est ajouté : qui est interrogé sur cette ligne le lira.',
            en: 'It is added: whoever is asked about this line reads it.',
          }
        : { fr: 'C’est repris.', en: 'It is taken back.' },
    );
  },
});
