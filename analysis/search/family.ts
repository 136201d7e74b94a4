/** A hit as the family tree needs it. */
export interface FamilyMember {
  readonly id: string
  readonly year: number | null
  readonly isReplied: boolean
  readonly hasPromise: boolean
}

export interface FamilyYear {
  readonly year: number
  readonly raised: number
  readonly replied: number
  readonly promised: number
}

export interface Family {
  readonly firstYear: number | null
  readonly raised: number
  readonly replied: number
  readonly promised: number
  /** Ascending, without gaps' filling. */
  readonly years: readonly FamilyYear[]
}

/** When a demand was first raised, how often since, and what it was answered: one line per year. */
export function familyOf(members: readonly FamilyMember[]): Family {
  const years = new Map<number, { raised: number; replied: number; promised: number }>()
  for (const { year, isReplied, hasPromise } of members) {
    if (year === null) continue
    const line = years.get(year) ?? { raised: 0, replied: 0, promised: 0 }
    line.raised += 1
    line.replied += isReplied ? 1 : 0
    line.promised += hasPromise ? 1 : 0
    years.set(year, line)
  }
  const lines = [...years].sort((a, b) => a[0] - b[0]).map(([year, line]) => ({ year, ...line }))
  return {
    firstYear: lines[0]?.year ?? null,
    raised: members.length,
    replied: members.filter((member) => member.isReplied).length,
    promised: members.filter((member) => member.hasPromise).length,
    years: lines,
  }
}
