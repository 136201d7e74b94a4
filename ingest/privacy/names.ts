import type { Finder } from './finder.ts'
import type { PersonalSpan } from './kinds.ts'

/** The surnames that cover nearly all of the population (公安部 name reports), compound ones first. */
const compound = '欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|长孙|宇文|轩辕|南宫|独孤'
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文齐施庄温牛樊葛邢安殷颜倪詹柳翁阮邬纪项童涂骆阎闵柴聂焦岳耿翟饶曲蒲辛靳祁岑苗凌费娄冉匡甄瞿裴褚'
const name = `(?<data>(?:${compound})[\\u4e00-\\u9fa5]{1,2}|[${single}][\\u4e00-\\u9fa5]{1,2}?)`

/** What follows a name when it really is one; without it “本人于去年购房” would lose two characters. */
const sign = String.raw`$|[\s,，。．.、;；:：!！?？()（）\[\]"“”'‘’/|<>]`
const boundary = `(?=${sign}|先生|女士|同志|是(?!否)|系|男|女|今年|现年|现住|家住|住在|身份证|电话|手机|联系|来自|[，,]?\\d)`
/** What people write on with after a name that a role or a relation announced. */
const goesOn = `(?=${sign}|先生|女士|电话|手机|\\d|今年|现年|反映|去世|违|欠|在|因|已|被|把|的|住|于|没|从|要求)`
const strict = `(?=${sign}|电话|手机|\\d)`

const roles =
  '投诉人|举报人|申请人|反映人|信访人|建议人|来信人|留言人|报案人|当事人|受害人|联系人|经办人|户主|房东|车主|机主|收件人|收货人|收款人|户名|开户名|开户人|法人代表|法人|法定代表人|死者|伤者|患者|原告|被告|债权人|债务人|产权人|承租人|包工头|老板|姓名|名字'
const family =
  '父亲|母亲|爸爸|妈妈|爸|妈|丈夫|妻子|老公|老婆|爱人|儿子|女儿|孩子|小孩|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|外公|外婆|孙子|孙女|岳父|岳母|舅舅|叔叔|公公|婆婆'
const dwellers = '业主|村民|居民|市民|群众|家长|租户|住户|邻居|职工|员工|网友|读者|退休教师|老党员'

/** Words that begin like a surname and stand where a name could. */
const notNames = new Set(
  (
    '高中 高考 高一 高二 高三 高级 高层 高龄 高兴 高温 高度 高速 文化 文凭 文明 文件 方面 方便 方案 方式 任何 任职 任务 任意 何时 何人 何处 何事 何地 何种 安全 安排 安置 安装 安静 ' +
    '常年 常住 常客 常常 向来 向上 万分 万般 万元 万科 白天 白领 金额 金融 于是 于此 江边 江南 江北 龙年 石头 石材 石油 余下 余款 明确 康复 温馨 温暖 严重 严格 严禁 武装 易地 ' +
    '陈述 陈旧 马上 马路 马虎 周边 周围 周末 周年 周期 周日 周一 周二 周三 周四 周五 周六 全家 黄色 黄金 白色 白云 钱款 钱财 钟点 钟头 许多 许久 许可 夏天 夏季 秦岭 史上 程度 程序 成人 ' +
    '雷雨 毛坯 毛病 向导 武汉 武警 齐全 施工 施行 庄稼 庄园 温度 牛奶 童年 项目 纪念 纪委 纪律 辛苦 曲线 费用 苗木 焦虑 莫名 莫非 孔子 段时 严肃 易燃 范围 陆续 陆地 林业 林地 ' +
    '田地 田间 江河 花园 沈阳 唐山 郑州 石家 贺卡 葛洲 房产 石板 路灯 郭家 范本 金属 金钱 金桥 尹始 高呼 孙子 孙女 付款 谢谢 谢意 童真 童话 施威 施压 施救 高昂 高峰 高压 高空 高价 高铁 方可 方才 方向 任教 任性 任由 何必 何况 何谈 何等 万一 万家 万人 曾经 曾在 曾向 曾多 曾被 曾因 曾于'
  ).split(' '),
)
/** An office or a courtesy where a given name would stand: 王主任. A surname alone tells little. */
const title =
  /^(?:.|..)(?:主任|书记|局长|市长|县长|区长|镇长|乡长|村长|处长|科长|所长|院长|校长|队长|部长|厅长|会长|站长|老师|医生|律师|法官|警官|经理|总|工|师傅|先生|女士|小姐|同志|同学|领导|部门|某|某某|家|姓|氏)$/

function isName(found: string): boolean {
  return (
    !notNames.has(found) && !notNames.has(found.slice(0, 2)) && !title.test(found) && !found.includes('某')
  )
}

/** Words that begin like a surname follow a role far more often than such names do: 业主向物业反映, 我于去年. */
function isLikelyName(found: string): boolean {
  return isName(found) && !/^[向于曾常安方]/.test(found)
}

function named(sign: RegExp, lead: string, end: string, accepts: (found: string) => boolean): Finder {
  return { kind: 'name', sign, pattern: new RegExp(`(?:${lead})${name}${end}`, 'g'), accepts }
}

const day = '\\d{4}\\s?[年./-]\\s?\\d{1,2}\\s?[月./-]\\s?\\d{1,2}\\s?日?'
const roleSign = new RegExp(`${roles}|${family}|${dwellers}`)

/**
 * Names where people give them: 我叫, 本人, after a role or a relation, before 先生 and 女士, in signatures. People in
 * public office named with it (村支书王示例) are not private persons and stay; 王某 hides itself.
 */
export const nameFinders: readonly Finder[] = [
  named(/我/, '我(?:的名字)?(?:叫做?|名叫|是叫)\\s*', boundary, isName),
  named(/本人/, '本人(?:的?姓名|名字|叫)?(?:是|为|叫)?\\s*[:：]?\\s*', boundary, isLikelyName),
  named(/我是?/, '我(?:的?姓名|名字|叫)?(?:是|为|叫)?\\s*[:：]?\\s*', strict, isLikelyName),
  named(/我们?是/, '我(?:们)?是[^，。,;；！!？?\\s]{1,24}?的', strict, isLikelyName),
  named(roleSign, `(?:${roles})(?:是|为|叫|名叫)?\\s*[:：]\\s*`, boundary, isName),
  named(
    roleSign,
    `(?:${roles}|${family}|${dwellers})(?:代表)?(?:是|为|叫|名叫)?\\s*[:：]?\\s*`,
    goesOn,
    isLikelyName,
  ),
  named(
    /先生|女士|小姐|师傅|大[爷妈]|阿姨|老人/,
    '(?:^|[\\s，。,、；;：:(（“"找叫给向请是为由]|联系)',
    '(?=先生|女士|小姐|师傅|大爷|大妈|阿姨|老人)',
    isLikelyName,
  ),
  named(
    /敬礼|敬上|谢|落款|签名|署名|此致/,
    '(?:敬礼|敬上|谢谢|感谢|落款|签名|署名|此致)[!！。,，、:：\\s]*',
    '(?=\\s*(?:$|\\n|\\d{4}\\s?[年./-]))',
    isName,
  ),
  named(/\d日?\s*$/, '[!！。\\s]\\s*', `(?=\\s*${day}\\s*$)`, isName),
  named(
    /\n.{0,40}\s*$/,
    '\\n[ \\t\\u3000]*',
    `(?=[ \\t\\u3000]*(?:\\n?[ \\t\\u3000]*(?:${day}|1\\d{10}))?\\s*$)`,
    isName,
  ),
]

const inRow = new RegExp(`[、和与及]${name}(?=[、，,。；;等和与及（(\\s]|$)`, 'y')

/** The names that follow a found one in a row: 王示例、李样例等人. */
export function* namesInRow(text: string, from: number): Generator<PersonalSpan> {
  inRow.lastIndex = from
  for (let match = inRow.exec(text); match; match = inRow.exec(text)) {
    const data = match.groups?.['data'] ?? ''
    if (!isLikelyName(data)) return
    yield { start: inRow.lastIndex - data.length, end: inRow.lastIndex, kind: 'name' }
  }
}
