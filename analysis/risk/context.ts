/** Something in the sentence that makes the words weigh more or less. */
interface ContextMark {
  name: string
  factor: number
  pattern: RegExp
}

/** Said of the clause before the words. */
const NEGATED =
  /(?:没有|没|未|无|不会|不是|不存在|并非|并未|从未|从不|避免|防止|预防|防范|杜绝|严禁|禁止|排除|消除|以免|免得|谨防|严防|防|不要|不得|打击|整治|反对)[^，。；！？\n]{0,6}$/u

const MARKS: readonly ContextMark[] = [
  {
    name: '假设或担心',
    factor: 0.64,
    pattern:
      /如果|假如|若(?:是|发生|出现|再)|风险|后果|难道|非得|非要|等到|怎么办|谁(?:来)?负责|不堪设想|逃生|万一|一旦|要是|倘若|可能|会不会|是否会|担心|害怕|恐怕|生怕|容易(?:引|造|发|导)|易(?:引发|造成|发生)|难免|存在.{0,8}隐患|的话/u,
  },
  {
    name: '说的是过去',
    factor: 0.75,
    pattern:
      /(?:19|20)\d{2}年|去年|前年|[几\d一二三四五六七八九十]+年前|曾经?|当年|早年|以前|上次|那年|多年前/u,
  },
  {
    name: '已经解决',
    factor: 0.4,
    pattern:
      /已经?(?:得到)?(?:妥善)?(?:解决|处理好|扑灭|修好|修复|救出|抓获|结清|发放|补发|找到)|得到(?:了)?(?:解决|妥善处理)|全部结清|感谢/u,
  },
  {
    name: '泛指或建议',
    factor: 0.55,
    pattern:
      /建议|应该?加强|加强.{0,8}(?:管理|宣传|监管|教育)|宣传|演练|培训|讲座|新闻|报道|电影|电视剧|小说|网上看到|外地|例如|比如|譬如|条例|规定|办法|政策|请问.{0,12}(?:条件|流程|程序|材料|标准)|咨询|任何(?:单位|组织)|依法追究|刑法|民法/u,
  },
  { name: '引述', factor: 0.8, pattern: /所谓|号称|口号|标语/u },
  {
    name: '正在发生',
    factor: 1.15,
    pattern:
      /正在|马上要|刚刚|刚才|今天|今晚|今早|昨晚|昨天|明天|明早|此刻|紧急(?!情况|制动|出口|疏散|逃生|避险|通道|电话|联系|预案|事件|停)|十万火急|人命关天|求救|救救|救命|急急急|快要|即将|随时|准备|打算/u,
  },
  {
    name: '涉及多人',
    factor: 1.12,
    pattern:
      /(?:\d{2,}|几十|上百|数百|几百|[一二三四五六七八九]百|上千|数千|数十)(?:余|多)?(?:名|位|户|人|个(?:人|工人|学生|孩子|业主)|家(?:人|庭))|全体|全村|全校|全小区/u,
  },
  { name: '已有伤亡', factor: 1.15, pattern: /受伤|死亡|身亡|住院|骨折|流血|昏迷|去世|遇难|伤亡|抢救|重伤/u },
]

/** Letters around the words in which a mark speaks of them; people write sentences of a page's length. */
const BEFORE = 36
const AFTER = 50

export interface Context {
  factor: number
  marks: string[]
}

/**
 * What the sentence around the words says of them. Prevention and denial before the words take nearly everything;
 * the other marks multiply.
 * @param at where the words start in the sentence
 */
export function readContext(sentence: string, at: number): Context {
  if (NEGATED.test(sentence.slice(Math.max(0, at - 16), at))) return { factor: 0.3, marks: ['否定或防范'] }
  const around = sentence.slice(Math.max(0, at - BEFORE), at + AFTER)
  const found = MARKS.filter(({ pattern }) => pattern.test(around))
  return {
    factor: found.reduce((product, { factor }) => product * factor, 1),
    marks: found.map(({ name }) => name),
  }
}
