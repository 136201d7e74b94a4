import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { parse } from 'yaml'
import { readTextIfPresent } from '#files'
import { defaultRiskConfig, riskKinds, type RiskConfig } from '../risk/index.ts'

const Role = Type.Union([Type.Literal('leader'), Type.Literal('research'), Type.Literal('supervision')])
const Settings = Type.Object(
  {
    roles: Type.Optional(
      Type.Partial(Type.Object({ 默认: Role, ...Object.fromEntries(riskKinds.map((kind) => [kind, Role])) })),
    ),
  },
  { additionalProperties: false },
)

const fileName = 'risk-rules.yaml'

/** The file is not of the documented shape. */
export class RiskSettingError extends Error {
  override readonly name = 'RiskSettingError'
  readonly code = 'RSK_SETTINGS_INVALID'
  readonly userMessage = `${fileName} 的写法不对：roles 之下每行一个类别和先看的角色（leader、research、supervision）。`
}

/**
 * Which role sees which kind first, from `risk-rules.yaml` in the data home (beside the models folder); research sees
 * all without it. @throws RiskSettingError
 */
export async function readRiskSettings(
  modelsDir: string,
): Promise<{ config: RiskConfig; fingerprint: string }> {
  const text = await readTextIfPresent(join(modelsDir, '..', fileName))
  if (text === null) return { config: defaultRiskConfig, fingerprint: 'default' }
  const roles = { ...defaultRiskConfig.roles, ...parseRoles(text) }
  return { config: { roles }, fingerprint: createHash('md5').update(text).digest('hex').slice(0, 8) }
}

function parseRoles(text: string): Record<string, string> {
  let value: unknown
  try {
    value = parse(text) ?? {}
  } catch (error) {
    throw new RiskSettingError(fileName, { cause: error })
  }
  if (!Value.Check(Settings, value)) throw new RiskSettingError(fileName)
  return value.roles ?? {}
}
