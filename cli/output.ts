/** How a command's result reaches the person or the program that asked. */
export interface Output {
  readonly json: boolean
  /** The result: one JSON document on stdout, or a text in Chinese. */
  result(value: unknown, text: () => string): void
  /** A line of progress on stderr; on a terminal the newest line replaces the one before. */
  readonly progress: (line: string) => void
}

/** Output on the process's own streams. */
export function createOutput(json: boolean): Output {
  let open = false
  const endLine = () => {
    if (open) process.stderr.write('\n')
    open = false
  }
  return {
    json,
    result(value, text) {
      endLine()
      process.stdout.write(`${json ? JSON.stringify(value) : text()}\n`)
    },
    progress(line) {
      if (!process.stderr.isTTY) {
        process.stderr.write(`${line}\n`)
        return
      }
      process.stderr.write(`\r\u001B[K${line}`)
      open = true
    },
  }
}

/** Rows as a table of aligned columns; full-width characters count twice, as terminals draw them. */
export function table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [columns, ...rows].map((row) => row.map(String))
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => displayWidth(row[index] ?? ''))))
  const pad = (text: string, index: number) => text + ' '.repeat((widths[index] ?? 0) - displayWidth(text))
  return cells.map((row) => row.map(pad).join('  ').trimEnd()).join('\n')
}

function displayWidth(text: string): number {
  let width = 0
  for (const character of text)
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]/u.test(
        character,
      )
        ? 2
        : 1
  return width
}
