import type { Problem } from '#contract'

/** A request that did not give what was asked: the server's problem details, or no server at all. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  /** Stable code, such as `AUTH_REQUIRED`; `NETWORK` when no answer came. */
  readonly code: string
  /** One sentence in Chinese that the reader can act on. */
  readonly title: string
  readonly detail: string

  constructor(problem: Pick<Problem, 'status' | 'code' | 'title' | 'detail'>, options?: ErrorOptions) {
    super(`${problem.code} (${problem.status})`, options)
    this.status = problem.status
    this.code = problem.code
    this.title = problem.title
    this.detail = problem.detail
  }
}

/** The problem a failed answer describes; a proxy's page or an empty body becomes a general sentence. */
export async function readProblem(response: Response): Promise<ProblemError> {
  const isProblem = response.headers.get('content-type')?.includes('json') ?? false
  const body: unknown = isProblem ? await response.json().catch(() => null) : null
  const given = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {}
  return new ProblemError({
    status: response.status,
    code: given.code ?? `HTTP_${response.status}`,
    title: given.title ?? statusSentence(response.status),
    detail: given.detail ?? '',
  })
}

/** No answer at all: the server is down, restarting, or the network is gone. */
export function networkProblem(cause: unknown): ProblemError {
  return new ProblemError(
    {
      status: 0,
      code: 'NETWORK',
      title: '连接不上服务器',
      detail: '请检查网络；服务可能正在重启，稍后会自动重试。',
    },
    { cause },
  )
}

function statusSentence(status: number): string {
  if (status === 401) return '登录已过期，请重新登录'
  if (status === 403) return '当前账号没有查看此内容的权限'
  if (status === 404) return '没有找到这项内容'
  if (status === 413) return '文件太大'
  if (status === 429) return '请求过于频繁，请稍候再试'
  return status >= 500 ? '服务器出错，请稍后重试' : '请求没有被接受'
}
