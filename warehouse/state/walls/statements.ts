import { Type } from 'typebox'
import { defineStatement } from '../statement.ts'
import { optionalText, text } from '../../shapes.ts'

const count = Type.Integer()

/** What people did with the walls: pairings, commands, playlists, scenes, embargoes. Times are ISO 8601 UTC or ms. */
export const wallStatements = {
  addDevice: defineStatement({
    file: 'walls/add-device.sql',
    params: Type.Object({
      device_id: text,
      wall_id: text,
      name: text,
      place: text,
      template: text,
      viewing: text,
      seams: text,
      key_hash: text,
      addresses: text,
      paired_at: text,
      paired_by: text,
      expires_at: text,
    }),
  }),
  endDevice: defineStatement({
    file: 'walls/end-device.sql',
    params: Type.Object({ device_id: text, ended_at: text, ended_by: text }),
  }),
  addCommand: defineStatement({
    file: 'walls/add-command.sql',
    params: Type.Object({
      command_id: text,
      wall_id: text,
      given_ms: count,
      type: text,
      detail: text,
      actor: text,
    }),
  }),
  addScript: defineStatement({
    file: 'walls/add-script.sql',
    params: Type.Object({ script_id: text, wall_id: text, saved_ms: count, detail: text, actor: text }),
  }),
  addScene: defineStatement({
    file: 'walls/add-scene.sql',
    params: Type.Object({
      scene_id: text,
      version: count,
      state: text,
      saved_at: text,
      detail: text,
      actor: text,
    }),
  }),
  addEmbargo: defineStatement({
    file: 'walls/add-embargo.sql',
    params: Type.Object({
      entry_id: text,
      type: text,
      happened_at: text,
      scope: optionalText,
      value: optionalText,
      reason: optionalText,
      until_day: optionalText,
      actor: text,
    }),
  }),
}
