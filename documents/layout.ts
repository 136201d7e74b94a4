/** Measures of GB/T 9704-2012 《党政机关公文格式》; twips (1/1440 inch) unless said otherwise. */

const twipsPerMm = 1440 / 25.4

export function mm(value: number): number {
  return Math.round(value * twipsPerMm)
}

/** A4; 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm (5.2.1). */
export const page = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  bottom: mm(35),
  left: mm(28),
  right: mm(26),
}

/** 22 lines on a page (5.2.3). Paragraphs state it exactly, so that no font can stretch them. */
export const line = Math.floor(mm(225) / 22)

/** What each character of 3号 gives so that 28 fit into 156 mm (5.2.3), in twips. */
export const tracking = Math.floor(mm(156) / 28) - 320

/** Half points: 2号 22 pt, 3号 16 pt, 4号 14 pt, 小4 12 pt, 5号 10.5 pt. */
export const size = { two: 44, three: 32, four: 28, smallFour: 24, five: 21 }

export const fonts = {
  body: '仿宋_GB2312',
  title: '方正小标宋简体',
  bold: '黑体',
  kai: '楷体_GB2312',
  number: '宋体',
}

/** What a computer without the official font may show instead, best first (w:altName). */
export const fallbacks: Readonly<Record<string, readonly string[]>> = {
  [fonts.body]: ['仿宋', 'FangSong', 'STFangsong', 'Noto Serif CJK SC'],
  [fonts.title]: ['方正小标宋_GBK', '华文中宋', 'STZhongsong', '宋体', 'SimSun', 'Noto Serif CJK SC'],
  [fonts.bold]: ['SimHei', 'Noto Sans CJK SC'],
  [fonts.kai]: ['楷体', 'KaiTi', 'STKaiti', 'Noto Serif CJK SC'],
  [fonts.number]: ['SimSun', 'Noto Serif CJK SC'],
}

/** 公文红 */
export const red = 'FF0000'

/** One character of 3号. */
export const character = 320
