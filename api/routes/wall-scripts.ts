import { shanghaiDay } from '#calendar'
import { dayPlan, defaultScript, everyWall, type WallFeed } from '#wall'
import { toInstant } from '../clock.ts'
import { ScriptRequest, ScriptView, WallQuery, type PanelData, type Scene } from '../contract/index.ts'
import type { App } from '../fastify-types.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'
import { checkWall, signedInWall } from '../wall/which-wall.ts'

const tags = ['大屏节目单']
const shortestSeconds = 20
const charactersPerSecond = 5

export function registerWallScriptRoutes(app: App, services: Services): void {
  app.get(
    '/wall/script',
    {
      config: { permission: 'wall:edit' },
      schema: {
        operationId: 'getWallScript',
        tags,
        summary: '一块大屏（all 为各屏共用）的节目单与当日安排',
        querystring: WallQuery,
        response: { 200: ScriptView },
      },
    },
    async (request) => readScript(services, request.query.wall),
  )

  app.post(
    '/wall/script',
    {
      config: { permission: 'wall:edit' },
      schema: {
        operationId: 'saveWallScript',
        tags,
        summary: '保存节目单；旧的都留着，最近一次有效',
        body: ScriptRequest,
        response: { 200: ScriptView },
      },
    },
    async (request) => {
      const actor = signedIn(request)
      const { wall, script } = request.body
      if (wall !== everyWall) await checkWall(services, wall)
      await services.walls.scripts.save(wall, script, actor.name)
      await services.audit({ actor, action: 'save-wall-script', object: wall, outcome: 'ok' })
      return readScript(services, wall)
    },
  )
}

async function readScript({ walls, wallFeed, now }: Services, wall: string): Promise<ScriptView> {
  const [saved, scenes, panels] = await Promise.all([
    walls.scripts.find(wall),
    walls.scenes.current(),
    panelsOf(wallFeed),
  ])
  const script = saved?.script ?? defaultScript(scenes)
  return {
    wall,
    isOwn: saved?.wallId === wall,
    script,
    savedAt: saved && toInstant(new Date(saved.savedAt)),
    savedBy: saved?.savedBy ?? null,
    scenes: scenes.map((scene) => ({
      id: scene.id,
      name: scene.name,
      readingSeconds: readingSeconds(scene, panels),
    })),
    day: shanghaiDay(now()),
    plan: dayPlan(script, scenes, now().getTime()).map(({ from, until, ...rest }) => ({
      ...rest,
      from: toInstant(new Date(from)),
      until: toInstant(new Date(until)),
      scenes: [...rest.scenes],
    })),
  }
}

async function panelsOf(wallFeed: WallFeed): Promise<readonly PanelData[]> {
  return (await wallFeed.snapshot(signedInWall.id)).panels
}

/** One second for every five characters on the scene, and never less than twenty. */
function readingSeconds(scene: Scene, panels: readonly PanelData[]): number {
  const texts = panels
    .filter(({ key }) => key.startsWith(`${scene.id}/`))
    .flatMap(({ headline, content }) => [headline, ...textsIn(content)])
  const characters = texts.reduce((sum, text) => sum + text.length, 0)
  return Math.max(shortestSeconds, Math.ceil(characters / charactersPerSecond))
}

/** What is read on a panel: labels and cells, not its ids, units and periods. */
function textsIn(content: PanelData['content']): string[] {
  if (content === null) return []
  if (content.form === 'list') return content.rows.slice(0, 6).flatMap(({ cells }) => cells)
  const lists = Object.values(content).filter((value) => Array.isArray(value))
  return lists.flat().flatMap((item: unknown) => {
    const isLabelled = typeof item === 'object' && item !== null && 'label' in item
    return isLabelled && typeof item.label === 'string' ? [item.label] : []
  })
}
