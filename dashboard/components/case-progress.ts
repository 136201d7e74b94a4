/** The state each kind of event leads to; kinds that lead to none are left out. */
const leadsTo: Readonly<Record<string, string>> = {
  opened: 'filed',
  verified: 'verifying',
  'letter-drafted': 'inquiring',
  answered: 'answered',
  judged: 'judged',
  'rectification-set': 'rectifying',
  closed: 'closed',
}

/** States the case has been through since it was opened, or reopened for the last time. Latest event first. */
export function reachedStates(timeline: readonly { readonly kind: string }[]): string[] {
  const reopened = timeline.findIndex(({ kind }) => kind === 'reopened')
  const events = reopened === -1 ? timeline : timeline.slice(0, reopened)
  const reached = events.flatMap(({ kind }) => leadsTo[kind] ?? [])
  return reopened === -1 ? reached : [...reached, 'filed', 'verifying']
}
