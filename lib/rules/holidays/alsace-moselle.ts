// What Moselle, Bas-Rhin and Haut-Rhin have besides: Good Friday and 26 December.
import type { HolidaysByYear } from './public-holidays.ts';

/**
 * Code du travail, art. L. 3134-13. Good Friday holds in communes with a Protestant temple or a mixed church; the registry does not keep communes, so it
 * is asked about in all of them: an order lifts the refusal.
 */
export const alsaceMoselle: HolidaysByYear = {
  '2015': ['2015-04-03', '2015-12-26'],
  '2016': ['2016-03-25', '2016-12-26'],
  '2017': ['2017-04-14', '2017-12-26'],
  '2018': ['2018-03-30', '2018-12-26'],
  '2019': ['2019-04-19', '2019-12-26'],
  '2020': ['2020-04-10', '2020-12-26'],
  '2021': ['2021-04-02', '2021-12-26'],
  '2022': ['2022-04-15', '2022-12-26'],
  '2023': ['2023-04-07', '2023-12-26'],
  '2024': ['2024-03-29', '2024-12-26'],
  '2025': ['2025-04-18', '2025-12-26'],
  '2026': ['2026-04-03', '2026-12-26'],
  '2027': ['2027-03-26', '2027-12-26'],
};
