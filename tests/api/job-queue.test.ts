import { describe, expect, it } from 'vitest'
import { JobQueue, type JobInput } from '../../api/jobs/job-queue.ts'

/** Work that waits for a word: `open` lets the named step go on. */
function gates() {
  const opens = new Map<string, () => void>()
  const order: string[] = []
  return {
    order,
    wait: (step: string) =>
      new Promise<void>((resolve) => {
        order.push(step)
        opens.set(step, resolve)
      }),
    open: (step: string) => opens.get(step)?.(),
  }
}

const job = (id: string, pull = false): JobInput => ({
  ...{ id, paths: [], files: [id], actor: '张示例' },
  ...(pull ? { pull: { source: id, trigger: 'manual' as const, plannedAt: null } } : {}),
})

describe('the job queue', () => {
  it('asks sources beside what people ask for, changes the data one at a time, and says who waits for what', async () => {
    const { order, wait, open } = gates()
    const settle = () => new Promise((resolve) => setImmediate(resolve))
    const queue = new JobQueue({
      now: () => new Date('2026-03-02T01:00:00Z'),
      onChange: () => undefined,
      onEnd: async () => undefined,
      work: {
        run: async (input, report, _, exclusively) => {
          if (input.pull) await wait(`取 ${input.id}`)
          await exclusively(async () => {
            report({ stage: '入库' })
            await wait(`入 ${input.id}`)
          })
        },
        explain: () => ({ code: '', message: '' }),
        clean: async () => undefined,
      },
    })
    queue.add(job('留言板', true))
    queue.add(job('甲.csv'))
    queue.add(job('乙.csv'))
    queue.add(job('撤回'))
    await settle()
    // The source hangs; the first file is at work and the others wait for it.
    expect(order).toEqual(['取 留言板', '入 甲.csv'])
    expect(queue.find('乙.csv')).toMatchObject({ state: 'queued', stage: '等“甲.csv”做完（入库）' })
    expect(queue.find('撤回')?.stage).toBe('等“甲.csv”做完（入库），前面还有 1 个任务')
    open('取 留言板')
    await settle()
    expect(order).toHaveLength(2)
    open('入 甲.csv')
    await settle()
    open('入 留言板')
    await settle()
    open('入 乙.csv')
    await settle()
    open('入 撤回')
    await queue.idle()
    expect(order.slice(2)).toEqual(['入 留言板', '入 乙.csv', '入 撤回'])
    expect(queue.list().every(({ state }) => state === 'done')).toBe(true)
  })
})
