import { Intake } from '#ingest'
import { apiQueries, openWarehouse } from '#warehouse'
import { JsonSource, message, sendJson } from '#tests/json-source.ts'
import { prepareHome } from '#tests/warehouses.ts'
import { tempFolder } from '../temp-folder.ts'

/** The moment a wall clock in China shows. */
export const at = (text: string) => new Date(`${text}+08:00`)

/** A new data home with its intake, a clock the test sets, and a JSON source of two messages. */
export const openDesk = async () => {
  const dataDir = tempFolder()
  const clock = { now: at('2026-03-02T07:00:00'), onSleep: (): void => undefined }
  const now = () => clock.now
  await prepareHome(dataDir)
  const warehouse = await openWarehouse({ dataDir, now })
  const sleep = async () => {
    clock.onSleep()
  }
  const tools = { sleep, random: () => 0 }
  const intake = new Intake({ warehouse, dataDir, now, secret: () => undefined, tools })
  const server = await JsonSource.start((_, response) => {
    sendJson(response, { rows: [message(1), message(2)] })
  })
  return {
    dataDir,
    clock,
    warehouse,
    intake,
    server,

    run: (name: string, plannedAt: Date | null = null) =>
      intake.run(name, {
        trigger: 'manual',
        plannedAt,
        actor: '张示例',
        signal: new AbortController().signal,
      }),

    /** What the first page says of a source. */
    standing: async (name: string) => {
      const { rows } = await intake.morning()
      const row = rows.find(({ source }) => source.name === name)
      return {
        state: row?.state,
        reason: row?.reason ?? '',
        metrics: row?.metrics.map((card) => card.name) ?? [],
      }
    },

    ledger: () => {
      const every = { source: null, kind: null, status: null, reconciled: null, load_id: null }
      return warehouse.query(apiQueries.ledger.loads, { ...every, limit: 50, offset: 0 })
    },

    close: async () => {
      await server.stop()
      await warehouse.close()
    },
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>
