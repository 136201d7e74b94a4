import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'
import { ServerError } from '../errors.ts'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** Cost of new hashes; each stored hash names its own, so the cost can be raised without a migration. */
const current = { N: 32_768, r: 8, p: 1 }
const keyBytes = 32
const memoryLimit = 128 * 1024 * 1024

/** Stored form: `scrypt$N$r$p$salt$key`, salt and key in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password.normalize('NFKC'), salt, keyBytes, { ...current, maxmem: memoryLimit })
  const { N, r, p } = current
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/**
 * Compares in constant time. With no stored hash (unknown account) it does the same work against a throw-away
 * one and answers false, so that the time taken does not tell whether the account exists.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const parsed = parse(stored ?? unknownAccount)
  if (parsed === null) return false
  const { salt, key, ...cost } = parsed
  const given = await derive(password.normalize('NFKC'), salt, key.length, { ...cost, maxmem: memoryLimit })
  return timingSafeEqual(given, key) && stored !== null
}

/** Throws ACC_PASSWORD_WEAK unless the password is 10 or more characters and not one repeated. */
export function checkPassword(password: string, name: string): void {
  const isLongEnough = Array.from(password).length >= 10
  const isVaried = new Set(password).size >= 5
  const isOther = !password.toLowerCase().includes(name.toLowerCase())
  if (isLongEnough && isVaried && isOther) return
  throw new ServerError('ACC_PASSWORD_WEAK', '密码至少 10 个字符、至少 5 种不同字符，且不能包含账号名')
}

const filler = Buffer.alloc(keyBytes, 7).toString('base64url')
const unknownAccount = ['scrypt', current.N, current.r, current.p, filler, filler].join('$')

function parse(stored: string) {
  const [scheme, N, r, p, salt, key] = stored.split('$')
  if (scheme !== 'scrypt' || salt === undefined || key === undefined) return null
  return {
    N: Number(N),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  }
}
