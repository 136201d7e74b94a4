const ignoredEndings = /\.(part|partial|tmp|temp|crdownload|download|swp|lock|lnk)$/i
const ignoredNames = /^(thumbs\.db|desktop\.ini)$/i

/** Names that are no finished data: hidden files, Excel's lock files, downloads under way. */
export function isIgnored(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~') || ignoredEndings.test(name) || ignoredNames.test(name)
}

/** Whether the name is that of a file with stated totals: `<name>.totals.json`, `<name>.对账.csv`. */
export function isSidecar(name: string): boolean {
  return /\.(totals|对账)\.[a-z]{3,4}$/i.test(name)
}

/** The data file a sidecar belongs to, among the given names: the one whose whole name or stem it starts with. */
export function ownerOf(sidecar: string, names: readonly string[]): string | undefined {
  const stem = sidecar.replace(/\.(totals|对账)\.[a-z]{3,4}$/i, '')
  return names.find((name) => name === stem) ?? names.find((name) => name.replace(/\.[^.]+$/, '') === stem)
}
