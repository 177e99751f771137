// What a number format code of a workbook makes of a number: a date, a time, a percentage, or a plain number.
import type { NumberShape } from './cell.ts';

export const plainShape: NumberShape = { shape: 'plain', zeros: 0 };
const date: NumberShape = { shape: 'date', zeros: 0 };
const time: NumberShape = { shape: 'time', zeros: 0 };
const percent: NumberShape = { shape: 'percent', zeros: 0 };

/** Formats that exist without being written (ECMA-376 part 1, 18.8.30), East Asian dates included. */
export function builtInShape(id: number): NumberShape {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return date;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return time;
  return id === 9 || id === 10 ? percent : plainShape;
}

/** @param code e.g. `dd/mm/yyyy`, `[h]:mm`, `[$-40C]d\-mmm\-yy;@`, `0.00" h"`, `000000` */
export function shapeOfFormat(code: string): NumberShape {
  const [section = ''] = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .split(';');
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(section);
  const bare = section.replace(/\[[^\]]*\]/g, '').toLowerCase();
  if (/^(?:general|standard|@)?$/.test(bare.trim()) && !elapsed) return plainShape;
  if (elapsed) return time;
  if (/[yd]|jj|aaaa/.test(bare)) return date;
  if (/[hs]/.test(bare.replace(/am\/pm|a\/p/g, ''))) return time;
  if (bare.includes('m')) return date;
  if (bare.includes('%')) return percent;
  return { shape: 'plain', zeros: /^0{2,20}$/.test(bare) ? bare.length : 0 };
}
