import { addWorkdays, onDay, shanghaiDay } from '#calendar'
import { Casework, type Actor } from '#casework'
import { apiQueries } from '#warehouse'
import type { CommandContext } from '../command.ts'
import { caseStories, type Act, type CaseStory } from './case-stories.ts'

const actors: Readonly<Record<Act['role'], Actor>> = {
  supervision: { name: 'demo-supervision', displayName: '张示例', role: 'supervision' },
  leader: { name: 'demo-leader', displayName: '李示例', role: 'leader' },
}

/** Ten in the morning in Shanghai: when the acts happened, on whatever day. */
const officeHour = new Date('2026-01-01T02:00:00Z')

/**
 * Works some findings of the sample city through casework, as its staff would have done over the last months: the same
 * commands, the same checks. Does nothing where there are cases already. Returns how many cases it opened.
 */
export async function openSampleCases({ warehouse, dataDir, now }: CommandContext): Promise<number> {
  const today = shanghaiDay(now())
  let day = today
  const casework = new Casework({ warehouse, dataDir, now: () => onDay(day, officeHour) })
  if ((await casework.cases()).length > 0) return 0
  let opened = 0
  for (const story of [...caseStories].sort((a, b) => b.opened - a.opened)) {
    const finding = await firstFinding({ warehouse }, story)
    if (finding === null) continue
    opened += 1
    const requestId = (step: number): string => `demo-${finding}-${String(step)}`
    day = addWorkdays(today, -story.opened)
    let one = await casework.open(finding, '', { actor: actors.supervision, requestId: requestId(0) })
    for (const [at, { daysAgo, role, command }] of story.acts.entries()) {
      day = addWorkdays(today, -daysAgo)
      const acting = { actor: actors[role], version: one.version, requestId: requestId(at + 1) }
      one = await casework.act(one.id, command(one, day), acting)
    }
  }
  await casework.idle()
  return opened
}

async function firstFinding(
  { warehouse }: Pick<CommandContext, 'warehouse'>,
  { rule, year }: CaseStory,
): Promise<string | null> {
  const [first] = await warehouse.query(apiQueries.findings.list, {
    rule,
    year,
    unit: null,
    severity: null,
    prior_strength: 1,
    limit: 1,
    offset: 0,
  })
  return first?.finding_id ?? null
}
