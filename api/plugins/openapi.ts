import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { Problem } from '../contract/index.ts'
import type { App } from '../fastify-types.ts'
import { sessionCookie } from './session.ts'

const docsPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Collects the routes' schemas into one OpenAPI document; must be registered before the routes. */
export async function registerOpenApi(app: App, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '慧治接口',
        version,
        description: '会话用 Cookie；错误为 RFC 9457；列表用 limit 与 cursor 翻页。',
      },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookie } },
      },
      security: [{ session: [] }],
    },
    hideUntagged: true,
    transformObject: (documentObject) => {
      if (!('openapiObject' in documentObject)) return documentObject.swaggerObject
      return withProblems(documentObject.openapiObject)
    },
  })
}

/** The page to read it, from this server alone: no validator, no outside request. For signed-in people. */
export async function registerApiPage(app: App): Promise<void> {
  await app.register(async (scope) => {
    // The plugin's own routes take no config of ours; this gives each of them its permission.
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, permission: 'session:own' }
    })
    await scope.register(swaggerUi, {
      routePrefix: '/api/v1/docs',
      staticCSP: docsPolicy,
      uiConfig: { validatorUrl: null, docExpansion: 'list', defaultModelsExpandDepth: 0 },
      theme: { title: '慧治接口文档' },
    })
  })
}

interface Operation {
  responses?: Record<string, unknown>
}

/** Every operation may answer with a problem; said once, referred to everywhere. */
function withProblems<T extends { paths?: unknown; components?: object }>(document: T): T {
  const paths = (document.paths ?? {}) as Record<string, Record<string, Operation>>
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path))) {
    Object.assign(operation.responses ?? {}, { default: { $ref: '#/components/responses/Problem' } })
  }
  const responses = {
    Problem: {
      description: '问题说明（RFC 9457）',
      content: { 'application/problem+json': { schema: Problem } },
    },
  }
  return { ...document, components: { ...document.components, responses } }
}
