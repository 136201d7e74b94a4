import type { FastifyBaseLogger } from 'fastify'
import type { IngestResult } from '#ingest'
import type { FeedSource } from '#wall'
import type { Kind, Warehouse } from '#warehouse'

export interface IngestOptions {
  readonly kind?: Kind
  readonly mapping?: string
  readonly source?: string
  readonly actor: string
  readonly signal: AbortSignal
  readonly onProgress: (progress: { file: string; rows: number }) => void
}

export type IngestFiles = (paths: string[], options: IngestOptions) => Promise<IngestResult>

/** A command the command line may ask a running server to carry out. */
export type LocalHandler = (args: unknown, progress: (data: unknown) => void) => Promise<unknown>

/** What the app is built from; everything that differs between a test, a demo and production comes in here. */
export interface ApiDeps {
  readonly warehouse: Warehouse
  /** Reads files into the warehouse (with the rebuild that belongs to it). */
  readonly ingest: IngestFiles
  /** Brings the analyses up to date; a no-op when nothing they read has changed. `signal`: the server is stopping. */
  readonly analyse: (signal: AbortSignal) => Promise<unknown>
  /** Learns the classes of voices again with what people decided. */
  readonly retrain: (actor: string, signal: AbortSignal) => Promise<unknown>
  /** The value of an environment variable that a source file names; without it sources have no secrets. */
  readonly secret?: (name: string) => string | undefined
  readonly now: () => Date
  /** false = silent. */
  readonly logger: FastifyBaseLogger | false
  /** Built front ends; may be missing. */
  readonly distDir: string
  readonly dataDir: string
  /** Largest uploaded file, bytes. */
  readonly uploadLimit: number
  readonly productVersion: string
  readonly commands: Readonly<Record<string, LocalHandler>>
  /** Token the local command line must show; null = no local commands. */
  readonly localToken: string | null
  /** ms between heartbeats of event streams; default 15,000. */
  readonly heartbeatMs?: number
  /** ms between two looks at what walls show; default 1,000. A long run replayed fast sets it lower. */
  readonly wallTickMs?: number
  /** Stands between the feed and what walls show, so that a test can change it at will. */
  readonly feedSource?: (live: FeedSource) => FeedSource
}
