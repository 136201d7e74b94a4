import type { Connection } from './connection.ts'

/** A fixed set of connections lent out one task at a time; the rest wait in line. */
export class ConnectionPool {
  private readonly free: Connection[]
  private readonly all: readonly Connection[]
  private readonly waiting: ((connection: Connection) => void)[] = []

  constructor(connections: readonly Connection[]) {
    this.all = connections
    this.free = [...connections]
  }

  async use<T>(task: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await this.take()
    try {
      return await task(connection)
    } finally {
      const next = this.waiting.shift()
      if (next) next(connection)
      else this.free.push(connection)
    }
  }

  /** Waits for the tasks under way, then closes every connection. */
  async close(): Promise<void> {
    await Promise.all(this.all.map(() => this.take()))
    for (const connection of this.all) connection.close()
  }

  private async take(): Promise<Connection> {
    return this.free.pop() ?? (await new Promise<Connection>((resolve) => this.waiting.push(resolve)))
  }
}
