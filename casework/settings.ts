import { join } from 'node:path'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { parse } from 'yaml'
import { readTextIfPresent } from '#files'
import { CaseworkError } from './errors.ts'

const text = Type.String({ minLength: 1, maxLength: 100 })
const days = Type.Integer({ minimum: 1, maximum: 400 })
const share = Type.Number({ minimum: 0, maximum: 1 })

/** `casework.yaml` in the data home; every part may be left out. */
const SettingsFile = Type.Partial(
  Type.Object(
    {
      office: Type.Partial(
        Type.Object(
          { mark: text, signer: text, prefix: text, contact: text, copies: text },
          { additionalProperties: false },
        ),
      ),
      terms: Type.Partial(
        Type.Object(
          {
            verify: days,
            conclude: days,
            approve: days,
            redraft: days,
            send: days,
            answer: days,
            judge: days,
            plan: days,
            rectify: days,
            close: days,
          },
          { additionalProperties: false },
        ),
      ),
      yellowDays: Type.Integer({ minimum: 0, maximum: 60 }),
      hysteresis: Type.Partial(
        Type.Object(
          {
            runs: Type.Integer({ minimum: 1, maximum: 100 }),
            days: Type.Integer({ minimum: 0, maximum: 366 }),
          },
          { additionalProperties: false },
        ),
      ),
      worseBy: share,
      ranking: Type.Partial(
        Type.Object(
          {
            priorStrength: Type.Number({ minimum: 0.5, maximum: 1000 }),
            reviewBelow: share,
            reviewAfter: Type.Integer({ minimum: 1, maximum: 100_000 }),
          },
          { additionalProperties: false },
        ),
      ),
      attachmentLimitMb: Type.Integer({ minimum: 1, maximum: 2000 }),
    },
    { additionalProperties: false },
  ),
)
type SettingsFile = Static<typeof SettingsFile>

/** Terms are working days, counted from the day after the step began. */
export const defaultTerms = {
  verify: 5,
  conclude: 10,
  approve: 3,
  redraft: 3,
  send: 2,
  answer: 10,
  judge: 10,
  plan: 5,
  rectify: 60,
  close: 10,
} as const

export type Terms = Readonly<Record<keyof typeof defaultTerms, number>>

export interface Office {
  /** 发文机关标志 */
  readonly mark: string
  /** 发文机关署名 */
  readonly signer: string
  /** 发文机关代字, before 〔年〕 */
  readonly prefix: string
  readonly contact: string
  readonly copies: string
  /** False while casework.yaml does not name the office: the letter shows ×× in its place. */
  readonly isNamed: boolean
}

export interface CaseworkSettings {
  readonly office: Office
  readonly terms: Terms
  /** A step turns yellow this many working days before it is due. */
  readonly yellowDays: number
  /** A finding counts as gone after this many runs and days without it. */
  readonly hysteresis: { readonly runs: number; readonly days: number }
  /** Share by which an amount has to differ to count as a change, or as worse after closing. */
  readonly worseBy: number
  readonly ranking: {
    readonly priorStrength: number
    readonly reviewBelow: number
    readonly reviewAfter: number
  }
  /** Bytes. */
  readonly attachmentLimit: number
}

const fileName = 'casework.yaml'

/** The institution's settings over the defaults. Throws CASE_SETTINGS_INVALID; no file means the defaults. */
export async function readSettings(dataDir: string): Promise<CaseworkSettings> {
  return withDefaults(parseSettings(await readTextIfPresent(join(dataDir, fileName))))
}

function withDefaults(file: SettingsFile): CaseworkSettings {
  const { office = {}, terms, hysteresis, ranking } = file
  const mark = office.mark ?? '××市人民代表大会常务委员会'
  return {
    office: {
      signer: mark,
      prefix: '×人常函',
      contact: '',
      copies: '',
      ...office,
      mark,
      isNamed: office.mark !== undefined && office.prefix !== undefined,
    },
    terms: { ...defaultTerms, ...terms },
    yellowDays: file.yellowDays ?? 3,
    hysteresis: { runs: 3, days: 14, ...hysteresis },
    worseBy: file.worseBy ?? 0.1,
    ranking: { priorStrength: 4, reviewBelow: 0.2, reviewAfter: 30, ...ranking },
    attachmentLimit: (file.attachmentLimitMb ?? 20) * 1024 * 1024,
  }
}

function parseSettings(source: string | null): SettingsFile {
  if (source === null) return {}
  let value: unknown
  try {
    value = parse(source) ?? {}
  } catch (error) {
    throw new CaseworkError('CASE_SETTINGS_INVALID', '不是有效的 YAML', { cause: error })
  }
  if (Value.Check(SettingsFile, value)) return value
  const [first] = Value.Errors(SettingsFile, value)
  throw new CaseworkError('CASE_SETTINGS_INVALID', first?.instancePath ?? '')
}
