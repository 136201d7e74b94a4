import type { FastifyReply } from 'fastify'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * Sends a file to be saved under its (Chinese) name, never shown in the browser: a file may hold anything.
 * @param content bytes or a stream
 */
export function sendAttachment(
  reply: FastifyReply,
  { name, type = 'application/octet-stream' }: { name: string; type?: string },
  content: unknown,
): never {
  reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
  reply.type(type)
  return reply.send(content instanceof Uint8Array ? Buffer.from(content) : content) as never
}
