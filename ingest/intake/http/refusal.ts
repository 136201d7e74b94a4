import { isObject, valueAt, type JsonObject } from '../../formats/json/records.ts'
import { maskPersonalData } from '../../privacy/mask.ts'
import type { SuccessSettings } from '../declare/schema.ts'

const shownCharacters = 80
const flagNames = new Set(['success', 'ok', 'issuccess'])
const codeNames = new Set([
  'code',
  'errcode',
  'errorcode',
  'errno',
  'status',
  'statuscode',
  'ret',
  'retcode',
  'resultcode',
  'respcode',
])
const wordNames = [
  'msg',
  'message',
  'errmsg',
  'errormsg',
  'errormessage',
  'errordescription',
  'error',
  'desc',
]
const goodCode = /^(0+|20[04]|ok|success|true|成功)$/i
const goodWords = /^((ok|success(ful(ly)?)?)|(操作|查询|请求|获取|执行|调用)?成功)[.。!！]?$/i

/**
 * Why an answer is an error although its HTTP status is not: the source's own words on one line ('' where it has
 * none), to be shown as `quoted` only; null for an answer that is no error. A source that names its sign of success is held to it; else the
 * usual signs decide, and only for an answer without a record.
 */
export function refusalOf(
  document: unknown,
  success: SuccessSettings | undefined,
  hasRecords: boolean,
): string | null {
  const refused =
    success === undefined
      ? !hasRecords && isObject(document) && looksRefused(document)
      : !success.values.map(String).includes(String(valueAt(document, success.field)))
  if (!refused) return null
  return isObject(document) ? ownWords(document) : ''
}

/** Someone else's words as we may show them: without our token, personal data masked, short. */
export function quoted(words: string, secret: string | undefined): string {
  const own = secret === undefined || secret === '' ? words : words.replaceAll(secret, '***')
  const { text } = maskPersonalData(own)
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text
}

function looksRefused(answer: JsonObject): boolean {
  const flags = valuesOf(answer, (name) => flagNames.has(name)).map(String)
  if (flags.includes('false')) return true
  if (flags.includes('true')) return false
  if (valuesOf(answer, (name) => name === 'error' || name === 'errors').some(saysSomething)) return true
  const codes = valuesOf(answer, (name) => codeNames.has(name)).filter(isScalar)
  return codes.some((code) => !goodCode.test(String(code).trim())) && !goodWords.test(ownWords(answer))
}

function ownWords(answer: JsonObject): string {
  for (const name of wordNames)
    for (const value of valuesOf(answer, (other) => other === name)) {
      const words = isObject(value) ? ownWords(value) : typeof value === 'string' ? oneLine(value) : ''
      if (words !== '') return words
    }
  return ''
}

function oneLine(text: string): string {
  return text.replace(/[\p{C}\s]+/gu, ' ').trim()
}

/** The values of the keys that are meant, however they are written: errCode, err_code, ERRCODE. */
function valuesOf(answer: JsonObject, isMeant: (name: string) => boolean): unknown[] {
  return Object.entries(answer)
    .filter(([key]) => isMeant(key.toLowerCase().replace(/[_-]/g, '')))
    .map(([, value]) => value)
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value) && value !== ''
}

function saysSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  if (isScalar(value)) return value === true || (value !== false && !goodCode.test(String(value).trim()))
  return isObject(value)
}
