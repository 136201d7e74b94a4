import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { integer, optionalFlag, optionalText, text } from '../../shapes.ts'

/** What reports read besides the queries of the pages they accompany. */
export const reportQueries = {
  topicRecords: defineQuery({
    file: 'reports/topic-records.sql',
    params: Type.Object({ topic_id: text }),
    row: Type.Object({
      record_id: text,
      matter_id: text,
      kind: text,
      channel: optionalText,
      title: optionalText,
      created_date: optionalText,
      district_name: optionalText,
      unit_name: optionalText,
      is_replied: optionalFlag,
      is_late: optionalFlag,
      source_file: text,
      sheet: optionalText,
      row_number: integer,
    }),
  }),
}
