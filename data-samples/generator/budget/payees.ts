import { personName } from '../people.ts'
import { type Random } from '../prng.ts'
import { type PayeeKind } from './subjects.ts'

export interface Payee {
  name: string
  account: string
}

const companyNames: Readonly<Record<PayeeKind, string>> = {
  salary: '工资代发专户',
  insurance: '云岭市社会保险基金征缴户',
  fund: '云岭市住房公积金管理中心',
  goods:
    '云岭示例文具有限公司 云岭示例办公设备商行 示例省晨光示例商贸有限公司 云岭示例劳保用品经营部 云岭示例医用耗材有限公司 云岭示例超市有限公司 云岭示例五金机电商行',
  print: '云岭示例印务有限公司 云岭示例图文广告有限公司 示例省示例彩印有限公司',
  water: '云岭示例水务集团有限公司',
  power: '示例省电力示例公司云岭供电分公司',
  telecom: '示例通信云岭分公司 云岭示例网络科技有限公司 示例邮政云岭市分公司',
  property: '云岭示例物业服务有限公司',
  travel: '公务卡还款专户 云岭示例商旅服务有限公司 云岭示例汽车租赁有限公司',
  repair:
    '云岭示例建筑装饰有限公司 云岭示例电梯维保有限公司 云岭示例制冷设备有限公司 云岭示例市政维护有限公司 云岭示例防水工程有限公司',
  hotel: '云岭示例宾馆有限公司 云岭示例会议中心 云岭示例酒店管理有限公司 云岭示例机关食堂服务有限公司',
  person: '',
  service:
    '云岭示例信息技术有限公司 示例省示例工程咨询有限公司 云岭示例会计师事务所 云岭示例律师事务所 示例大学云岭研究院 云岭示例检测技术有限公司 云岭示例环境服务有限公司 云岭示例保洁服务有限公司 示例省示例规划设计院 云岭示例数据服务有限公司',
  union: '单位工会委员会',
  fleet: '示例石化云岭销售分公司 云岭示例汽车修理有限公司 云岭示例财产保险支公司',
  heat: '云岭示例热力有限公司 示例省示例能源贸易有限公司 云岭示例运输有限公司',
  build:
    '云岭示例建筑有限公司 云岭示例市政工程有限公司 示例省示例路桥建设有限公司 云岭示例水利水电工程有限公司 云岭示例工程监理有限公司 示例省示例勘察设计有限公司 云岭示例管道工程有限公司',
  equipment:
    '示例省示例仪器设备有限公司 云岭示例智能科技有限公司 云岭示例医疗器械有限公司 云岭示例教学设备有限公司 云岭示例安防工程有限公司',
  care: '岭东区财政国库支付中心 岭西区财政国库支付中心 澄湖区财政国库支付中心 松涛区财政国库支付中心 南屏区财政国库支付中心 青禾县财政国库支付中心 柏溪县财政国库支付中心 云岭示例养老服务中心 云岭示例康复医院',
  enterprise:
    '云岭示例公共交通有限公司 云岭示例精密制造有限公司 云岭示例新材料有限公司 云岭示例食品有限公司 云岭示例纺织有限公司 云岭示例电子有限公司 云岭示例农贸市场管理有限公司 云岭示例生物科技有限公司',
}

/** Who is paid: firms are shared by all units, salary and union accounts belong to one unit. */
export class PayeeBook {
  readonly #random: Random
  readonly #accounts = new Map<string, string>()
  readonly #people: Payee[]

  constructor(random: Random) {
    this.#random = random.fork('accounts')
    this.#people = Array.from({ length: 120 }, () => this.#payee(personName(this.#random)))
  }

  pick(kind: PayeeKind, agencyName: string, random: Random): Payee {
    if (kind === 'person') return random.pick(this.#people)
    if (kind === 'salary' || kind === 'union') return this.#payee(`${agencyName}${companyNames[kind]}`)
    return this.#payee(random.pick(companyNames[kind].split(' ')))
  }

  named(name: string): Payee {
    return this.#payee(name)
  }

  #payee(name: string): Payee {
    let account = this.#accounts.get(name)
    if (account === undefined) {
      account = `9900${Array.from({ length: 15 }, () => this.#random.int(0, 9)).join('')}`
      this.#accounts.set(name, account)
    }
    return { name, account }
  }
}
