import type { FastifyReply, FastifyRequest } from 'fastify'

export const arrowType = 'application/vnd.apache.arrow.stream'

/** True when the client asks for Arrow by name; JSON otherwise. */
export function wantsArrow(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').includes(arrowType)
}

/** Sends an Arrow IPC stream as it is; the route's JSON schema does not apply to bytes. */
export function sendArrow(reply: FastifyReply, bytes: Uint8Array): never {
  const sent = reply.type(arrowType).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return sent as never
}
