// What the page of an understood file is told: what was understood, the lines, what stands in the way, and how it may be put right.
import type { Month } from '../lib/model/calendar.ts';
import type { Bilingual } from '../lib/model/text.ts';
import type { CompanyChoice } from './parts/company.ts';

/** `must-fix`: nothing is posted while one stands. `confirm`: a person's word is needed. `note`: for information. */
export type Severity = 'must-fix' | 'confirm' | 'note';

/** One problem of the reading, of resolving people and projects, or one finding of the rules. */
export interface PreviewProblem {
  readonly sheet: string | null;
  /** 1-based; null: the whole sheet, or the whole file. */
  readonly row: number | null;
  readonly column: string | null;
  /** `F14`; null in a text file. */
  readonly cell: string | null;
  readonly value: string | null;
  readonly code: string;
  readonly severity: Severity;
  readonly detail: Bilingual;
}

export interface UnderstoodColumn {
  /** `F` */
  readonly letter: string;
  readonly header: string;
  /** A role of the reader (see web/words/understood.ts); null: not needed, and not read. */
  readonly role: string | null;
}

/** One table of the file; the shapes of this and what follows are those of the reader's `Understanding`. */
export interface UnderstoodTable {
  readonly sheet: string | null;
  readonly shape: 'list' | 'grid';
  readonly headerRow: number;
  readonly columns: readonly UnderstoodColumn[];
  /** `column`, `title`, `sheet-name`; null where nothing says it. */
  readonly personFrom: string | null;
  readonly projectFrom: string | null;
  readonly unit: string | null;
  readonly unitFrom: string | null;
  /** Of a grid, where it is one month. */
  readonly month: Month | null;
}

/** A line as it stands, and what was made of it: none if it has a problem, several of a line of a grid. */
export interface SampleLine {
  readonly sheet: string | null;
  readonly row: number;
  readonly cells: readonly string[];
  readonly entries: readonly {
    readonly person: string;
    readonly day: string;
    readonly project: string;
    readonly minutes?: number | undefined;
    readonly halfDays?: number | undefined;
  }[];
}

export interface Understood {
  readonly tables: readonly UnderstoodTable[];
  /** Sheets that are not read, and why. */
  readonly others: readonly { readonly sheet: string; readonly why: string }[];
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly decimal: string | null;
  readonly dateOrder: string | null;
  readonly dateOrderFrom: string | null;
  readonly decimals: string | null;
  /** The first ten lines. */
  readonly sample: readonly SampleLine[];
}

/** The layout that was applied, as it was saved. */
export interface ProfileUsed {
  readonly name: string;
  /** From 1. */
  readonly version: number;
  readonly by: string;
  /** Instant UTC. */
  readonly at: string;
}

/** A person or a project of the file, as written there, and its lines. */
export interface WrittenName {
  readonly text: string;
  readonly lines: number;
}

/** A cell that may be put right on the page. */
export interface FixableCell {
  /** `<sheet>!F14`, the sheet empty for a text file: sent back as the field `cell:<key>`. */
  readonly key: string;
  readonly problem: PreviewProblem;
}

/** A line that may be left out. */
export interface LineToFix {
  /** `<sheet>!<row>`, sent back as `leaveOut`. */
  readonly key: string;
  readonly sheet: string | null;
  readonly row: number;
  /** What stands there, in a few words. */
  readonly text: string;
}

/** What HR has already said of this very file; each kind can be taken back. */
export interface ChosenSoFar {
  readonly notNeededPeople: readonly WrittenName[];
  readonly notNeededProjects: readonly WrittenName[];
  /** Single lines left out. */
  readonly linesLeftOut: number;
  readonly cells: readonly { readonly key: string; readonly text: string }[];
  /** She changed the layout itself: sheets, header row, columns, units… */
  readonly layout: boolean;
}

/** A code that needs a person's word before posting. */
export interface ToConfirm {
  readonly code: string;
  readonly count: number;
  /** In her own words; else a tick is enough. */
  readonly asksReason: boolean;
}

export interface HrPreviewView {
  readonly company: CompanyChoice;
  readonly year: number;
  readonly years: readonly number[];
  readonly file: {
    readonly name: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly kind: 'csv' | 'xlsx' | 'ods';
  };
  readonly understood: Understood;
  readonly profile: ProfileUsed | null;
  /** SHA-256 of the choices that the file was read with, carried by each form: what is posted is what was seen. */
  readonly choices: string | null;
  readonly chosen: ChosenSoFar;
  readonly totals: {
    /** Lines that claim time: `ready` + `toFix` + `leftOut`. */
    readonly rows: number;
    readonly ready: number;
    readonly toFix: number;
    /** By HR's choice: of people and projects that are not needed, and single lines. */
    readonly leftOut: number;
    /** Of the lines that are ready. */
    readonly minutes: number;
    readonly halfDays: number;
    readonly fileTotalMinutes: number | null;
  };
  readonly ignored: readonly { readonly why: string }[];
  /** In order of severity, then of place. */
  readonly problems: readonly PreviewProblem[];
  /** By rule or by row, as asked (`?view=`); null: the page chooses by their number. */
  readonly shown: 'rules' | 'rows' | null;
  /** Only the problems of this code, by row (`?code=`). */
  readonly code: string | null;
  /** A copy with the bad cells coloured and commented can be made (`hrCopy`). */
  readonly hasCopy: boolean;
  /** Empty where there are more bad cells than anybody corrects by hand (20). */
  readonly fixable: readonly FixableCell[];
  readonly linesToFix: readonly LineToFix[];
  /** Written in the file, and unknown to the ledger. */
  readonly unknownPeople: readonly WrittenName[];
  readonly unknownProjects: readonly WrittenName[];
  readonly toConfirm: readonly ToConfirm[];
  /** An answer that did not post: codes without tick or reason, and what she had already typed. */
  readonly answered: {
    readonly missing: readonly string[];
    readonly ticked: readonly string[];
    readonly reasons: Readonly<Record<string, string>>;
  } | null;
  /** The receipt of this very file, if it is posted and not undone. */
  readonly receipt: string | null;
  /** What her last choice did, shown once. */
  readonly notice: Bilingual | null;
}
