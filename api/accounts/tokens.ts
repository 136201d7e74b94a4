import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, safe in an address. Only its hash is ever stored. */
export function createToken(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 in hex; a token of 256 random bits needs no salt and no slow hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
