import { describe, expect, it } from 'vitest'
import { describeFault } from '../../screen/live/faults.ts'

describe('describeFault', () => {
  it('gives class and place, never the message', () => {
    const error = new TypeError('cannot read 13900000000')
    error.stack = [
      'TypeError: cannot read 13900000000',
      '    at draw (http://10.0.0.1:8630/assets/screen-AbC_12.js:3:456)',
      '    at run (http://10.0.0.1:8630/assets/ui-x.js:1:2)',
    ].join('\n')
    expect(describeFault('script', error)).toEqual({
      kind: 'script',
      name: 'TypeError',
      place: 'screen-AbC_12.js:3:456',
    })
  })

  it.each([undefined, 'text with 13900000000', { name: 'x y' }])('knows nothing of %j', (thrown) => {
    expect(describeFault('promise', thrown)).toEqual({ kind: 'promise', name: 'Unknown', place: '' })
  })
})
