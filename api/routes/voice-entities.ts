import { Type } from 'typebox'
import { entityQueries } from '#warehouse'
import { VoiceEntities } from '../contract/index.ts'
import type { App } from '../fastify-types.ts'
import { toTexts } from '../json-text.ts'
import type { Services } from '../services.ts'
import { toTraits } from '../views/trait.ts'

const typeLabels: Readonly<Record<string, string>> = {
  place: '地点',
  unit: '单位',
  project: '项目',
  amount: '金额',
  date: '日期',
  document: '文号',
  contract: '合同号',
  law: '法条',
}

export function registerVoiceEntityRoutes(app: App, { warehouse }: Services): void {
  app.get(
    '/voices/:id/entities',
    {
      config: { permission: 'voices:read' },
      schema: {
        operationId: 'listVoiceEntities',
        tags: ['诉求'],
        summary: '一条诉求里提到的地点、单位、项目、金额、日期、文号、法条，和文本特征',
        params: Type.Object({ id: Type.String({ maxLength: 300 }) }),
        response: { 200: VoiceEntities },
      },
    },
    async (request) => {
      const params = { voice_id: request.params.id }
      const [rows, [reading]] = await Promise.all([
        warehouse.query(entityQueries.ofVoice, params),
        warehouse.query(entityQueries.traits, params),
      ])
      return {
        items: rows.map(({ type, text, value, status, target, target_name: name }) => ({
          type,
          typeLabel: typeLabels[type] ?? type,
          text,
          value,
          status,
          target: target === null ? null : { code: target, name: name ?? target },
        })),
        traits: toTraits(toTexts(reading?.traits ?? null)),
      }
    },
  )
}
