/**
 * Whether a word is the name of a person in the letters that hold it: a surname, two or three characters, and beside it
 * what stands beside names. Keywords go on lists and walls, where nobody's name belongs.
 */

const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤费',
)
const BEFORE =
  '法人|代表人|控制人|实控人|老板|名叫|叫做|名为|负责人|创始人|董事长|经理|局长|书记|主任|院长|校长|村长|队长|法官|警官|教练|老师|医生|律师|被告|原告|本人|户主|店主|股东|骗子'
const AFTER =
  '先生|女士|某某|等人|院长|校长|局长|书记|主任|经理|老板|董事长|法官|警官|村长|队长|教练|医生|律师|夫妇|夫妻|本人|跑路|潜逃|（身份证|\\(身份证'
/** Share of the occurrences that must stand beside such a word. */
const SHARE = 0.1

export function isPersonName(word: string, texts: readonly string[]): boolean {
  if (!/^\p{sc=Han}{2,3}$/u.test(word) || !SURNAMES.has(word.slice(0, 1))) return false
  const all = new RegExp(word, 'gu')
  const beside = new RegExp(`(?:${BEFORE})[:：、]?${word}|${word}(?:${AFTER})`, 'gu')
  let occurrences = 0
  let named = 0
  for (const text of texts) {
    occurrences += text.match(all)?.length ?? 0
    named += text.match(beside)?.length ?? 0
  }
  return named > 0 && named >= SHARE * occurrences
}
