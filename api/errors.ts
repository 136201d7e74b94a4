import { apiErrors, type ApiErrorCode } from './error-catalogue.ts'

/**
 * A refusal the client can read. `detail` names the place (a parameter, a limit), never a value from the data;
 * status and Chinese title come from the catalogue.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: ApiErrorCode
  readonly detail: string

  constructor(code: ApiErrorCode, detail = '', options?: ErrorOptions) {
    super(`${code}${detail === '' ? '' : `: ${detail}`}`, options)
    this.code = code
    this.detail = detail
  }

  get status(): number {
    return apiErrors[this.code].status
  }

  get title(): string {
    return apiErrors[this.code].title
  }
}

/** A server that could not be started, stopped or reached; `message` is for the terminal, in Chinese. */
export class ServerError extends Error {
  override readonly name = 'ServerError'
  readonly code: ServerErrorCode

  constructor(code: ServerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

export const serverErrors = {
  SRV_ROUTE_UNGUARDED: '有接口没有声明权限，服务拒绝启动',
  SRV_PORT_TAKEN: '端口已被占用',
  SRV_CALL_FAILED: '正在运行的服务没有完成命令',
  ACC_NAME_TAKEN: '账号已存在',
  ACC_NAME_INVALID: '账号名不符合要求',
  ACC_PASSWORD_WEAK: '密码不符合要求',
} as const
export type ServerErrorCode = keyof typeof serverErrors
