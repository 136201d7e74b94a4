/**
 * A domain dictionary as read from its file: `# key: value` header lines, then one `word [frequency] [tag]` a line.
 * Words without a frequency get one that makes the segmenter prefer them over their parts.
 */
export interface Lexicon {
  name: string
  version: string
  words: readonly LexiconWord[]
}

export interface LexiconWord {
  word: string
  frequency: number
  tag: string
}

/** Thrown for a dictionary that cannot be used. Carries the line, never its content. */
export class LexiconError extends Error {
  readonly code = 'TXT_LEXICON_INVALID'
  readonly line: number
  readonly advice: string

  constructor(name: string, line: number) {
    super(`TXT_LEXICON_INVALID in ${name}, line ${String(line)}`)
    this.name = 'LexiconError'
    this.line = line
    this.advice = `词典“${name}”第 ${String(line)} 行无法识别：每行应为“词 词频 词性”，后两项可省略。`
  }
}

const DEFAULT_FREQUENCY = 2000

/** Reads the text of one dictionary file. @throws {LexiconError} for a malformed line. */
export function parseLexicon(text: string): Lexicon {
  const header = new Map<string, string>()
  const words: LexiconWord[] = []
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim()
    const meta = /^#\s*([a-z]+)\s*:\s*(.+)$/.exec(line)
    if (meta) header.set(meta[1] ?? '', meta[2] ?? '')
    else if (line !== '' && !line.startsWith('#'))
      words.push(...parseLine(line, header.get('name') ?? '', index + 1))
  }
  return { name: header.get('name') ?? '', version: header.get('version') ?? '0', words }
}

/** A line holds one word with its frequency and tag, or several words separated by 、. */
function parseLine(line: string, name: string, lineNumber: number): LexiconWord[] {
  if (line.includes('、')) {
    return line
      .split('、')
      .map((word) => word.trim())
      .filter((word) => word !== '')
      .map((word) => ({ word, frequency: DEFAULT_FREQUENCY, tag: 'n' }))
  }
  const [word = '', frequency = String(DEFAULT_FREQUENCY), tag = 'n', ...rest] = line.split(/\s+/)
  if (rest.length > 0 || !/^\d{1,9}$/.test(frequency)) throw new LexiconError(name, lineNumber)
  return [{ word, frequency: Number(frequency), tag }]
}
