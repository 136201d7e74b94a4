import { readPanels, sceneFaults, scenesForWall } from '#wall'
import { toInstant } from '../clock.ts'
import { ScenePreview, ScenePreviewRequest } from '../contract/index.ts'
import type { App } from '../fastify-types.ts'
import type { Services } from '../services.ts'
import { wallContext } from '../wall-context.ts'

/** A draft as a wall would get it: read and cleared by the same code, and kept nowhere. */
export function registerWallPreviewRoutes(app: App, services: Services): void {
  app.post(
    '/wall/preview',
    {
      config: { permission: 'wall:edit', rateLimit: { max: 120, timeWindow: 60_000 } },
      schema: {
        operationId: 'previewScene',
        tags: ['大屏场景'],
        summary: '未保存的场景在大屏上的样子（同样经过禁显名单与个人信息的检查），以及不能保存的原因',
        body: ScenePreviewRequest,
        response: { 200: ScenePreview },
      },
    },
    ({ body }) => preview(services, body),
  )
}

async function preview(
  services: Services,
  { scene, viewing, theme }: ScenePreviewRequest,
): Promise<ScenePreview> {
  const now = services.now()
  const embargo = await services.walls.embargo.entries()
  return {
    faults: sceneFaults(scene),
    snapshot: {
      sequence: 0,
      serverTime: toInstant(now),
      build: '',
      wall: { id: 'preview', name: '预览', viewing, seams: [] },
      stage: {
        scene: scene.id,
        mode: 'pinned',
        nextAt: null,
        reason: null,
        theme,
        dim: 0,
        drill: null,
        toast: null,
        reloads: 0,
      },
      scenes: scenesForWall([scene], embargo, now),
      panels: await readPanels(wallContext(services, embargo), [scene]),
      map: (await services.walls.maps.current())?.id ?? null,
    },
  }
}
