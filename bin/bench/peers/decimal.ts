// As much of decimal.js as is used here.

export interface Decimal {
  readonly plus: (other: Decimal) => Decimal;
  readonly times: (other: Decimal | number | string) => Decimal;
  readonly div: (other: Decimal | number) => Decimal;
  readonly toDecimalPlaces: (places: number, rounding: number) => Decimal;
  readonly toNumber: () => number;
  readonly gt: (other: number) => boolean;
}

export interface DecimalClass {
  new (value: number | string): Decimal;
  readonly ROUND_HALF_UP: number;
  readonly set: (options: { readonly precision: number }) => void;
}

export interface DecimalPackage {
  readonly Decimal: DecimalClass;
}
