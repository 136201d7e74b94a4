import { resolve } from 'node:path'

/** Settings of one process. Everything the environment can say is read here and nowhere else. */
export interface AppConfig {
  /** Folder with everything that lasts: databases, inbox, archive, models, backups. */
  readonly dataDir: string
  readonly host: string
  readonly port: number
  /** Pino level of the server log. */
  readonly logLevel: string
  /** Largest browser upload, bytes. */
  readonly uploadLimit: number
}

/** A setting that cannot be used, with the name of the variable and what to write instead. */
export class ConfigError extends Error {
  readonly code = 'CFG_INVALID'
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** Reads and checks the settings; unknown in, typed out. Throws ConfigError. */
export function loadConfig(env: Record<string, string | undefined> = process.env): AppConfig {
  return {
    dataDir: resolve(env['HUIZHI_DATA_DIR'] ?? './data'),
    host: env['HUIZHI_HOST'] ?? '127.0.0.1',
    port: integer(env, 'HUIZHI_PORT', 8630, 0, 65_535),
    logLevel: choice(env, 'HUIZHI_LOG_LEVEL', 'info', logLevels),
    uploadLimit: integer(env, 'HUIZHI_UPLOAD_LIMIT', 200 * 1024 * 1024, 1024, 2 ** 40),
  }
}

/**
 * A token or an address with a password for a data source, from the variable its file names. Only names made for
 * that can be read, so that a source file cannot send out what else the environment holds.
 */
export function readSecret(
  name: string,
  env: Record<string, string | undefined> = process.env,
): string | undefined {
  return name.startsWith('HUIZHI_SOURCE_') ? env[name] : undefined
}

function integer(
  env: Record<string, string | undefined>,
  name: string,
  fallback: number,
  min: number,
  max: number,
): number {
  const text = env[name]
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new ConfigError(`环境变量 ${name} 应为 ${min} 到 ${max} 之间的整数`)
  }
  return value
}

function choice(
  env: Record<string, string | undefined>,
  name: string,
  fallback: string,
  allowed: readonly string[],
): string {
  const text = env[name]
  if (text === undefined || text === '') return fallback
  if (!allowed.includes(text)) throw new ConfigError(`环境变量 ${name} 只能取：${allowed.join('、')}`)
  return text
}
