const ignoredEndings = /\.(part|partial|tmp|temp|crdownload|download|swp|lock|lnk)$/i
const ignoredNames = /^(thumbs\.db|desktop\.ini)$/i

/** Names that are no finished data: hidden files, Excel's lock files, downloads under way. */
export function isIgnored(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~') || ignoredEndings.test(name) || ignoredNames.test(name)
}
