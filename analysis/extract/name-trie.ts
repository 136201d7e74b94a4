interface Node {
  next: Map<number, Node>
  /** The name that ends here. */
  name: string | null
}

const MAX_LENGTH = 60

/** Names to be found in texts: the longest that begins at a place, in steps bounded by the longest name. */
export class NameTrie {
  readonly #root: Node = { next: new Map(), name: null }

  add(name: string): void {
    if (name.length > MAX_LENGTH) return
    let node = this.#root
    for (let index = 0; index < name.length; index++) {
      const code = name.charCodeAt(index)
      let child = node.next.get(code)
      if (child === undefined) node.next.set(code, (child = { next: new Map(), name: null }))
      node = child
    }
    node.name = name
  }

  longestAt(text: string, start: number): string | null {
    let node: Node | undefined = this.#root
    let longest: string | null = null
    for (let index = start; index < text.length; index++) {
      node = node.next.get(text.charCodeAt(index))
      if (node === undefined) return longest
      longest = node.name ?? longest
    }
    return longest
  }

  /** The characters that names begin with. */
  firstCodes(): number[] {
    return [...this.#root.next.keys()]
  }
}
