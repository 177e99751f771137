// How marked cells look: fill and border differ by gravity, so that neither colour nor a printer in grey hides which is which.
import type { Look } from '../write/written-cell.ts';
import type { Gravity } from './mark.ts';

export const markLooks: Readonly<Record<Gravity, Look>> = {
  'must-fix': { bold: true, fill: 'F9D7D3', border: { style: 'medium', color: '9B2C20' } },
  confirm: { italic: true, fill: 'FFF0C2', border: { style: 'mediumDashed', color: '8A6100' } },
  note: { fill: 'E8EEF4', border: { style: 'thin', color: '5B7083' } },
};

export const ink = '1F4E46';
export const headerLook: Look = { bold: true, wrap: true, vertical: 'center' };
