import AjvCompiler from '@fastify/ajv-compiler'
import type { App } from '../fastify-types.ts'

/**
 * Everything in an address is text and is turned into what its schema says; a body says itself what it holds: there
 * `null` is not 0 and "1" is not 1, and both are refused.
 */
export function registerValidators(app: App): void {
  const pool = AjvCompiler()
  const coercing = pool({}, { customOptions: {} })
  const exact = pool({}, { customOptions: { coerceTypes: false } })
  app.setValidatorCompiler((route) => (route.httpPart === 'body' ? exact : coercing)({ ...route }))
}
