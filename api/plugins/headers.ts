import type { App } from '../fastify-types.ts'

/**
 * Everything from this origin only. Styles may be inline: ECharts tooltips and Element Plus set style attributes;
 * scripts may not.
 */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
}

/** Headers of the one page that our own pages, and nobody else's, may show in a frame: the wall as a preview. */
export const framedHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy.replace(
    "frame-ancestors 'none'",
    "frame-ancestors 'self'",
  ),
  'x-frame-options': 'SAMEORIGIN',
}

/** Headers of a stream written past Fastify's own sending. */
export const streamHeaders: Readonly<Record<string, string>> = {
  ...headers,
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

/** Security headers on every answer; answers of the interface are never cached. */
export function registerHeaders(app: App): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
}
