/** Processor seconds of this process so far, all threads together: what other programs on the machine hardly change. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** The most resident memory of this process so far, in bytes. */
export function peakMemory(): number {
  return process.resourceUsage().maxRSS * 1024
}
