/** Exit codes of every command. */
export const exitCodes = { done: 0, failed: 1, refused: 2 } as const

/** An error that carries a stable code and a sentence a clerk can act on, whatever layer it comes from. */
interface CodedError extends Error {
  readonly code: string
}

/**
 * Says what went wrong and returns the exit code. A coded error is told in its own words; anything else is a fault of
 * the program and shows its stack on stderr.
 */
export function reportFailure(error: unknown, json: boolean): number {
  if (isCoded(error)) {
    if (json)
      process.stdout.write(`${JSON.stringify({ error: { code: error.code, message: error.message } })}\n`)
    process.stderr.write(`${error.message}（${error.code}）\n`)
  } else {
    if (json)
      process.stdout.write(`${JSON.stringify({ error: { code: 'INTERNAL', message: '程序内部错误' } })}\n`)
    process.stderr.write(
      `程序内部错误：${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
  }
  return exitCodes.failed
}

function isCoded(error: unknown): error is CodedError {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^(?!ERR_)[A-Za-z]+_[A-Za-z_0-9]+$/.test(error.code)
  )
}
