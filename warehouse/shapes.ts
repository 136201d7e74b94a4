import { Type } from 'typebox'

/** Building blocks of parameter and row schemas: what the engine's cells look like at our interfaces. */
export const text = Type.String()
export const integer = Type.Integer()
export const decimal = Type.Number()
export const flag = Type.Boolean()
export const optionalFlag = Type.Union([Type.Boolean(), Type.Null()])
export const optionalText = Type.Union([Type.String(), Type.Null()])
export const optionalInteger = Type.Union([Type.Integer(), Type.Null()])
export const optionalNumber = Type.Union([Type.Number(), Type.Null()])
/** decimal(18,2) 元 as text */
export const money = Type.String()
export const optionalMoney = Type.Union([Type.String(), Type.Null()])

/** A query without parameters. */
export const none = Type.Object({})

export const page = { limit: integer, offset: integer }
export const period = { from: optionalText, to: optionalText }
export const sourceRow = {
  record_key: text,
  load_id: optionalText,
  source_file: text,
  sheet: optionalText,
  row_number: integer,
}
