import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { WallDevice } from '#wall'
import type { ActiveSession } from './accounts/sessions.ts'
import type { RoutePermission } from './permissions.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route; a route without it keeps the server from starting. */
    permission?: RoutePermission
  }
  interface FastifyRequest {
    /** Set by the session plugin when the cookie names a live session. */
    signedIn: ActiveSession | null
    /** Set when the cookie is the live key of a paired wall and the request comes from where that wall may be. */
    wallDevice: WallDevice | null
  }
}

/** A Fastify instance whose handlers are typed by their TypeBox schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>
