import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { classChoices } from '#analysis'
import { reviewQueries, reviewStatements } from '#warehouse'
import {
  ClassDecision,
  JobAccepted,
  ReviewProgress,
  ReviewQuery,
  ReviewQueue,
  TrainingList,
} from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { createJobId } from '../jobs/job-id.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'
import { stampOf, voiceSources } from '../stamps.ts'
import { toReviewItem, toReviewProgress, toTraining } from '../views/review.ts'

const tags = ['分类复核']
const VoiceParams = Type.Object({ id: Type.String({ maxLength: 300 }) })
const Progress = Type.Object({ progress: Type.Array(ReviewProgress) })
const PAGE = 20

export function registerReviewRoutes(app: App, services: Services): void {
  app.get(
    '/review/queue',
    {
      config: { permission: 'review:read' },
      schema: {
        operationId: 'readReviewQueue',
        tags,
        summary: '待复核的分类，把握最小的在前；附进度和可选的分类',
        querystring: ReviewQuery,
        response: { 200: ReviewQueue },
      },
    },
    async (request) => {
      const { bucket = 'review', category, limit = PAGE } = request.query
      const { warehouse } = services
      const [rows, progress, labels, stamp] = await Promise.all([
        warehouse.query(reviewQueries.queue, { bucket, level_1: category ?? null, limit }),
        readProgress(services),
        warehouse.query(reviewQueries.labels, {}),
        stampOf(services, voiceSources),
      ])
      return {
        items: rows.map(toReviewItem),
        total: rows[0]?.total ?? 0,
        progress,
        choices: classChoices(labels.map(({ label }) => label)).map((levels) => ({ levels })),
        ...stamp,
      }
    },
  )
  registerDecisions(app, services)
  registerTrainings(app, services)
}

function registerDecisions(app: App, services: Services): void {
  app.post(
    '/review/decisions/:id',
    {
      config: { permission: 'review:write' },
      schema: {
        operationId: 'decideClass',
        tags,
        summary: '确认或更正一件的分类；与模型相同即为确认',
        params: VoiceParams,
        body: ClassDecision,
        response: { 200: Progress },
      },
    },
    async (request) => decide(services, request.params.id, request.body.levels, signedIn(request).name),
  )
  app.delete(
    '/review/decisions/:id',
    {
      config: { permission: 'review:write' },
      schema: {
        operationId: 'undoClassDecision',
        tags,
        summary: '撤回一件的分类决定',
        params: VoiceParams,
        response: { 200: Progress },
      },
    },
    async (request) => decide(services, request.params.id, null, signedIn(request).name),
  )
}

/** Appends a decision (null takes back the last one) and answers the new progress. */
async function decide(
  services: Services,
  id: string,
  levels: readonly string[] | null,
  actor: string,
): Promise<{ progress: ReviewProgress[] }> {
  const { warehouse } = services
  const [voice] = await warehouse.query(reviewQueries.voice, { voice_id: id })
  if (voice === undefined) throw new ApiError('API_NOT_FOUND')
  const own = [voice.level_1, voice.level_2, voice.level_3].filter((level) => level !== null)
  const decided = levels ?? []
  const isConfirmed = levels !== null && isSame(own, decided)
  // What the model found may be confirmed even where an office's own lower levels are not in the catalogue.
  if (levels !== null && !isConfirmed) {
    const known = await warehouse.query(reviewQueries.labels, {})
    if (!classChoices(known.map(({ label }) => label)).some((choice) => isSame(choice, levels)))
      throw new ApiError('API_REQUEST_INVALID', 'body/levels 不在可选的分类中')
  }
  await warehouse.execute(reviewStatements.addDecision, {
    decision_id: randomUUID(),
    voice_id: id,
    text_hash: voice.text_hash,
    kind: levels === null ? 'undo' : isConfirmed ? 'confirm' : 'correct',
    level_1: decided[0] ?? null,
    level_2: decided[1] ?? null,
    level_3: decided[2] ?? null,
    was_level_1: voice.level_1,
    was_level_2: voice.level_2,
    was_level_3: voice.level_3,
    was_confidence: voice.confidence,
    model: voice.model,
    actor,
    decided_at: services.now().toISOString(),
  })
  return { progress: await readProgress(services) }
}

function registerTrainings(app: App, services: Services): void {
  app.get(
    '/review/trainings',
    {
      config: { permission: 'review:read' },
      schema: {
        operationId: 'listTrainings',
        tags,
        summary: '历次重新训练及其前后对比，新的在前',
        response: { 200: TrainingList },
      },
    },
    async () => {
      const rows = await services.warehouse.query(reviewQueries.trainings, {})
      const [latest] = services.jobs.list().filter(({ files }) => files.includes(TRAINING))
      return {
        items: rows.map(toTraining),
        running: latest?.state === 'queued' || latest?.state === 'running',
        failure: latest?.failure?.message ?? null,
      }
    },
  )
  app.post(
    '/review/trainings',
    {
      config: { permission: 'review:write' },
      schema: {
        operationId: 'startTraining',
        tags,
        summary: '用人工决定重新训练分类，并重新分类全部诉求；排队进行',
        response: { 202: JobAccepted },
      },
    },
    async (request, reply) => {
      const id = createJobId(services.now())
      const job = services.jobs.add({
        id,
        files: [TRAINING],
        paths: [],
        actor: signedIn(request).name,
        task: 'retrain',
      })
      return reply.status(202).send({ jobId: job.id, files: job.files })
    },
  )
}

/** What the list of jobs shows in place of file names. */
const TRAINING = '分类模型重新训练'

async function readProgress({ warehouse }: Services): Promise<ReviewProgress[]> {
  return (await warehouse.query(reviewQueries.progress, {})).map(toReviewProgress)
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((level, at) => level === right[at])
}
