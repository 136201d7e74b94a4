import { loadLetterCrosswalk, loadProductCatalogue } from './catalogue.ts'

/**
 * The classes a reviewer may choose from, each as its levels: for every first-level label in use, itself and what lies
 * below it in the catalogue (through the crosswalk where the labels are another catalogue's).
 * @param labels first-level labels in use; where they are the catalogue's own, its others may be chosen as well
 */
export function classChoices(labels: readonly string[]): string[][] {
  const { nodes } = loadProductCatalogue()
  const own = new Set(nodes.map(({ names }) => names[0] ?? ''))
  const crosswalk = labels.every((label) => own.has(label)) ? null : loadLetterCrosswalk()
  const firsts = crosswalk ? labels : [...new Set([...labels, ...own])]
  return firsts.flatMap((label) => {
    const below = nodes
      .filter(({ names }) => names.length > 1 && (crosswalk ? crosswalk.target(names) : names[0]) === label)
      .map(({ names }) => [label, ...names.slice(1)])
    return [[label], ...below]
  })
}
