import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController, type FastifyServerOptions, type RouteOptions } from 'fastify'
import type { ApiDeps } from './deps.ts'
import type { App } from './fastify-types.ts'
import { registerFrontEnds } from './plugins/front-ends.ts'
import { registerGuard } from './plugins/guard.ts'
import { registerHeaders } from './plugins/headers.ts'
import { registerApiPage, registerOpenApi } from './plugins/openapi.ts'
import { registerProblems } from './plugins/problem.ts'
import { registerRequestLog } from './plugins/request-log.ts'
import { registerSessions } from './plugins/session.ts'
import { registerValidators } from './plugins/validators.ts'
import { registerWallKeys } from './plugins/wall-device.ts'
import { registerCasePaperRoutes } from './routes/case-papers.ts'
import { registerCaseWorkRoutes } from './routes/case-work.ts'
import { registerCaseRoutes } from './routes/cases.ts'
import { registerBudgetRoutes } from './routes/budget.ts'
import { registerDemandRoutes } from './routes/demand.ts'
import { registerDisclosureRoutes } from './routes/disclosures.ts'
import { registerYearEndRoutes } from './routes/year-end.ts'
import { registerEventRoutes } from './routes/events.ts'
import { registerFindingRoutes } from './routes/findings.ts'
import { registerReasonRoutes } from './routes/reasons.ts'
import { registerThresholdRoutes } from './routes/thresholds.ts'
import { registerHistoryRoutes } from './routes/history.ts'
import { registerJobRoutes } from './routes/jobs.ts'
import { registerLedgerRoutes } from './routes/ledger.ts'
import { registerLoadChangeRoutes } from './routes/load-changes.ts'
import { registerLineageRoutes } from './routes/lineage.ts'
import { registerLocalRoutes } from './routes/local.ts'
import { registerMatterRoutes } from './routes/matters.ts'
import { registerMetaRoutes } from './routes/meta.ts'
import { registerMetricRoutes } from './routes/metrics.ts'
import { registerOverviewRoutes } from './routes/overview.ts'
import { registerQuarantineRoutes } from './routes/quarantine.ts'
import { registerReviewRoutes } from './routes/review.ts'
import { registerReplyRoutes } from './routes/replies.ts'
import { registerRiskRoutes } from './routes/risks.ts'
import { registerWallControlRoutes } from './routes/wall-control.ts'
import { registerWallDeviceRoutes } from './routes/wall-devices.ts'
import { registerWallEmbargoRoutes } from './routes/wall-embargo.ts'
import { registerWallPreviewRoutes } from './routes/wall-preview.ts'
import { registerWallSceneRoutes } from './routes/wall-scenes.ts'
import { registerWallScriptRoutes } from './routes/wall-scripts.ts'
import { registerSearchRoutes } from './routes/search.ts'
import { registerSessionRoutes } from './routes/session.ts'
import { registerSourceRoutes } from './routes/sources.ts'
import { registerRecordRoutes } from './routes/records.ts'
import { registerTemplateRoutes } from './routes/templates.ts'
import { registerTopicReportRoutes } from './routes/topic-report.ts'
import { registerTopicRoutes } from './routes/topics.ts'
import { registerPartUploadRoutes } from './routes/upload-parts.ts'
import { registerUploadRoutes } from './routes/uploads.ts'
import { registerMappingRoutes } from './routes/mappings.ts'
import { registerPendingRoutes } from './routes/pending.ts'
import { registerKeywordRoutes } from './routes/keywords.ts'
import { registerMethodRoutes } from './routes/methods.ts'
import { registerNameRoutes } from './routes/names.ts'
import { registerVoiceEntityRoutes } from './routes/voice-entities.ts'
import { registerVoiceRoutes } from './routes/voices.ts'
import { registerWallFeedRoutes } from './routes/wall-feed.ts'
import { registerWallMapRoutes } from './routes/wall-maps.ts'
import { createServices, type Services } from './services.ts'

const maxFilesPerUpload = 50
/** One for each file's time, and a few for the request. */
const maxFieldsPerUpload = maxFilesPerUpload + 10

/** The app and the parts that outlive a request; `services` is for the server's own start and tests. */
export interface BuiltApp {
  readonly app: App
  readonly services: Services
  /** Every route with its permission, complete once the app is ready. */
  readonly routes: readonly RouteOptions[]
}

/**
 * Builds the HTTP app from its parts, without listening. Order as Fastify documents it: external plugins, own
 * plugins and hooks, routes. Errors: SRV_ROUTE_UNGUARDED from `ready()` when a route names no permission.
 */
export async function buildApp(deps: ApiDeps): Promise<BuiltApp> {
  const services = createServices(deps)
  const app: App = Fastify(serverOptions(deps))
  // Before the server waits for open connections: an event stream would keep it waiting for ever.
  app.addHook('preClose', services.stop)

  const routes = registerGuardedPlugins(app, services)
  await registerOpenApi(app, deps.productVersion)
  await app.register(rateLimit, { global: false })
  await app.register(multipart, {
    limits: {
      fileSize: deps.uploadLimit,
      files: maxFilesPerUpload,
      fields: maxFieldsPerUpload,
      fieldSize: 1024,
    },
  })
  await app.register(
    async (scope) => {
      registerRoutes(scope, services)
    },
    { prefix: '/api/v1' },
  )
  await registerApiPage(app)
  await registerFrontEnds(app, deps.distDir)
  return { app, services, routes }
}

function serverOptions(deps: ApiDeps): FastifyServerOptions {
  const logger = deps.logger === false ? { logger: false as const } : { loggerInstance: deps.logger }
  return {
    ...logger,
    // The default line holds the address with its query; plugins/request-log writes ours.
    logController: new LogController({ disableRequestLogging: true }),
    exposeHeadRoutes: false,
    // The interface's addresses hold ids of sources, which may be long.
    routerOptions: { maxParamLength: 400 },
    return503OnClosing: true,
  }
}

function registerGuardedPlugins(app: App, services: Services): readonly RouteOptions[] {
  registerProblems(app)
  registerValidators(app)
  registerHeaders(app)
  registerRequestLog(app)
  void app.register(cookie)
  registerSessions(app, services)
  registerWallKeys(app, services)
  return registerGuard(app, services.localToken)
}

function registerRoutes(app: App, services: Services): void {
  registerMetaRoutes(app, services)
  registerSessionRoutes(app, services)
  registerOverviewRoutes(app, services)
  registerMetricRoutes(app, services)
  registerHistoryRoutes(app, services)
  registerTopicRoutes(app, services)
  registerTopicReportRoutes(app, services)
  registerVoiceRoutes(app, services)
  registerReplyRoutes(app, services)
  registerRiskRoutes(app, services)
  registerMatterRoutes(app, services)
  registerSearchRoutes(app, services)
  registerKeywordRoutes(app, services)
  registerVoiceEntityRoutes(app, services)
  registerNameRoutes(app, services)
  registerMethodRoutes(app, services)
  registerBudgetRoutes(app, services)
  registerDemandRoutes(app, services)
  registerYearEndRoutes(app, services)
  registerFindingRoutes(app, services)
  registerDisclosureRoutes(app, services)
  registerReasonRoutes(app, services)
  registerThresholdRoutes(app, services)
  registerCaseRoutes(app, services)
  registerCaseWorkRoutes(app, services)
  registerCasePaperRoutes(app, services)
  registerLedgerRoutes(app, services)
  registerLoadChangeRoutes(app, services)
  registerQuarantineRoutes(app, services)
  registerUploadRoutes(app, services)
  registerPartUploadRoutes(app, services)
  registerPendingRoutes(app, services)
  registerMappingRoutes(app, services)
  registerTemplateRoutes(app)
  registerRecordRoutes(app, services)
  registerJobRoutes(app, services)
  registerLineageRoutes(app, services)
  registerReviewRoutes(app, services)
  registerEventRoutes(app, services)
  registerWallDeviceRoutes(app, services)
  registerWallControlRoutes(app, services)
  registerWallScriptRoutes(app, services)
  registerWallSceneRoutes(app, services)
  registerWallPreviewRoutes(app, services)
  registerWallEmbargoRoutes(app, services)
  registerWallFeedRoutes(app, services)
  registerWallMapRoutes(app, services)
  registerSourceRoutes(app, services)
  registerLocalRoutes(app, services)
}
