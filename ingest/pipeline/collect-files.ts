import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path'
import { IngestError } from '../errors.ts'
import { isSidecar, ownerOf } from '../reconcile/sidecar.ts'

/** One file to take in: where it is, and the name it is known by (relative to the folder that was asked for). */
export interface SourceFile {
  readonly path: string
  readonly name: string
}

const tableExtensions = new Set([
  '.csv',
  '.tsv',
  '.xlsx',
  '.xlsm',
  '.xls',
  '.et',
  '.json',
  '.ndjson',
  '.jsonl',
  '.parquet',
  '.arrow',
  '.feather',
])

/**
 * The files behind a path: the file itself, or every table file of a folder, recursively, by name. Hidden files,
 * Excel's lock files (~$) and files that are no tables by their extension are passed over in folders.
 */
export async function collectFiles(path: string): Promise<SourceFile[]> {
  const root = resolve(path)
  const info = await stat(root).catch(() => null)
  if (!info) throw new IngestError('file_missing', `找不到“${path}”，请核对路径。`, path)
  if (!info.isDirectory()) return isSidecar(root) ? [] : [{ path: root, name: basename(root) }]
  const files = await listFolder(root, root)
  if (files.length === 0)
    throw new IngestError(
      'folder_empty',
      `文件夹“${path}”里没有可以读取的表格（.xlsx、.csv、.json、.ndjson）。`,
      path,
    )
  return files
}

/** Control totals among the given paths whose data file is not among `files`. */
export function loneTotals(paths: readonly string[], files: readonly SourceFile[]): string[] {
  const beside = (path: string) =>
    files.filter((file) => dirname(file.path) === dirname(path)).map((file) => basename(file.path))
  return paths
    .map((path) => resolve(path))
    .filter((path) => isSidecar(path) && !ownerOf(basename(path), beside(path)))
}

async function listFolder(folder: string, root: string): Promise<SourceFile[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  entries.sort((left, right) => (left.name < right.name ? -1 : 1))
  const files: SourceFile[] = []
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name.startsWith('~$') || isSidecar(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(await listFolder(path, root)))
    else if (entry.isFile() && isReadable(entry.name))
      files.push({ path, name: relative(root, path).split(sep).join('/') })
  }
  return files
}

/** Of PDF files only those that call themselves final accounts: a folder may hold any others beside its tables. */
function isReadable(name: string): boolean {
  const extension = extname(name).toLowerCase()
  return tableExtensions.has(extension) || (extension === '.pdf' && name.includes('决算'))
}
