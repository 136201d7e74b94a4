import type { WallTemplate } from '#contract'

/** The grid one shape of wall is composed on; cells are roughly as high as a headline with its figure. */
export interface Template {
  readonly name: WallTemplate
  readonly columns: number
  readonly rows: number
  /** Design pixels of an exact wall of this shape; the short side is always 1080. */
  readonly width: number
  readonly height: number
}

/** Each shape has its own grid: a wider wall gets more columns, not wider letters. */
export const templates: Readonly<Record<WallTemplate, Template>> = {
  '16:9': { name: '16:9', columns: 12, rows: 8, width: 1920, height: 1080 },
  '21:9': { name: '21:9', columns: 16, rows: 8, width: 2520, height: 1080 },
  '32:9': { name: '32:9', columns: 24, rows: 8, width: 3840, height: 1080 },
  '48:9': { name: '48:9', columns: 36, rows: 8, width: 5760, height: 1080 },
  '9:16': { name: '9:16', columns: 6, rows: 16, width: 1080, height: 1920 },
}

/** The template nearest to a wall's shape; resolution plays no part (4K is a sharper 16:9). */
export function templateFor(width: number, height: number): Template {
  const away = (template: Template) => Math.abs(Math.log(template.width / template.height / (width / height)))
  const all = Object.values(templates)
  return all.reduce((best, template) => (away(template) < away(best) ? template : best), templates['16:9'])
}
