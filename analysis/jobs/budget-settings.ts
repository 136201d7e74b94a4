import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { parse } from 'yaml'
import { readTextIfPresent } from '#files'
import { shanghaiDay } from '#calendar'
import { BudgetSettingError, inForceOn, laidOver, type CheckOptions } from '../budget/index.ts'
import type { AnalysisContext } from './job.ts'
import { readThresholdChanges } from './threshold-store.ts'

const Settings = Type.Object(
  {
    thresholds: Type.Optional(Type.Record(Type.String(), Type.Record(Type.String(), Type.Number()))),
    whitelist: Type.Optional(
      Type.Array(
        Type.Object(
          {
            rule: Type.String(),
            unit: Type.String(),
            matter: Type.Optional(Type.String()),
            reason: Type.String({ minLength: 1 }),
            expires: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
          },
          { additionalProperties: false },
        ),
      ),
    ),
  },
  { additionalProperties: false },
)

/** What an institution sets itself. */
export type BudgetSettings = Pick<CheckOptions, 'thresholds' | 'whitelist'>

const fileName = 'budget-rules.yaml'

/**
 * The settings of the day: approved changes of thresholds that are in force on it, over the settings file. Throws
 * BudgetSettingError when the file is not of the documented shape.
 */
export async function readBudgetSettings({
  modelsDir,
  warehouse,
  now,
}: Pick<AnalysisContext, 'modelsDir' | 'warehouse' | 'now'>): Promise<{
  settings: BudgetSettings
  fingerprint: string
}> {
  const [file, changes] = await Promise.all([readSettingsFile(modelsDir), readThresholdChanges(warehouse)])
  const held = inForceOn(changes, shanghaiDay(now))
  if (held.length === 0) return file
  const ids = held.map(({ id }) => id).sort()
  return {
    settings: { ...file.settings, thresholds: laidOver(file.settings.thresholds ?? {}, held) },
    fingerprint: `${file.fingerprint}+${createHash('md5').update(ids.join()).digest('hex')}`,
  }
}

/**
 * The institution's own thresholds and whitelist, from `budget-rules.yaml` in the data home (beside the models
 * folder). No file means the defaults.
 */
async function readSettingsFile(
  modelsDir: string,
): Promise<{ settings: BudgetSettings; fingerprint: string }> {
  const text = await readTextIfPresent(join(modelsDir, '..', fileName))
  if (text === null) return { settings: {}, fingerprint: 'default' }
  const settings = parseSettings(text)
  return { settings, fingerprint: createHash('md5').update(text).digest('hex') }
}

function parseSettings(text: string): BudgetSettings {
  let value: unknown
  try {
    value = parse(text) ?? {}
  } catch {
    throw new BudgetSettingError(
      'BUD_SETTINGS_INVALID',
      fileName,
      `${fileName} 不是有效的 YAML，请检查缩进和冒号。`,
    )
  }
  if (!Value.Check(Settings, value)) {
    const [first] = [...Value.Errors(Settings, value)]
    const place = `${fileName}${first?.instancePath ?? ''}`
    throw new BudgetSettingError(
      'BUD_SETTINGS_INVALID',
      place,
      `${place} 的写法不对，请对照文档检查阈值和白名单。`,
    )
  }
  return value
}
