/**
 * How often a fault is tried: a few times in every run of the tests, with the same seeds and the same checks, and as
 * often as a release needs with `npm run faults`.
 */
export function faultTimes(few: number, many: number): number {
  return process.env['HUIZHI_FAULTS'] === 'all' ? many : few
}
