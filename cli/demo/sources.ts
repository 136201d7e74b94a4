import { addWorkdays, onDay, shanghaiDay } from '#calendar'
import { Intake, type SourceFile } from '#ingest'
import type { CommandContext } from '../command.ts'

/** Working days for which the sources have been watched, so that something is already due. */
const watchedDays = 3

const sampleSources: Readonly<Record<string, SourceFile>> = {
  '12345热线': {
    title: '12345 热线工单日报',
    owner: '张示例',
    kind: 'petitions',
    folder: {},
    schedule: { cron: '30 8 * * *', workdays: true, grace_minutes: 60, catch_up: true },
  },
  网上信访: {
    title: '网上信访件日报',
    owner: '李示例',
    kind: 'petitions',
    folder: {},
    schedule: { cron: '0 9 * * *', workdays: true, grace_minutes: 60 },
    freshness: { workdays: 1 },
  },
  国库支付: {
    title: '国库支付月报',
    owner: '王示例',
    kind: 'payments',
    folder: {},
    schedule: { cron: '0 9 * * *', workdays: 'first-of-month', grace_minutes: 60 },
    freshness: { workdays: 25 },
  },
}

/** Declares the sample city's daily and monthly deliveries, so that the console tells what did not come. */
export async function declareSampleSources({ warehouse, dataDir, now }: CommandContext): Promise<void> {
  const before = onDay(addWorkdays(shanghaiDay(now()), -watchedDays), now())
  const intake = new Intake({ warehouse, dataDir, now: () => before, secret: () => undefined })
  const { sources, errors } = await intake.sources()
  if (sources.length > 0 || errors.length > 0) return
  for (const [name, source] of Object.entries(sampleSources)) await intake.save(name, source)
  await intake.plan('')
}
