import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { parseDocument } from 'yaml'
import { IngestError } from '../../errors.ts'
import { sourceProblem } from './problems.ts'
import type { SourceFile } from './schema.ts'
import { isSourceName, typeOf, type Source } from './source.ts'

/** The sources of a data home, by name; broken files are returned as errors beside the good ones. */
export async function readSources(dataDir: string): Promise<{ sources: Source[]; errors: IngestError[] }> {
  const folder = sourcesFolder(dataDir)
  const sources: Source[] = []
  const errors: IngestError[] = []
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    if (!/\.ya?ml$/i.test(name) || name.startsWith('.')) continue
    try {
      const source = await readSource(join(folder, name))
      if (sources.some((known) => known.name === source.name))
        throw invalid(name, '与另一个文件同名，只能留一个')
      sources.push(source)
    } catch (error) {
      if (!(error instanceof IngestError)) throw error
      errors.push(error)
    }
  }
  return { sources, errors }
}

/** One source by its name. Throws IngestError `source_unknown` or `source_invalid`. */
export async function findSource(dataDir: string, name: string): Promise<Source> {
  const path = await sourcePath(dataDir, name)
  if (path === null) throw new IngestError('source_unknown', `没有名为“${name}”的数据来源。`, name)
  return readSource(path)
}

export function sourcesFolder(dataDir: string): string {
  return join(dataDir, 'sources')
}

/** Where the source's file is, or null when there is none. */
export async function sourcePath(dataDir: string, name: string): Promise<string | null> {
  if (!isSourceName(name)) return null
  const names = await readdir(sourcesFolder(dataDir)).catch(() => [])
  const found = names.find((file) => /\.ya?ml$/i.test(file) && basename(file, extname(file)) === name)
  return found === undefined ? null : join(sourcesFolder(dataDir), found)
}

/** Checks the text of a source file. Throws IngestError `source_invalid` that names the place. */
export function parseSource(text: string, fileName: string): Source {
  const name = basename(fileName, extname(fileName))
  if (!isSourceName(name)) throw invalid(fileName, '文件名只能用文字、数字、- 和 _，最长 60 个字')
  const document = parseDocument(text)
  const [broken] = document.errors
  if (broken) {
    const line = broken.linePos?.[0].line
    throw invalid(
      fileName,
      `不是有效的 YAML${line === undefined ? '' : `（第 ${line} 行）`}，请检查缩进、冒号和引号`,
    )
  }
  const value: unknown = document.toJS()
  const problem = sourceProblem(value)
  if (problem !== null) throw invalid(fileName, problem)
  const settings = value as SourceFile
  const type = typeOf(settings)
  if (type === null) throw invalid(fileName, 'folder、http、postgres、mysql 要写且只写一种')
  return { name, type, settings }
}

async function readSource(path: string): Promise<Source> {
  return parseSource(await readFile(path, 'utf8'), basename(path))
}

function invalid(fileName: string, problem: string): IngestError {
  return new IngestError('source_invalid', `来源文件“${fileName}”有误：${problem}。`, fileName)
}
