import type { RiskItem, RiskReason, RiskStatus, Role, VoiceKind } from '../contract/index.ts'
import { isRecord, parseJson, toTexts } from '../json-text.ts'
import { roleLabels } from '../permissions.ts'

interface RiskRow {
  voice_id: string
  level: string | null
  score: number | null
  kinds: string | null
  reasons: string | null
  role: string | null
}

export function toRiskFields(row: RiskRow) {
  return {
    voiceId: row.voice_id,
    level: toLevel(row.level),
    score: row.score ?? 0,
    kinds: toTexts(row.kinds),
    reasons: toReasons(row.reasons),
    roleLabel: toRoleLabel(row.role),
  }
}

export function toRiskItem(
  row: RiskRow & {
    kind: string
    record_id: string
    title: string | null
    created_date: string | null
    district_name: string | null
    unit_name: string | null
    is_replied: boolean
    status: string
    note: string | null
    actor: string | null
    handled_at: string | null
  },
): RiskItem {
  return {
    ...toRiskFields(row),
    sourceKind: row.kind as VoiceKind,
    recordId: row.record_id,
    title: row.title,
    createdDate: row.created_date,
    district: row.district_name,
    unit: row.unit_name,
    isReplied: row.is_replied,
    status: toStatus(row.status),
    note: row.note,
    actor: row.actor,
    handledAt: row.handled_at,
  }
}

export function toLevel(level: string | null): RiskItem['level'] {
  return level === '紧急' || level === '高' ? level : '关注'
}

export function toStatus(status: string): RiskStatus {
  return status === '已阅' || status === '已转办' || status === '误报' ? status : '待处理'
}

export function toRoleLabel(role: string | null): string {
  return role !== null && Object.hasOwn(roleLabels, role) ? roleLabels[role as Role] : (role ?? '')
}

function toReasons(json: string | null): RiskReason[] {
  const value = parseJson(json)
  if (!Array.isArray(value)) return []
  return value.filter(isRecord).map((reason) => ({
    kind: textOf(reason['kind']),
    words: textOf(reason['words']),
    sentence: textOf(reason['sentence']),
    context: Array.isArray(reason['context']) ? reason['context'].map(textOf) : [],
  }))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
