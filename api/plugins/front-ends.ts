import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../fastify-types.ts'
import { framedHeaders } from './headers.ts'
import { sendNotFound } from './problem.ts'

const dashboardPage = 'dashboard/index.html'
const screenPage = 'screen/index.html'
const screenWorker = 'screen-sw.js'
const weekSeconds = 7 * 24 * 3600

/**
 * The built pages: staff at `/` (any address the staff router may own), the wall at `/screen`. Pages hold no data,
 * so anyone may load them; what they ask the interface for is guarded.
 */
export async function registerFrontEnds(app: App, distDir: string): Promise<void> {
  const isBuilt = existsSync(join(distDir, dashboardPage)) && existsSync(join(distDir, screenPage))
  const sendPage = isBuilt ? sendBuiltPage : sendMissingPage
  if (isBuilt) {
    await app.register(fastifyStatic, { root: distDir, serve: false })
    app.get(
      `/${screenWorker}`,
      { config: { permission: 'public' }, schema: { hide: true } },
      (_request, reply) => sendBuiltPage(reply, screenWorker),
    )
    await app.register((scope) => registerAssets(scope as App, distDir))
  }
  for (const url of ['/screen', '/screen/']) {
    app.get(url, { config: { permission: 'public' }, schema: { hide: true } }, (request, reply) =>
      sendPage(isPreview(request) ? reply.headers(framedHeaders) : reply, screenPage),
    )
  }
  app.get('/', { config: { permission: 'public' }, schema: { hide: true } }, (_request, reply) =>
    sendPage(reply, dashboardPage),
  )
  app.setNotFoundHandler((request, reply) =>
    wantsPage(request) ? sendPage(reply, dashboardPage) : sendNotFound(request, reply),
  )
}

async function registerAssets(scope: App, distDir: string): Promise<void> {
  scope.addHook('onRoute', (route) => {
    route.config = { ...route.config, permission: 'public' }
  })
  await scope.register(fastifyStatic, {
    root: join(distDir, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    // The bundler names assets by their content.
    immutable: true,
    maxAge: weekSeconds * 1000,
  })
}

function sendBuiltPage(reply: FastifyReply, page: string): FastifyReply {
  return reply.header('cache-control', 'no-cache').sendFile(page)
}

function sendMissingPage(reply: FastifyReply): FastifyReply {
  return reply.status(503).type('text/html; charset=utf-8').send(missingPage)
}

const missingPage = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>慧治</title></head>
<body style="font:18px/1.8 sans-serif;max-width:36em;margin:15vh auto;padding:0 1em">
<h1>页面还没有构建</h1>
<p>服务已经启动，但找不到构建好的页面。请在程序目录运行 <code>npm run build</code>，完成后重新启动服务。</p>
</body></html>
`

/** The wall without a stream or a key of its own: it draws what the page around it hands it. */
function isPreview({ query }: FastifyRequest): boolean {
  return typeof query === 'object' && query !== null && 'preview' in query
}

/** A person following a link, not a program asking for data or a file. */
function wantsPage(request: FastifyRequest): boolean {
  const path = request.url.split('?', 1)[0] ?? ''
  const isOurs = path === '/api' || path.startsWith('/api/') || path.startsWith('/assets/')
  return request.method === 'GET' && !isOurs && (request.headers.accept ?? '').includes('text/html')
}
