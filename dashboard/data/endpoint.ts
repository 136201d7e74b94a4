import type { RequestOptions } from '#ui'

/** An address of the HTTP interface together with the type of its answer. */
export interface Endpoint<Answer> {
  readonly path: string
  readonly query: NonNullable<RequestOptions['query']>
  /** Never present at run time; carries the type. */
  readonly answer?: Answer
}

/** A query as filters hold it: a choice not made is undefined. */
export type Choices<Query> = { readonly [Name in keyof Query]?: Query[Name] | undefined }

/** Names one address; `Answer` must be what the contract says it gives. */
export function endpoint<Answer>(path: string, query: RequestOptions['query'] = {}): Endpoint<Answer> {
  return { path, query }
}
