import { Type } from 'typebox'
import { builtInScenes, panelKinds, sceneGrids, smallestCells } from '#wall'
import { Scene, SceneItem, SceneList, ScenePalette, type SceneItem as Item } from '../contract/index.ts'
import type { App } from '../fastify-types.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'

const tags = ['大屏场景']
const SceneParams = Type.Object({ id: Type.String({ maxLength: 40 }) })

/** Scenes are data: what comes in is checked against the same schema whether typed on the page or read from a file. */
export function registerWallSceneRoutes(app: App, services: Services): void {
  registerReading(app, services)
  registerWriting(app, services)
}

function registerReading(app: App, { walls }: Services): void {
  app.get(
    '/wall/scenes',
    {
      config: { permission: 'wall:edit' },
      schema: {
        operationId: 'listScenes',
        tags,
        summary: '自带场景，以及自编场景的各个版本（新的在前）',
        response: { 200: SceneList },
      },
    },
    async () => {
      const built: Item[] = builtInScenes.map((scene) => ({
        scene,
        isBuiltIn: true,
        isRemoved: false,
        savedAt: null,
        savedBy: null,
      }))
      const own = (await walls.scenes.versions(null)).map((one) => ({ ...one, isBuiltIn: false }))
      return { items: [...built, ...own] }
    },
  )

  app.get(
    '/wall/palette',
    {
      config: { permission: 'wall:edit' },
      schema: {
        operationId: 'getScenePalette',
        tags,
        summary: '可用的面板种类，以及各种画面比例、观看距离的网格',
        response: { 200: ScenePalette },
      },
    },
    async () => palette(),
  )
}

function palette(): ScenePalette {
  const kinds = [...panelKinds.values()].map(({ id, name, question, form, options }) => ({
    id,
    name,
    question,
    form,
    options: options.map((option) => ({ ...option, choices: [...(option.choices ?? [])] })),
  }))
  const forms = [...new Set(kinds.map(({ form }) => form))]
  const grids = sceneGrids.map((grid) => {
    const cells = forms.map((form) => {
      const [columns, rows] = smallestCells(form, grid)
      return [form, { columns, rows }] as const
    })
    return { ...grid, smallest: Object.fromEntries(cells) }
  })
  return { kinds, grids }
}

function registerWriting(app: App, { walls, audit }: Services): void {
  app.post(
    '/wall/scenes',
    {
      config: { permission: 'wall:edit' },
      schema: {
        operationId: 'saveScene',
        tags,
        summary: '保存场景为新版本（导入文件、恢复旧版本也用它）；自带的不能改，请换编号',
        body: Scene,
        response: { 200: SceneItem },
      },
    },
    async (request) => {
      const actor = signedIn(request)
      const { id } = await walls.scenes.save(request.body, actor.name)
      await audit({ actor, action: 'save-wall-scene', object: id, outcome: 'ok' })
      const [newest] = await walls.scenes.versions(id)
      if (newest === undefined) throw new TypeError('a scene just saved is not there')
      return { ...newest, isBuiltIn: false }
    },
  )

  app.delete(
    '/wall/scenes/:id',
    {
      config: { permission: 'wall:edit' },
      schema: {
        operationId: 'removeScene',
        tags,
        summary: '停用自编场景；各版本都留着，可恢复',
        params: SceneParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const actor = signedIn(request)
      await walls.scenes.remove(request.params.id, actor.name)
      await audit({ actor, action: 'remove-wall-scene', object: request.params.id, outcome: 'ok' })
      return reply.status(204).send(null)
    },
  )
}
