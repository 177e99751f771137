// Where everything stands on the pages: what the layout answers, and what is drawn. Lengths in points, y downwards.
import type { Orientation } from './blocks.ts';

export type Face = 'regular' | 'bold';

/** An element of the structure tree (ISO 32000-1, 14.7): who reads with a screen reader walks these. */
export interface Element {
  readonly tag: 'Document' | 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';
  /** Null for the root alone. */
  readonly parent: Element | null;
  readonly scope?: 'Column' | 'Row';
  readonly alt?: string;
}

export interface PlacedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export type Placed =
  /** Text of one element, on one page. Without an element it is decoration that is not read out. */
  | {
      readonly kind: 'text';
      readonly element: Element | null;
      readonly face: Face;
      readonly size: number;
      readonly color: string;
      readonly lines: readonly PlacedLine[];
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly color: string;
    }
  | {
      readonly kind: 'code';
      readonly element: Element;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly content: string;
    };

export interface PlacedPage {
  readonly orientation: Orientation;
  readonly placed: readonly Placed[];
}

/** A4 (ISO 216). */
const short = 595.28;
const long = 841.89;
export const pageSize = (orientation: Orientation): { readonly width: number; readonly height: number } =>
  orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
