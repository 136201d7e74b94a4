import type { FactCard, PanelData, Scene, ScenePanel } from '#contract'
import { WarehouseError } from '#warehouse'
import type { PanelAnswer, PanelContext } from './panel-kind.ts'
import { panelKinds } from './registry.ts'

/** The key of a panel on the wall: 场景编号/面板编号. */
function keyOf(scene: Scene, panel: ScenePanel): string {
  return `${scene.id}/${panel.id}`
}

/**
 * Answers every panel of the scenes. A question asked by several panels is read once; one that fails answers with a
 * reason and a code in the log, and the others stand.
 */
export async function readPanels(context: PanelContext, scenes: readonly Scene[]): Promise<PanelData[]> {
  const answers = new Map<string, Promise<PanelAnswer>>()
  const computedAt = `${context.now.toISOString().slice(0, 19)}Z`
  const shared = askingOnce(context)
  const answerOf = (panel: ScenePanel) => {
    const question = `${panel.kind}|${JSON.stringify(Object.entries(panel.options).sort())}`
    const known = answers.get(question) ?? answerPanel(shared, panel)
    answers.set(question, known)
    return known
  }
  const panels = scenes.flatMap((scene) =>
    scene.panels.map(async (panel) => ({
      key: keyOf(scene, panel),
      // A kind this version does not have keeps a place, as a list that says so.
      form: panelKinds.get(panel.kind)?.form ?? ('list' as const),
      ...(await answerOf(panel)),
      computedAt,
    })),
  )
  return Promise.all(panels)
}

/** Every panel says which of its sources did not come: how they stand is asked once for all of them. */
function askingOnce(context: PanelContext): PanelContext {
  let mornings: ReturnType<PanelContext['outside']['mornings']> | null = null
  return {
    ...context,
    outside: { ...context.outside, mornings: () => (mornings ??= context.outside.mornings()) },
  }
}

/** The fact card behind one item of one panel; null when the panel, the item or the card is not there. */
export async function readFactCard(
  context: PanelContext,
  scenes: readonly Scene[],
  panelKey: string,
  item: string,
): Promise<FactCard | null> {
  const panel = scenes
    .flatMap((scene) => scene.panels.map((one) => ({ key: keyOf(scene, one), panel: one })))
    .find(({ key }) => key === panelKey)?.panel
  const kind = panel && panelKinds.get(panel.kind)
  return (panel && (await kind?.fact?.(context, panel.options, item))) ?? null
}

async function answerPanel(context: PanelContext, { kind: id, options }: ScenePanel): Promise<PanelAnswer> {
  const kind = panelKinds.get(id)
  if (!kind) return unanswered('没有这种面板', '场景里用了本版本没有的面板种类，请在场景编辑中换一种')
  try {
    return await kind.read(context, options)
  } catch (error) {
    const code = error instanceof WarehouseError ? error.code : 'wall_panel_failed'
    context.outside.report({ kind: id, code })
    return unanswered(`${kind.name}没有算出`, `计算没有完成（${code}），请数据专员查看运行日志`)
  }
}

function unanswered(headline: string, missingReason: string): PanelAnswer {
  return {
    headline,
    status: null,
    basis: { definition: '', sources: [], metric: null },
    dataTime: null,
    lateFrom: null,
    note: null,
    content: null,
    missingReason,
  }
}
