import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { integer, optionalInteger, optionalText, text } from '../../shapes.ts'

/** Published files and what the check found in them. */
export const disclosurePageQueries = {
  list: defineQuery({
    file: 'api/disclosure-list.sql',
    params: Type.Object({ document: optionalText }),
    row: Type.Object({
      document: text,
      load_id: text,
      source_file: text,
      loaded_at: text,
      pages: integer,
      unit: optionalText,
      unit_key: optionalText,
      fiscal_year: optionalInteger,
      tables: optionalInteger,
      issues: optionalInteger,
      superseded_by: optionalText,
      findings: integer,
    }),
  }),
  issues: defineQuery({
    file: 'api/disclosure-issues.sql',
    params: Type.Object({ document: text }),
    row: Type.Object({
      position: integer,
      check_name: text,
      sheet: optionalText,
      row_number: integer,
      text,
      finding_id: optionalText,
    }),
  }),
}
