import type { RouteLocationNormalized } from 'vue-router'

/** The token of a one-time link: in the fragment, which browsers never send, or in the query; null without one. */
export function linkToken(route: Pick<RouteLocationNormalized, 'hash' | 'query'>): string | null {
  const inFragment = new URLSearchParams(route.hash.slice(1)).get('token')
  const inQuery = route.query['token']
  return inFragment ?? (typeof inQuery === 'string' ? inQuery : null)
}

/**
 * Where to go after signing in: a path on this site, never an address that a crafted link brought along
 * ("//host", "/\\host" and absolute addresses leave the site).
 */
export function safeReturn(next: unknown): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next) || next.startsWith('/sign-in')) return '/'
  return next
}
