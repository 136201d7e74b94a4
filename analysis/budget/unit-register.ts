interface NamedUnit {
  readonly agency_code: string | null
  readonly agency_name: string | null
}

/**
 * One key per unit: its code, or its name when no code is known. A row that has only the name joins the
 * code that name belongs to, if exactly one does; a unit renamed mid-year keeps its code and so stays one.
 */
export class UnitRegister {
  private readonly codesOfName = new Map<string, Set<string>>()
  private readonly nameOfUnit = new Map<string, string>()

  takeAll(...ledgers: readonly Iterable<NamedUnit>[]): void {
    for (const rows of ledgers) for (const row of rows) this.take(row)
  }

  take(row: NamedUnit): void {
    const code = clean(row.agency_code)
    const name = clean(row.agency_name)
    if (code !== null) this.add(code, name ?? code)
    else if (name !== null) this.add(name, name)
    if (code !== null && name !== null) this.linkName(name, code)
  }

  keyOf(rawCode: string | null, rawName: string | null): string | null {
    const code = clean(rawCode)
    if (code !== null) return code
    const name = clean(rawName)
    if (name === null) return null
    const codes = this.codesOfName.get(name)
    const [only] = codes?.size === 1 ? codes : []
    return only ?? name
  }

  /** The longest name of a unit that stands in a text. */
  nameWithin(passage: string): string | null {
    const [longest] = [...this.codesOfName.keys()]
      .filter((name) => name.length > 3 && passage.includes(name))
      .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    return longest ?? null
  }

  add(key: string, name: string): void {
    const current = this.nameOfUnit.get(key)
    // The smallest name wins, so that the answer does not depend on row order; a real name beats the bare code.
    if (current === undefined || current === key || (name !== key && name < current))
      this.nameOfUnit.set(key, name)
  }

  names(): ReadonlyMap<string, string> {
    return this.nameOfUnit
  }

  private linkName(name: string, code: string): void {
    const codes = this.codesOfName.get(name)
    if (codes) codes.add(code)
    else this.codesOfName.set(name, new Set([code]))
  }
}

function clean(value: string | null): string | null {
  const trimmed = value?.trim()
  return trimmed === undefined || trimmed === '' ? null : trimmed
}
