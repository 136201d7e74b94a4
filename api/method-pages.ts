import { readdirSync, readFileSync } from 'node:fs'
import MarkdownIt from 'markdown-it'

/** The pages that describe the methods; they belong to the product. */
const FOLDER = new URL('../docs/methods/', import.meta.url)

export interface MethodPage {
  readonly name: string
  readonly title: string
  /** The first paragraph, as text. */
  readonly lead: string
  readonly html: string
}

const markdown = new MarkdownIt({ html: false, linkify: false })

/** Reads every page, by name. The files are few and small; they are read anew so that an update shows at once. */
export function readMethodPages(): MethodPage[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => toPage(file.slice(0, -3), readFileSync(new URL(encodeURIComponent(file), FOLDER), 'utf8')))
}

function toPage(name: string, source: string): MethodPage {
  const [, heading = name, body = source] = /^# (.+)\r?\n([\s\S]*)$/.exec(source) ?? []
  const paragraph = body
    .split(/\r?\n\s*\r?\n/)
    .map((block) => block.trim())
    .find((block) => block !== '' && !/^[#|>-]/.test(block))
  return { name, title: heading.trim(), lead: plain(paragraph ?? ''), html: markdown.render(body) }
}

/** Without the marks of emphasis, code and links. */
function plain(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/[*`]/g, '')
    .replace(/\s+/g, ' ')
}
