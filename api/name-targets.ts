import { entityQueries, type Warehouse } from '#warehouse'
import type { NamedType, NameTarget } from './contract/index.ts'

/** The records a name can stand for, by type. */
export interface NameTargets {
  readonly lists: Readonly<Record<NamedType, readonly NameTarget[]>>
  find(type: NamedType, code: string | null): NameTarget | null
}

/** Reads regions (by their whole path), units and projects. */
export async function readNameTargets(warehouse: Warehouse): Promise<NameTargets> {
  const [regions, units, projects] = await Promise.all([
    warehouse.query(entityQueries.regions, {}),
    warehouse.query(entityQueries.units, {}),
    warehouse.query(entityQueries.projects, {}),
  ])
  const lists = {
    place: regions.map(({ code, name, path }) => ({ code, name: path ?? name })),
    unit: units.map(({ code, name }) => ({ code, name })),
    project: [...new Map(projects.map((project) => [project.code, project])).values()],
  }
  const byCode = new Map(
    Object.entries(lists).flatMap(([type, list]) =>
      list.map((target) => [`${type}:${target.code}`, target] as const),
    ),
  )
  return { lists, find: (type, code) => (code === null ? null : (byCode.get(`${type}:${code}`) ?? null)) }
}
