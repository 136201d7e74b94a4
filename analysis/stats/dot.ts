/** Inner product of two stretches of numbers; three sums side by side, which processors add at the same time. */
export function dotOf(
  a: Float64Array,
  fromA: number,
  b: Float64Array,
  fromB: number,
  length: number,
): number {
  let first = 0
  let second = 0
  let third = 0
  let at = 0
  for (; at + 2 < length; at += 3) {
    first += (a[fromA + at] ?? 0) * (b[fromB + at] ?? 0)
    second += (a[fromA + at + 1] ?? 0) * (b[fromB + at + 1] ?? 0)
    third += (a[fromA + at + 2] ?? 0) * (b[fromB + at + 2] ?? 0)
  }
  for (; at < length; at++) first += (a[fromA + at] ?? 0) * (b[fromB + at] ?? 0)
  return first + second + third
}
