import { Type } from 'typebox'
import { defineStatement } from '../statement.ts'
import { sourceEvent } from './event.ts'

/** The run log of declared sources. Times are ISO 8601 UTC. */
export const sourceStatements = {
  addEvent: defineStatement({ file: 'sources/add-event.sql', params: Type.Object(sourceEvent) }),
}
