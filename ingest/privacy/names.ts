/** The surnames that cover nearly all of the population (公安部 name reports), compound ones first. */
const compound = '欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|长孙|宇文|轩辕|南宫|独孤'
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文齐施庄温牛樊葛邢安殷颜倪'

const name = `(?:(?:${compound})[\\u4e00-\\u9fa5]{1,2}|[${single}][\\u4e00-\\u9fa5]{1,2}?)`
/** What follows a name when it really is one; without it “本人于去年购房” would lose two characters. */
const boundary = String.raw`(?=$|[\s,，。．.、;；:：!！?？()（）\[\]"“”'‘’/|<>]|先生|女士|同志|是|系|男|女|今年|现年|现住|家住|住在|身份证|电话|手机|联系|来自)`
const introduction = new RegExp(
  `((?:我叫做?|我的名字(?:叫|是)|本人(?:姓名)?|本人叫|联系人|姓名|投诉人|举报人|申请人|反映人|信访人)(?:是|为|叫)?\\s*[:：]?\\s*)(${name})${boundary}`,
  'g',
)
/** Words that begin like a surname and stand where a name could. */
const notNames = new Set([
  '高中',
  '文化',
  '方面',
  '任何',
  '何时',
  '何人',
  '何处',
  '何事',
  '何地',
  '安全',
  '常年',
  '常住',
  '向来',
  '万分',
  '万般',
  '白天',
  '金额',
  '于是',
  '于此',
  '江边',
  '龙年',
  '石头',
  '任职',
  '余下',
  '文凭',
  '常常',
  '向上',
  '方便',
  '高龄',
  '高兴',
  '明确',
  '白领',
  '康复',
  '安排',
  '温馨',
  '严重',
  '严格',
  '余款',
  '任务',
  '金融',
  '武装',
  '易地',
  '石材',
])

/** Masks names that people introduce themselves with; place words and other uses of a surname stay. */
export function maskNames(text: string, mask: string): string {
  return text.replace(introduction, (whole: string, lead: string, found: string) =>
    notNames.has(found) || notNames.has(found.slice(0, 2)) ? whole : lead + mask,
  )
}
