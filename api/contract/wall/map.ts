import { Type, type Static } from 'typebox'
import { Day, Instant, Nullable, Open } from '../shape.ts'

const filled = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, pattern: '\\S', description })

/** What must be known of a map before it may hang anywhere; the review number is kept as it was typed. */
export const WallMapFacts = Type.Object({
  number: Open(Type.String({ maxLength: 60, description: '审图号；没有的只能预览' })),
  source: filled(100, '来源，如下载或编制的单位'),
  date: Type.String({ format: 'date', description: '地图的编制或下载日期' }),
  area: filled(60, '覆盖范围'),
  codeProperty: filled(60, '图形中存放区划代码的属性名'),
})
export type WallMapFacts = Static<typeof WallMapFacts>

export const WallMapUpload = Type.Object({
  facts: WallMapFacts,
  fileName: Type.String({ maxLength: 200 }),
  content: Type.String({ description: 'GeoJSON 文件的全文，不超过 8 MB' }),
})
export type WallMapUpload = Static<typeof WallMapUpload>

const Place = Type.Object({ code: Type.String(), name: Type.String() })

export const WallMapItem = Type.Object({
  id: Type.String(),
  facts: Type.Object({
    number: Nullable(Type.String()),
    source: Type.String(),
    date: Day,
    area: Type.String(),
    codeProperty: Type.String(),
  }),
  fileName: Type.String(),
  uploadedAt: Instant,
  uploadedBy: Type.String(),
  state: Type.Union([Type.Literal('wall'), Type.Literal('ready'), Type.Literal('preview')], {
    description: '上墙、有审图号而未上墙、只能预览',
  }),
  /** Shapes whose code the list of regions knows. */
  matched: Type.Array(Place),
  unknown: Type.Array(Type.String({ description: '区划表里没有的代码' })),
  /** Districts without a shape: they stand beside the map. */
  missing: Type.Array(Place),
})
export type WallMapItem = Static<typeof WallMapItem>
export const WallMapList = Type.Object({ items: Type.Array(WallMapItem) })
export type WallMapList = Static<typeof WallMapList>

const Position = Type.Array(Type.Number())
const Polygon = Type.Array(Type.Array(Position))

/** GeoJSON polygons; of their properties only the region's code, so that nothing else can reach a wall with them. */
export const WallMapShapes = Type.Object({
  type: Type.Literal('FeatureCollection'),
  features: Type.Array(
    Type.Object({
      type: Type.Literal('Feature'),
      properties: Type.Object({ code: Type.String() }),
      geometry: Type.Union([
        Type.Object({ type: Type.Literal('Polygon'), coordinates: Polygon }),
        Type.Object({ type: Type.Literal('MultiPolygon'), coordinates: Type.Array(Polygon) }),
      ]),
    }),
  ),
})
export type WallMapShapes = Static<typeof WallMapShapes>

/** A map as it is drawn, with what must be said on it. */
export const WallMap = Type.Object({
  id: Type.String(),
  number: Nullable(Type.String({ description: '审图号' })),
  source: Type.String(),
  date: Day,
  area: Type.String(),
  shapes: WallMapShapes,
})
export type WallMap = Static<typeof WallMap>
