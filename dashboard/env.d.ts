import type { Permission } from '#contract'

declare module 'vue-router' {
  interface RouteMeta {
    /** Title of the page, in the browser's tab and in the breadcrumbs. */
    title: string
    /** What the signed-in person must hold; absent for pages that everyone signed in may open. */
    permission?: Permission
    /** Opens without a session and without the shell. */
    isPublic?: boolean
  }
}
