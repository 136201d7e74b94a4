import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { none, optionalText, text } from '../../shapes.ts'

const count = Type.Integer()

const device = {
  device_id: text,
  wall_id: text,
  name: text,
  place: text,
  template: text,
  viewing: text,
  seams: text,
  addresses: text,
  expires_at: text,
}

/** What people did with the walls, and what may jump in on them. */
export const wallStateQueries = {
  devices: defineQuery({
    file: 'walls/devices.sql',
    params: none,
    row: Type.Object({ ...device, paired_at: text, paired_by: text, ended_at: optionalText }),
  }),
  deviceOfKey: defineQuery({
    file: 'walls/device-of-key.sql',
    params: Type.Object({ key_hash: text }),
    row: Type.Object(device),
  }),
  commands: defineQuery({
    file: 'walls/commands.sql',
    params: Type.Object({ wall_id: text, since_ms: count }),
    row: Type.Object({ given_ms: count, detail: text }),
  }),
  commandLog: defineQuery({
    file: 'walls/command-log.sql',
    params: Type.Object({ wall_id: text, limit: count }),
    row: Type.Object({ given_ms: count, detail: text, actor: text }),
  }),
  scripts: defineQuery({
    file: 'walls/scripts.sql',
    params: Type.Object({ wall_id: text }),
    row: Type.Object({ wall_id: text, saved_ms: count, detail: text, actor: text }),
  }),
  scenes: defineQuery({
    file: 'walls/scenes.sql',
    params: Type.Object({ scene_id: optionalText }),
    row: Type.Object({
      scene_id: text,
      version: count,
      state: text,
      saved_at: text,
      detail: text,
      actor: text,
      place: count,
    }),
  }),
  embargo: defineQuery({
    file: 'walls/embargo.sql',
    params: none,
    row: Type.Object({
      entry_id: text,
      scope: text,
      value: text,
      reason: text,
      until_day: optionalText,
      happened_at: text,
      actor: text,
    }),
  }),
  alerts: defineQuery({
    file: 'walls/alerts.sql',
    params: Type.Object({ since: text }),
    row: Type.Object({ alert_id: text, kind: text, happened_at: text }),
  }),
}
