/** Each code with what it means and what to do; `docs/errors.md` lists them. */
export const wallErrors = {
  WALL_UNKNOWN: '没有这块大屏，请在“大屏设备”里查看已配对的大屏',
  WALL_CODE_INVALID: '配对码不对或已过期，请看大屏上现在显示的 6 位数字',
  WALL_PAIRING_BUSY: '等待配对的屏太多，请稍后再试',
  WALL_ADDRESS_INVALID: '允许的地址写法不对，应为一个地址或网段，如 10.1.2.3 或 10.1.2.0/24',
  WALL_SCENE_UNKNOWN: '没有这个场景，或会议模式下没有选它',
  WALL_SCENE_BUILT_IN: '系统自带的场景不能改，请另存为新场景',
  WALL_SCENE_INVALID: '场景还不能保存，请按提示修改',
  WALL_MAP_UNKNOWN: '没有这幅地图，请刷新“大屏地图”后再试',
  WALL_MAP_INVALID: '这份地图不能用，请按提示改正后重新上传',
  WALL_MAP_UNREVIEWED: '没有审图号的地图只能预览，不能上墙；请取得审图号后连同审图号重新上传',
  WALL_PANEL_CLOSED: '这一项不在屏上正显示的场景里，请先转到该场景',
} as const

export type WallErrorCode = keyof typeof wallErrors

/** A refusal of the wall layer: stable code, Chinese sentence, and a place that never quotes data. */
export class WallError extends Error {
  override readonly name = 'WallError'
  readonly code: WallErrorCode
  /** What exactly stands in the way, in Chinese; empty when the code says it all. */
  readonly detail: string

  constructor(code: WallErrorCode, detail = '') {
    super(code)
    this.code = code
    this.detail = detail
  }
}
