import { lateTransferRule } from './late-transfer.ts'

/** B06 专项转移支付下达超期. */
export const lateSpecialTransfer = lateTransferRule({
  id: 'B06',
  name: '专项转移支付下达超期',
  kind: /专项/u,
  kindName: '专项',
  days: 60,
  exceptions: ['救灾', '据实结算', '收文日缺失的不判断'],
})
