/** Class 1–4 of a value on the colour ramp, by equal steps of the largest value; 1 for nothing at all. */
export function rampClass(value: number, values: readonly number[]): 1 | 2 | 3 | 4 {
  const largest = Math.max(0, ...values)
  if (largest === 0) return 1
  const step = Math.min(3, Math.floor((value / largest) * 4))
  return ([1, 2, 3, 4] as const)[step] ?? 4
}
