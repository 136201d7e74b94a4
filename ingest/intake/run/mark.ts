import { IngestError } from '../../errors.ts'
import { defaultDateOptions, timestampParser } from '../../values/date.ts'
import type { IncrementalSettings } from '../declare/schema.ts'
import { addWorkdays, onDay, shanghaiDay, shanghaiTime, toInstant } from '#calendar'

const dayMs = 86_400_000
const parseTime = timestampParser(defaultDateOptions)
const earliest = '2000-01-01T00:00:00Z'

/** What a pull asks for: everything from `since` on, up to `until`; both as the source writes them. */
export interface Window {
  readonly since: string
  readonly until: string
}

/**
 * Follows the highest mark among the records of one pull. A mark is kept as a UTC instant for times, as digits for
 * numbers, else as text; it is stored once the pull is committed, and the next pull asks again from a little before.
 */
export class MarkKeeper {
  readonly window: Window
  private readonly settings: IncrementalSettings
  private readonly stored: string | null
  private readonly startedAt: Date
  private highest: string | null = null
  private seen = 0
  private readable = 0

  constructor(settings: IncrementalSettings, stored: string | null, startedAt: Date) {
    this.settings = settings
    this.stored = stored
    this.startedAt = startedAt
    this.window = {
      since: this.write(stored === null ? this.startMark() : this.overlapped(stored)),
      until: this.isTime ? this.write(startedAt.toISOString()) : '',
    }
  }

  observe(record: Readonly<Record<string, unknown>>): void {
    const { field } = this.settings
    if (field === undefined) return
    this.seen += 1
    const mark = this.read(valueAt(record, field))
    if (mark === null) return
    this.readable += 1
    if (this.highest === null || this.isLater(mark, this.highest)) this.highest = mark
  }

  /** The mark to store after a committed pull. Throws IngestError `source_cursor` when no record carries the field. */
  result(): string | null {
    const { field } = this.settings
    if (field === undefined) return this.startedAt.toISOString()
    if (this.seen > 0 && this.readable === 0)
      throw new IngestError(
        'source_cursor',
        `取到的 ${this.seen} 条记录里都没有可用的增量字段“${field}”，请核对 incremental 的 field 和 format。`,
        field,
      )
    const { highest, stored } = this
    if (highest === null) return stored
    // A date typed wrong lies far ahead; taking it would skip everything until then.
    const mark =
      this.isTime && highest > this.startedAt.toISOString() ? this.startedAt.toISOString() : highest
    return stored === null || this.isLater(mark, stored) ? mark : stored
  }

  private get format() {
    return this.settings.format ?? 'datetime'
  }

  private get isTime(): boolean {
    return this.format !== 'number' && this.format !== 'text'
  }

  private isLater(left: string, right: string): boolean {
    return this.format === 'number' ? toBigInt(left) > toBigInt(right) : left > right
  }

  private startMark(): string {
    const { start } = this.settings
    if (start !== undefined) {
      const mark = this.read(start)
      if (mark !== null) return mark
    }
    if (this.format === 'number') return '0'
    return this.isTime ? earliest : ''
  }

  private overlapped(mark: string): string {
    const { overlap_days: days, overlap_workdays: workdays } = this.settings
    if (!this.isTime) return mark
    const time = new Date(mark)
    if (workdays !== undefined) return onDay(addWorkdays(shanghaiDay(time), -workdays), time).toISOString()
    return new Date(time.getTime() - (days ?? 1) * dayMs).toISOString()
  }

  private read(value: unknown): string | null {
    if (typeof value !== 'string' && typeof value !== 'number') return null
    const text = String(value).trim()
    if (text === '') return null
    if (this.format === 'text') return text
    if (this.format === 'number') return /^-?\d+$/.test(text) ? text : null
    if (this.format === 'epoch' || this.format === 'epoch_ms') return fromEpoch(text, this.format)
    const parsed = parseTime(text)
    return typeof parsed === 'string' ? new Date(parsed).toISOString() : null
  }

  private write(mark: string): string {
    if (!this.isTime) return mark
    const time = new Date(mark)
    const local = shanghaiTime(time)
    switch (this.format) {
      case 'iso':
        return toInstant(time)
      case 'date':
        return local.slice(0, 10)
      case 'epoch':
        return String(Math.floor(time.getTime() / 1000))
      case 'epoch_ms':
        return String(time.getTime())
      default:
        return local.replace('T', ' ')
    }
  }
}

function fromEpoch(text: string, format: 'epoch' | 'epoch_ms'): string | null {
  const number = Number(text)
  if (!Number.isFinite(number) || number <= 0) return null
  return new Date(format === 'epoch' ? number * 1000 : number).toISOString()
}

function toBigInt(text: string): bigint {
  return BigInt(text)
}

function valueAt(record: Readonly<Record<string, unknown>>, path: string): unknown {
  if (path in record) return record[path]
  let value: unknown = record
  for (const key of path.split('.'))
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
  return value
}
