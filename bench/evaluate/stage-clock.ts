/** Wall-clock seconds per stage, in the order the stages ran. */
export interface StageClock {
  time<T>(stage: string, work: () => Promise<T> | T): Promise<T>
  rows(): [stage: string, seconds: string][]
}

export function createStageClock(): StageClock {
  const stages: [string, string][] = []
  return {
    async time(stage, work) {
      const start = performance.now()
      try {
        return await work()
      } finally {
        stages.push([stage, ((performance.now() - start) / 1000).toFixed(1)])
      }
    },
    rows: () => stages,
  }
}
