import { lateTransferRule } from './late-transfer.ts'

/** B05 一般性转移支付下达超期. */
export const lateGeneralTransfer = lateTransferRule({
  id: 'B05',
  name: '一般性转移支付下达超期',
  kind: /一般/u,
  kindName: '一般性',
  days: 30,
  exceptions: ['收文日缺失的不判断'],
})
