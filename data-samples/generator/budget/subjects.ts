/** Spending classes; each has its own curve over the year (see curves.ts). */
export type SpendingClass =
  'personnel' | 'operating' | 'project' | 'care' | 'heating' | 'abroad' | 'carryOver'

export interface Subject {
  eco: string
  govEco: string
  name: string
  spending: SpendingClass
  /** 元 per head and year; a unit's line is headCount times this, give or take. */
  perHead: number
  /** Payments in an ordinary month. */
  perMonth: readonly [low: number, high: number]
  /** 用途 as clerks write it; {月} is the month. */
  uses: readonly string[]
  payees: PayeeKind
}

export type PayeeKind =
  | 'salary'
  | 'insurance'
  | 'fund'
  | 'goods'
  | 'print'
  | 'water'
  | 'power'
  | 'telecom'
  | 'property'
  | 'travel'
  | 'repair'
  | 'hotel'
  | 'person'
  | 'service'
  | 'union'
  | 'fleet'
  | 'heat'
  | 'build'
  | 'equipment'
  | 'care'
  | 'enterprise'

type Row = readonly [
  eco: string,
  govEco: string,
  name: string,
  spending: SpendingClass,
  perHead: number,
  low: number,
  high: number,
  payees: PayeeKind,
  uses: string,
]

const rows: readonly Row[] = [
  ['30101', '50101', '基本工资', 'personnel', 58_000, 1, 1, 'salary', '{月}月基本工资'],
  ['30102', '50101', '津贴补贴', 'personnel', 41_000, 1, 1, 'salary', '{月}月津贴补贴'],
  ['30103', '50101', '奖金', 'personnel', 16_000, 1, 1, 'salary', '{月}月奖励性补贴'],
  [
    '30108',
    '50102',
    '机关事业单位基本养老保险缴费',
    'personnel',
    15_500,
    1,
    1,
    'insurance',
    '{月}月养老保险单位缴费',
  ],
  ['30110', '50102', '职工基本医疗保险缴费', 'personnel', 8_200, 1, 1, 'insurance', '{月}月职工医保单位缴费'],
  ['30113', '50103', '住房公积金', 'personnel', 12_400, 1, 1, 'fund', '{月}月住房公积金'],
  [
    '30201',
    '50201',
    '办公费',
    'operating',
    3_100,
    3,
    5,
    'goods',
    '办公用品/打印耗材/办公桌椅维修配件/档案盒及文具',
  ],
  ['30202', '50201', '印刷费', 'operating', 1_100, 1, 3, 'print', '材料印刷费/文件汇编印制/宣传折页印制'],
  ['30205', '50201', '水费', 'operating', 420, 1, 1, 'water', '{月}月水费'],
  ['30206', '50201', '电费', 'operating', 1_650, 1, 2, 'power', '{月}月电费'],
  ['30207', '50201', '邮电费', 'operating', 780, 1, 2, 'telecom', '{月}月通信费/专线租用费/邮寄费'],
  ['30209', '50201', '物业管理费', 'operating', 2_300, 1, 1, 'property', '办公区物业服务费'],
  [
    '30211',
    '50201',
    '差旅费',
    'operating',
    2_900,
    4,
    7,
    'travel',
    '赴省城开会差旅费/赴县区调研差旅费/业务培训差旅费/项目检查差旅费',
  ],
  [
    '30213',
    '50209',
    '维修(护)费',
    'operating',
    1_700,
    2,
    3,
    'repair',
    '办公楼维修/空调清洗维修/电梯维保/网络设备维护',
  ],
  ['30215', '50202', '会议费', 'operating', 900, 1, 2, 'hotel', '全市业务工作会议/项目评审会/专题座谈会'],
  ['30216', '50203', '培训费', 'operating', 1_050, 1, 2, 'hotel', '业务骨干培训班/法规知识培训/新进人员培训'],
  ['30217', '50206', '公务接待费', 'operating', 620, 1, 2, 'hotel', '接待外市考察组用餐/接待省检查组工作餐'],
  ['30226', '50205', '劳务费', 'operating', 1_900, 2, 3, 'person', '专家评审劳务费/临时用工劳务费/讲课费'],
  [
    '30227',
    '50205',
    '委托业务费',
    'operating',
    2_700,
    1,
    2,
    'service',
    '法律顾问服务费/课题研究委托费/审计服务费',
  ],
  ['30228', '50201', '工会经费', 'operating', 1_350, 1, 1, 'union', '{月}月工会经费拨缴'],
  [
    '30231',
    '50208',
    '公务用车运行维护费',
    'operating',
    1_250,
    2,
    3,
    'fleet',
    '公务车燃油费/公务车维修保养/公务车保险/过路过桥费',
  ],
  ['30239', '50201', '其他交通费用', 'operating', 5_200, 1, 1, 'salary', '{月}月公务交通补贴'],
]

export const subjects: readonly Subject[] = rows.map(
  ([eco, govEco, name, spending, perHead, low, high, payees, uses]) => ({
    eco,
    govEco,
    name,
    spending,
    perHead,
    perMonth: [low, high],
    payees,
    uses: uses.split('/'),
  }),
)

export const govEcoOfProject: Readonly<Record<string, string>> = {
  '302': '50205',
  '303': '50901',
  '310': '50306',
  '312': '50702',
}

const usesByEco: Readonly<Record<string, readonly [PayeeKind, string]>> = {
  '30202': ['print', '{项目}宣传品制作/{项目}印刷费'],
  '30206': ['power', '{月}月路灯电费/景观照明电费/路灯维护材料款'],
  '30208': ['heat', '应急供热燃料采购款/燃料运输费/供热季燃料款'],
  '30213': ['repair', '{项目}进度款/{项目}维修材料款/{项目}维护费'],
  '30214': ['service', '{项目}服务费/{项目}资源使用费'],
  '30215': ['hotel', '{项目}会务费/{项目}场地及资料费'],
  '30216': ['hotel', '{项目}培训班经费/{项目}师资及场地费'],
  '30218': ['goods', '{项目}试剂耗材款/{项目}专用材料款'],
  '30226': ['person', '{项目}劳务费/{项目}人员补助'],
  '30227': ['service', '{项目}服务费/{项目}第三方服务进度款/{项目}技术服务费/{项目}阶段款'],
  '30299': ['goods', '{项目}工作经费/{项目}物资采购'],
  '30304': ['care', '{月}月优抚对象补助发放'],
  '30305': ['care', '{项目}生活补助发放/{项目}补助资金'],
  '30306': ['care', '{月}月{项目}资金发放/{项目}救助金'],
  '30307': ['care', '{项目}费用结算/{项目}补助结算'],
  '30308': ['care', '{项目}资金发放/助学金发放'],
  '30399': ['care', '{项目}资金/{项目}补贴发放'],
  '31001': ['build', '{项目}工程进度款/{项目}监理费/{项目}设计费'],
  '31003': ['equipment', '{项目}设备购置款/{项目}设备安装调试费/{项目}软件款'],
  '31005': ['build', '{项目}工程进度款/{项目}监理费/{项目}勘察设计费/{项目}材料款'],
  '31006': ['build', '{项目}工程进度款/{项目}修缮工程款/{项目}监理费'],
  '31009': ['goods', '{项目}采购款/{项目}装备款'],
  '31099': ['goods', '{项目}采购款'],
  '31204': ['enterprise', '{项目}资金拨付/{项目}兑现'],
}

/** How a project line is spent, by its economic subject. */
export function projectSpending(eco: string): { payees: PayeeKind; uses: readonly string[] } {
  const [payees, uses] = usesByEco[eco] ?? ['service', '{项目}费用']
  return { payees, uses: uses.split('/') }
}
