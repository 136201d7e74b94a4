/** What each code means to the person in front of the screen; the place (file, query, model) is in `place`. */
const sentences = {
  WH_LOCKED: '数据目录正被另一个进程使用：请先停止正在运行的服务或命令，或通过它来操作。',
  WH_OPEN_FAILED: '数据库打不开：请检查数据目录是否存在、是否可写、磁盘是否已满。',
  WH_CLOSED: '数据库已关闭，不能再读写。',
  WH_SQL_MISSING: '程序缺少一个查询文件，请重新安装。',
  WH_QUERY_FAILED: '查询失败，请把错误代码告诉管理员。',
  WH_QUERY_TIMEOUT: '查询超时：请缩小筛选范围后再试。',
  WH_PREVIEW_TIMEOUT:
    '预览用时太长，已经停下，没有改动任何数据；预览期间别的接入要等它。请少选几批再预览，或不预览直接进行。',
  WH_QUERY_NOT_SELECT: '程序错误：查询文件里只允许一条 select。',
  WH_VALUE_UNSAFE: '数值超出可精确表示的范围。',
  WH_STATE_FAILED: '保存失败，请稍后再试；若反复出现请联系管理员。',
  WH_LOAD_FAILED: '数据入库失败，本次载入已全部撤销，库中仍是上一次的数据。',
  WH_DISK_FULL: '磁盘空间不足，数据没有写进去，库中仍是上一次的数据：请清理磁盘，然后重新启动本程序。',
  WH_LOAD_UNKNOWN: '没有这个批次，或它现在的状态不允许这样做：请刷新台账后再试。',
  WH_LOAD_PRESENT: '同一个文件已经重新载入，不能再恢复这一批；要恢复请先撤回新的那一批。',
  WH_LOAD_UNTRACKED:
    '后面有一批数据是旧版本载入的，没有记下与本批重复的行；请先从新到旧重跑后面的批次，再撤回这一批。',
  WH_ROW_SHAPE: '程序错误：入库的一行与约定的列数不一致。',
  WH_MODEL_FAILED: '数据加工失败，本次更新已全部撤销，库中仍是上一次的数据。',
  WH_MODEL_CYCLE: '程序错误：数据模型之间循环引用。',
  WH_MODEL_UNKNOWN_TABLE: '程序错误：数据模型引用了不存在的表。',
  WH_AUDIT_FAILED: '数据核对未通过，本次更新已全部撤销，库中仍是上一次的数据。',
  WH_RESULT_SHAPE: '程序错误：分析结果与结果表的列不一致。',
  WH_METRIC_UNKNOWN: '没有这个指标。',
  WH_METRIC_INVALID: '程序错误：指标卡片缺少必填项。',
  WH_LINEAGE_NONE: '这张表是汇总表，没有单条来源；请从明细表追溯。',
} as const

export type WarehouseErrorCode = keyof typeof sentences

/** Names of things only (files, queries, models, columns, counts): never a value from the data. */
export type ErrorPlace = Readonly<Record<string, string | number | readonly string[]>>

/** A failure of the warehouse: stable code, place, cause, and a Chinese sentence a clerk can act on. */
export class WarehouseError extends Error {
  readonly code: WarehouseErrorCode
  readonly place: ErrorPlace
  /** Chinese sentence for the user. */
  readonly userMessage: string

  constructor(code: WarehouseErrorCode, place: ErrorPlace = {}, options?: ErrorOptions) {
    super(`${code}: ${sentences[code]}${describe(place)}`, options)
    this.name = 'WarehouseError'
    this.code = code
    this.place = place
    this.userMessage = `${sentences[code]}${describe(place)}`
  }
}

function describe(place: ErrorPlace): string {
  const parts = Object.entries(place).map(([name, value]) => `${name}=${String(value)}`)
  return parts.length === 0 ? '' : `（${parts.join('，')}）`
}

/** Codes with their sentences, for the generated table of errors. */
export const warehouseErrorSentences: Readonly<Record<WarehouseErrorCode, string>> = sentences
