import { Type, type Static } from 'typebox'
import { Open } from '../shape.ts'

/** The shapes of wall a scene is laid out for; resolution is no part of it (4K is a sharper 16:9). */
export const WallTemplate = Type.Union(
  [
    Type.Literal('16:9'),
    Type.Literal('21:9'),
    Type.Literal('32:9'),
    Type.Literal('48:9'),
    Type.Literal('9:16'),
  ],
  { description: '画面比例' },
)
export type WallTemplate = Static<typeof WallTemplate>

/** How far the viewers stand: decides the smallest type and how many panels fit. */
export const Viewing = Type.Union([Type.Literal('near'), Type.Literal('hall'), Type.Literal('single')], {
  description: '观看距离：近处（2.5 倍屏高以内）、大厅、单题',
})
export type Viewing = Static<typeof Viewing>

/** Cells of the template's grid, counted from 0 at the top left. */
export const Placement = Type.Object({
  panel: Type.String(),
  column: Type.Integer({ minimum: 0 }),
  row: Type.Integer({ minimum: 0 }),
  columns: Type.Integer({ minimum: 1 }),
  rows: Type.Integer({ minimum: 1 }),
})
export type Placement = Static<typeof Placement>

/** One panel of a scene: which kind answers, with which choices. `weight` 1 (first to go) to 5 (the scene's answer). */
export const ScenePanel = Type.Object({
  id: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
  kind: Type.String({ maxLength: 60, description: '面板种类，如 voices.trend' }),
  options: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  weight: Type.Integer({ minimum: 1, maximum: 5 }),
})
export type ScenePanel = Static<typeof ScenePanel>

/** A layout made by hand; shapes without one are packed by weight. */
export const SceneLayout = Type.Object({
  template: WallTemplate,
  viewing: Viewing,
  placements: Type.Array(Placement),
})
export type SceneLayout = Static<typeof SceneLayout>

/** A scene is data, never code: one question, the panels that answer it, and where they stand. */
export const Scene = Type.Object({
  id: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
  name: Type.String({ minLength: 1, maxLength: 20 }),
  question: Type.String({ maxLength: 60, description: '这一屏回答的问题' }),
  panels: Type.Array(ScenePanel, { maxItems: 16 }),
  layouts: Type.Array(SceneLayout),
  notes: Open(Type.String({ maxLength: 2000, description: '讲解词，只给遥控端看' })),
  version: Type.Integer({ minimum: 1 }),
})
export type Scene = Static<typeof Scene>
