import { mix } from '../text/hash.ts'
import { hashText } from './hash.ts'

/** After every dated voice. */
const UNDATED = '9999-12-31T23:59:59Z'

/**
 * The canonical place of a voice among all: by the time it was raised, then by its id. New voices come last as a rule,
 * so what was grouped stays as it is; a late arrival moves only what it touches.
 */
export function positionOf(id: string, createdAt: string | null): string {
  return `${createdAt ?? UNDATED}|${id}`
}

/** Order of code points, as the database sorts. */
export function comparePositions(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const x = a.charCodeAt(index)
    const y = b.charCodeAt(index)
    if (x !== y) return rankOf(x) - rankOf(y)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above all others. */
function rankOf(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

/** Number of a matter, from its first voice. */
export function matterId(firstVoiceId: string): string {
  return `M${digestOf(firstVoiceId)}`
}

/** Number of a text, from the first voice that has it. */
export function copyId(firstVoiceId: string): string {
  return `C${digestOf(firstVoiceId)}`
}

function digestOf(text: string): string {
  const letters = (value: number): string => value.toString(36).padStart(7, '0')
  return letters(hashText(text)) + letters(mix(hashText(text, 0x51ed270b)))
}
