import { PassThrough } from 'node:stream'
import { Type } from 'typebox'
import { LocalCommand, type LocalMessage } from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import { commandFailure, errorPlace } from '../failure.ts'
import type { App } from '../fastify-types.ts'
import type { Services } from '../services.ts'

/** Keeps the line alive through long steps that report nothing; the caller skips blank lines. */
const keepAliveMs = 15_000

/** The way in for the command line while this process owns the database. */
export function registerLocalRoutes(app: App, services: Services): void {
  app.post(
    '/local/commands',
    {
      config: { permission: 'local' },
      schema: {
        operationId: 'runLocalCommand',
        tags: ['本机'],
        summary: '本机命令行代行（需 serve.json 中的口令），返回 NDJSON：进度若干行，最后一行为结果或错误',
        body: LocalCommand,
        produces: ['application/x-ndjson'],
        response: { 200: Type.String({ description: 'application/x-ndjson' }) },
      },
    },
    async (request, reply) => {
      const { command, args } = request.body
      // Own property only: `constructor` is no command.
      const handler = Object.hasOwn(services.commands, command) ? services.commands[command] : undefined
      if (handler === undefined) throw new ApiError('API_COMMAND_UNKNOWN')
      const actor = { name: 'local', role: null }
      await services.audit({ actor, action: 'local-command', object: command, outcome: 'ok' })
      const lines = new PassThrough()
      const send = (message: LocalMessage) => lines.write(`${JSON.stringify(message)}\n`)
      const timer = setInterval(() => lines.write('\n'), keepAliveMs)
      void handler(args, (data) => send({ type: 'progress', data: data ?? null }))
        .then(
          (data) => send({ type: 'result', data: data ?? null }),
          (error: unknown) => {
            request.log.error({ command, error: errorPlace(error) }, 'local command failed')
            send({ type: 'error', ...commandFailure(error) })
          },
        )
        .finally(() => {
          clearInterval(timer)
          lines.end()
        })
      // Headers leave at once, so that the caller knows it was heard.
      lines.write('\n')
      return reply.type('application/x-ndjson; charset=utf-8').send(lines as never)
    },
  )
}
