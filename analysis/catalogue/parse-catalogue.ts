import { CatalogueError, nodePath, type Catalogue, type CatalogueNode } from './catalogue.ts'

/** `# key: value` lines at the head of a data file. */
export function readHeader(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/^#[ \t]*([a-z]+)[ \t]*:[ \t]*(.+)$/gm)].map((match) => [
      match[1] ?? '',
      (match[2] ?? '').trim(),
    ]),
  )
}

const NODE_LINE = /^( *)([^：\s][^：]*)(?:：(.*))?$/

/**
 * Reads a catalogue file: `# name:` and `# version:` lines, then one node a line, two spaces of indent per level,
 * seed words after a colon, separated by 、.
 * @throws {CatalogueError} when a line skips a level or nothing is left.
 */
export function parseCatalogue(text: string): Catalogue {
  const header = readHeader(text)
  const nodes: CatalogueNode[] = []
  let names: string[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.startsWith('#') || line.trim() === '') continue
    const [whole, indent, name, seeds] = readNode(line)
    const depth = indent.length / 2
    if (whole === undefined || ![0, 1, 2].includes(depth) || depth > names.length) {
      throw new CatalogueError(
        'CAT_LINE_INVALID',
        `目录第 ${String(index + 1)} 行的缩进或格式不对：每级缩进两格，最多三级。`,
      )
    }
    names = [...names.slice(0, depth), name]
    nodes.push({ names, seeds: splitSeeds(seeds) })
  }
  return finished(header.get('name') ?? '事项目录', header.get('version') ?? '0', nodes)
}

function readNode(line: string): [whole: string | undefined, indent: string, name: string, seeds: string] {
  const [whole, indent = '', name = '', seeds = ''] = NODE_LINE.exec(line.trimEnd()) ?? []
  return [whole, indent, name, seeds]
}

const LEVEL_COLUMNS = [
  ['一级分类', '一级', '一级标签', '一级类别', '大类'],
  ['二级分类', '二级', '二级标签', '二级类别', '中类'],
  ['三级分类', '三级', '三级标签', '三级类别', '小类'],
] as const
const SEED_COLUMNS = ['种子词', '关键词', '别名', '说明']

/**
 * Makes a catalogue from table rows, one third-level node a row, as offices keep it in a workbook.
 * Rows such as 其他 are kept as nodes but lend no words. @throws {CatalogueError} without a 一级分类 column.
 */
export function catalogueFromRows(
  columns: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  name: string,
): Catalogue {
  const levels = LEVEL_COLUMNS.map((accepted) => columns.findIndex((column) => isOneOf(accepted, column)))
  const seedColumn = columns.findIndex((column) => isOneOf(SEED_COLUMNS, column))
  if (levels[0] === -1) {
    throw new CatalogueError(
      'CAT_COLUMNS_MISSING',
      '目录表缺少“一级分类”列：请提供“一级分类、二级分类、三级分类”三列。',
    )
  }
  const byPath = new Map<string, { names: string[]; seeds: string[] }>()
  for (const row of rows) {
    const names = levels.map((column) => row[column]?.trim() ?? '')
    const depth = names.includes('') ? names.indexOf('') : names.length
    for (let level = 1; level <= depth; level++) {
      const path = nodePath(names.slice(0, level))
      if (!byPath.has(path)) byPath.set(path, { names: names.slice(0, level), seeds: [] })
    }
    if (depth > 0)
      byPath.get(nodePath(names.slice(0, depth)))?.seeds.push(...splitSeeds(row[seedColumn] ?? ''))
  }
  return finished(name, '1', [...byPath.values()])
}

function finished(name: string, version: string, nodes: CatalogueNode[]): Catalogue {
  if (nodes.length === 0) throw new CatalogueError('CAT_EMPTY', '目录里没有任何分类。')
  return { name, version, nodes }
}

function isOneOf(accepted: readonly string[], column: string): boolean {
  return accepted.includes(column.trim())
}

function splitSeeds(text: string): string[] {
  return text
    .split(/[、,，;；\s]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
