/**
 * One name for the spellings of one site: 示例省云栖实业 and 云栖实业, letters swapped in typing (云栖/栖云), a word more or
 * less in a long name. Names that differ by a number or a direction (一期, 二期, 东路, 西路) stay apart.
 */

const PROVINCE = /^[\p{sc=Han}]{2,3}省(?=[\p{sc=Han}]{2})/u
const COUNTED = /[0-9一二三四五六七八九十百东西南北上下前后左右大小新老甲乙丙]/u
/** Shortest name for which swapped letters, and for which nearly equal ones, are taken for one name. */
const MIN_SWAPPED = 3
/** Shortest own part, the ending taken off, in which a letter may differ. */
const MIN_CORE = 4
const MAX_LEFT_OUT = 3
/** Names that share a letter pair are compared unless more than these share it. */
const MOST_SHARING = 60

/** A name without the province before it. */
export function bareName(name: string): string {
  return name.replace(PROVINCE, '')
}

/** Spellings to the spelling most texts use; names without another spelling are left out. */
export function findAliases(
  counts: ReadonlyMap<string, number>,
  suffixes: readonly string[],
): Map<string, string> {
  const names = [...counts.keys()].sort()
  const parent = new Map(names.map((name) => [name, name]))
  const find = (name: string): string => {
    let root = name
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up
    return root
  }
  const join = (a: string, b: string): void => {
    const [x, y] = [find(a), find(b)]
    if (x === y) return
    const [keep, drop] = isBetter(x, y, counts) ? [x, y] : [y, x]
    parent.set(drop, keep)
  }
  joinSwapped(names, join)
  joinNear(names, suffixes, join)
  return new Map(names.map((name) => [name, find(name)] as const).filter(([name, root]) => name !== root))
}

function isBetter(a: string, b: string, counts: ReadonlyMap<string, number>): boolean {
  const difference = (counts.get(a) ?? 0) - (counts.get(b) ?? 0)
  return difference > 0 || (difference === 0 && a < b)
}

function joinSwapped(names: readonly string[], join: (a: string, b: string) => void): void {
  const byLetters = new Map<string, string>()
  for (const name of names) {
    if (name.length < MIN_SWAPPED) continue
    const letters = Array.from(name).sort().join('')
    const other = byLetters.get(letters)
    if (other === undefined) byLetters.set(letters, name)
    else join(other, name)
  }
}

function joinNear(
  names: readonly string[],
  suffixes: readonly string[],
  join: (a: string, b: string) => void,
): void {
  const holders = new Map<string, number[]>()
  names.forEach((name, index) => {
    if (name.length <= MIN_CORE) return
    for (const pair of pairsOf(name)) {
      const list = holders.get(pair)
      if (list) list.push(index)
      else holders.set(pair, [index])
    }
  })
  const compared = new Set<string>()
  for (const list of holders.values()) {
    if (list.length > MOST_SHARING) continue
    list.forEach((a, position) => {
      for (const b of list.slice(position + 1)) {
        const key = `${String(a)} ${String(b)}`
        if (compared.has(key)) continue
        compared.add(key)
        if (areNear(names[a] ?? '', names[b] ?? '', suffixes)) join(names[a] ?? '', names[b] ?? '')
      }
    })
  }
}

/** One letter changed, or letters left out, in names of the same ending. */
function areNear(a: string, b: string, suffixes: readonly string[]): boolean {
  const end = suffixes.find((suffix) => a.endsWith(suffix))
  if (end === undefined || !b.endsWith(end)) return false
  const x = a.slice(0, -end.length)
  const y = b.slice(0, -end.length)
  if (Math.min(x.length, y.length) < MIN_CORE) return false
  const changed =
    x.length === y.length ? oneChanged(x, y) : x.length < y.length ? leftOut(x, y) : leftOut(y, x)
  return changed !== null && !COUNTED.test(changed)
}

/** The two letters that differ, when only one place does. */
function oneChanged(a: string, b: string): string | null {
  const places = [...Array(a.length).keys()].filter((index) => a[index] !== b[index])
  const [place] = places
  return places.length === 1 && place !== undefined ? `${a[place] ?? ''}${b[place] ?? ''}` : null
}

/** The letters of `long` that `short` leaves out, when it is the same otherwise and at most three are missing. */
function leftOut(short: string, long: string): string | null {
  if (long.length - short.length > MAX_LEFT_OUT) return null
  let missing = ''
  let next = 0
  for (const letter of long) {
    if (letter === short[next]) next++
    else missing += letter
  }
  return next === short.length ? missing : null
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let start = 0; start + 2 <= text.length; start++) pairs.add(text.slice(start, start + 2))
  return pairs
}
