import { groupSketches, type Grouping, type SketchTable } from '../../matters/index.ts'

/** Groups all voices from their sketches, which lie in memory that both threads see. */
export default function groupAll({ table }: { table: SketchTable }): Grouping {
  return groupSketches(table)
}
