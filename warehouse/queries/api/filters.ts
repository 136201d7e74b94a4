import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { integer, none, optionalText, text } from '../../shapes.ts'

/** What the filters offer, and how far the data goes. */
export const filterQueries = {
  dataRange: defineQuery({
    file: 'api/data-range.sql',
    params: none,
    row: Type.Object({ data_from: optionalText, data_to: optionalText }),
  }),
  districts: defineQuery({
    file: 'api/districts.sql',
    params: none,
    row: Type.Object({ district_name: text }),
  }),
  categories: defineQuery({
    file: 'api/categories.sql',
    params: none,
    row: Type.Object({ category: text }),
  }),
  budgetYears: defineQuery({
    file: 'api/budget-years.sql',
    params: none,
    row: Type.Object({ fiscal_year: integer }),
  }),
  budgetUnits: defineQuery({
    file: 'api/budget-units.sql',
    params: none,
    row: Type.Object({ unit_code: text, unit_name: text }),
  }),
  sourceStamps: defineQuery({
    file: 'api/source-stamps.sql',
    params: none,
    row: Type.Object({ kind: text, data_to: optionalText, quarantined_open: integer, unreconciled: integer }),
  }),
}
