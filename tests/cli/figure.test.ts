import { expect, it } from 'vitest'
import { figureText } from '../../cli/figure.ts'

it.each([
  [0.7961768934890971, '%', '79.62%'],
  [-0.03715643984423622, '%', '-3.72%'],
  [1, '%', '100%'],
  ['1394400325.95', '元', '1394400325.95 元'],
  [0, '条', '0 条'],
  [null, '%', '无'],
])('a metric of %s %s is read as %s', (value, unit, text) => {
  expect(figureText(value, unit)).toBe(text)
})
