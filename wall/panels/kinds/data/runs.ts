import { shanghaiDay, shanghaiTime } from '#calendar'
import { kinds, wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, monthDay, sumOf } from '../../words.ts'

const jobNames: Readonly<Record<string, string>> = {
  names: '名称认定',
  voices: '民意逐件分析',
  matters: '事项归并',
  topics: '热点',
  replies: '答复质量',
  budget: '预算检查',
  measures: '方法度量',
}

interface Run {
  readonly job: string
  readonly label: string
  readonly finished_at: string | null
  readonly rows: number | null
}

export const dataRuns = defineKind({
  id: 'data.runs',
  name: '分析运行',
  question: '各项分析最近一次什么时候算完？',
  form: 'list',
  sources: [kinds],
  definition: '每项分析最近一次完成的时间（上海时间）；数据没有变化时不重算',
  load: async ({ warehouse }): Promise<Run[]> => {
    const rows = await warehouse.query(wallQueries.runs, {})
    return rows.map((row) => ({ ...row, label: jobNames[row.job] ?? row.job }))
  },
  answer: (runs, { today }) => {
    const headline = runsHeadline(runs, today)
    if (runs.length === 0) return { headline, content: null, missingReason: '还没有运行过分析' }
    return {
      headline,
      content: {
        form: 'list',
        columns: [
          { label: '分析', align: 'start' },
          { label: '完成', align: 'end' },
        ],
        rows: runs.map(({ job, label, finished_at }) => ({
          id: job,
          cells: [label, finished_at === null ? '没有完成' : spokenTime(finished_at)],
          status: finished_at === null ? 'bad' : null,
        })),
      },
    }
  },
})

/** "11月22日 09:05" in Shanghai. */
function spokenTime(instant: string): string {
  const [day = '', clock = ''] = shanghaiTime(instant).split('T')
  return `${monthDay(day)} ${clock.slice(0, 5)}`
}

/** How long ago the newest analysis ended, in days. */
export function runsHeadline(runs: readonly Pick<Run, 'finished_at'>[], today: string): string {
  const days = runs.flatMap(({ finished_at }) => (finished_at === null ? [] : [shanghaiDay(finished_at)]))
  const newest = [...days].sort().at(-1)
  if (newest === undefined) return '还没有运行过分析'
  if (newest !== today) return `分析最近一次算于 ${monthDay(newest)}`
  const done = days.filter((day) => day === today).length
  return done === runs.length ? `${done} 项分析今天都算过` : `${runs.length} 项分析，今天算过 ${done} 项`
}

export const dataLoads = defineKind({
  id: 'data.loads',
  name: '入库行数',
  question: '每个月收下多少行，隔离多少行？',
  form: 'trend',
  sources: [kinds],
  definition: '按载入时间逐月统计收下和隔离的行数，撤回的批次不计',
  load: ({ warehouse }) => warehouse.query(wallQueries.loadMonths, {}),
  answer: (rows) => {
    const headline = loadsHeadline(rows)
    if (rows.length === 0) return { headline, content: null, missingReason: '还没有载入数据' }
    return {
      headline,
      content: {
        form: 'trend',
        unit: '行',
        periods: rows.map(({ month }) => month),
        series: [
          { id: 'accepted', label: '收下', values: rows.map(({ accepted }) => accepted) },
          { id: 'quarantined', label: '隔离', values: rows.map(({ quarantined }) => quarantined) },
        ],
        band: null,
        marks: [],
      },
    }
  },
})

export function loadsHeadline(
  months: readonly { readonly loads: number; readonly accepted: number; readonly month: string }[],
): string {
  const last = months.at(-1)
  if (!last || sumOf(months, ({ loads }) => loads) === 0) return '还没有载入数据'
  return `${Number(last.month.slice(5))} 月载入 ${last.loads} 批 ${integer(last.accepted)} 行`
}
