// Erasures as the pages are shown them: lent, kept, to be asked for, asked by her who looks, asked by another.
import type { HrErasureView } from '../../web/hr-erasure.ts';
import type { HrErasuresView } from '../../web/hr-erasures.ts';
import type { RegistrarObjectionsView } from '../../web/registrar-objections.ts';
import { sampleDigest } from './sample-figures.ts';

const company = { id: 'co-rail', siren: '999001001', name: 'Rail Exemple' };

export const sampleErasures: HrErasuresView = {
  company,
  people: [
    {
      ...{ developer: 'de-2', matricule: 'R-102', name: 'Bastien Corvoisier' },
      asked: { by: 'Sabine Tellier', at: '2033-01-04T09:00:00.000Z' },
    },
    {
      developer: 'de-3',
      matricule: 'R-103',
      name: 'Inès Le Guen',
      asked: { by: null, at: '2033-01-05T10:30:00.000Z' },
    },
    { developer: 'de-1', matricule: 'R-101', name: 'Alice Vernois', asked: null },
  ],
  erased: [{ developer: 'de-41c0ffee41c0ffee', at: '2032-11-02T08:15:00.000Z', by: 'Mireille Aubrac' }],
  notice: {
    fr: 'La demande est enregistrée. Rien n’est encore effacé.',
    en: 'The request is recorded. Nothing is erased yet.',
  },
};

export const keptErasure: HrErasureView = {
  company,
  developer: { id: 'de-1', name: 'Alice Vernois', matricule: 'R-101' },
  held: { rows: 1_284 },
  kept: [
    {
      ...{ what: 'time', pieces: 12, until: '2030-12-31', text: 'C. trav. L. 3171-3', years: 5 },
      says: { fr: 'temps de travail, à compter du jour travaillé', en: 'working time, counted from the day worked' },
    },
    {
      ...{ what: 'statement', pieces: 2, until: '2032-02-16', text: 'LPF L. 102 B', years: 6 },
      says: {
        fr: 'pièces sur lesquelles l’administration peut exercer un contrôle, à compter de leur date',
        en: 'papers that the tax administration may inspect, counted from their date',
      },
    },
  ],
  ...{ keptUntil: '2032-02-16', lentTo: null, request: null },
};
export const lentErasure: HrErasureView = { ...keptErasure, lentTo: 'open' };
export const overErasure: HrErasureView = { ...keptErasure, keptUntil: null };
export const ownErasure: HrErasureView = {
  ...overErasure,
  request: { at: '2033-01-04T09:00:00.000Z', by: 'Sabine Tellier', ground: 'request', isOwn: true },
};
export const askedErasure: HrErasureView = {
  ...overErasure,
  request: { at: '2033-01-04T09:00:00.000Z', by: 'Mireille Aubrac', ground: 'request', isOwn: false },
};

export const sampleObjections: RegistrarObjectionsView = {
  upheld: [{ author: sampleDigest('author'), at: '2026-06-02T08:15:00.000Z' }],
  notice: null,
};
