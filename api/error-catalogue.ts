export interface CatalogueEntry {
  readonly status: number
  /** What the reader can do, in Chinese; shown as the problem's title. */
  readonly title: string
  /** Why it happens, for the page of error codes. */
  readonly cause: string
}

/** Every code the HTTP interface can answer with. Codes are stable; wording may improve. */
export const apiErrors = {
  API_SIGN_IN_REQUIRED: {
    status: 401,
    title: '请先登录，或重新打开登录链接',
    cause: '没有登录，或登录已过期',
  },
  API_SIGN_IN_FAILED: {
    status: 401,
    title: '用户名或密码不正确',
    cause: '用户不存在、已停用，或密码不对（不区分，以免泄露账号是否存在）',
  },
  API_WALL_UNPAIRED: {
    status: 401,
    title: '这块大屏需要重新配对：请在“大屏设备”里输入屏上的配对码',
    cause: '还没有配对，或配对已撤销、过期，或大屏换了地址',
  },
  API_LINK_INVALID: {
    status: 401,
    title: '登录链接已失效，请重新生成',
    cause: '链接已用过、超过有效期，或不完整',
  },
  API_TOO_MANY_ATTEMPTS: {
    status: 429,
    title: '尝试次数过多，请稍后再试',
    cause: '同一地址或同一账号短时间内登录失败过多',
  },
  API_FORBIDDEN: {
    status: 403,
    title: '您的角色无权进行此操作，如需要请联系管理员',
    cause: '角色没有该接口声明的权限',
  },
  API_ORIGIN_REFUSED: {
    status: 403,
    title: '请求来自其他网站，已拒绝',
    cause: '写操作的 Origin 与本站不一致',
  },
  API_LOCAL_REFUSED: {
    status: 403,
    title: '只接受本机命令行的请求',
    cause: '本机命令口令不对，或请求不是来自本机',
  },
  API_NOT_FOUND: { status: 404, title: '没有这个地址或记录', cause: '地址写错，或记录不存在' },
  API_COMMAND_UNKNOWN: { status: 404, title: '没有这个命令', cause: '服务没有登记该命令' },
  API_FILE_NOT_ARCHIVED: {
    status: 404,
    title: '原文件不在归档中，请向报送单位重新索取',
    cause: '该批次没有归档原文件，或归档已移走',
  },
  API_REQUEST_INVALID: {
    status: 400,
    title: '请求参数不符合要求，请检查后重试',
    cause: '参数或正文不符合接口约定；detail 指出哪一项',
  },
  API_MAPPING_INCOMPLETE: {
    status: 409,
    title: '还有必填的列或金额单位没有指定；文件里确实没有的列，请勾选“没有这一列”',
    cause: '确认映射时缺少必填列，或看不出金额的单位而没有选定；detail 列出是哪些',
  },
  API_PENDING_SETTLED: {
    status: 409,
    title: '这张表已经有人处理过，这次没有保存；请刷新后看现在的映射',
    cause: '确认映射时，这个文件或这张表已由另一人先确认、载入或不再接入；已存的映射没有改动',
  },
  API_CHANGED_MEANWHILE: {
    status: 409,
    title: '打开之后已被别人改过，这次没有保存；请核对现在的内容再改',
    cause: '保存来源、映射或隔离行的修改时，它已不是打开时的样子；另一人的改动没有被盖掉',
  },
  API_SOURCE_TAKEN: {
    status: 409,
    title: '这个代号已经有来源在用，没有保存',
    cause: '新建数据来源时用了已有的代号；原来的来源没有改动',
  },
  API_RECORD_REFUSED: {
    status: 409,
    title: '这一件还不能登记，请按提示补全或改正',
    cause: '手工登记的内容不符合该类数据的约定；detail 指出哪一项、为什么',
  },
  API_REPORT_NOT_READY: {
    status: 409,
    title: '数据刚有变动，热点还在重新计算，请过几分钟再导出',
    cause: '导出材料时数据正在更新：材料里的件数与附件的记录对不上就不生成',
  },
  API_MAPPING_INVALID: {
    status: 400,
    title: '映射内容有误，请按提示修改',
    cause: '映射文件的键、列名或写法不对；detail 指出是哪一处',
  },
  API_CURSOR_INVALID: {
    status: 400,
    title: '翻页位置无效，请从第一页重新打开',
    cause: '翻页标记被改动',
  },
  API_NOT_ACCEPTABLE: {
    status: 406,
    title: '不支持所要求的返回格式',
    cause: 'Accept 中没有本接口能提供的格式',
  },
  API_UPLOAD_EMPTY: {
    status: 400,
    title: '没有收到文件，请选择至少一个文件',
    cause: '上传请求中没有文件，或文件是 0 字节',
  },
  API_UPLOAD_TOO_LARGE: {
    status: 413,
    title: '文件过大，请拆分后上传，或交管理员用命令行导入',
    cause: '单个文件超过上传上限，或文件个数过多',
  },
  API_UPLOAD_BROKEN: {
    status: 400,
    title: '上传中断或内容不完整，请重新上传',
    cause: '连接中断，或请求不是有效的 multipart/form-data',
  },
  API_QUEUE_FULL: {
    status: 503,
    title: '排队的任务过多，请等前面的任务完成后再上传',
    cause: '任务队列已满',
  },
  API_JOB_FAILED: {
    status: 500,
    title: '处理没有完成，数据保持原样；请联系管理员查看日志',
    cause: '导入、重建或分析时发生未预料的错误',
  },
  API_TIMEOUT: {
    status: 503,
    title: '查询时间过长，请缩小范围后重试',
    cause: '查询超过时限，已中断',
  },
  API_PREVIEW_TIMEOUT: {
    status: 503,
    title: '预览用时太长，已经停下，没有改动任何数据；请少选几批再预览，或不预览直接进行',
    cause: '预览时别的写入要等它，超过时限即中断',
  },
  API_STOPPING: { status: 503, title: '服务正在停止，请稍后重试', cause: '服务收到停止信号' },
  API_INTERNAL: {
    status: 500,
    title: '系统出错，请稍后重试；仍不行请联系管理员',
    cause: '未预料的错误，日志中有代码与位置（不含数据内容）',
  },
} as const satisfies Record<string, CatalogueEntry>

export type ApiErrorCode = keyof typeof apiErrors
