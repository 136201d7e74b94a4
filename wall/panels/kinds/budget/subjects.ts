/** 政府收支分类科目: functional classes (类) of general public budgets. */
const functions: Readonly<Record<string, string>> = {
  201: '一般公共服务',
  203: '国防',
  204: '公共安全',
  205: '教育',
  206: '科学技术',
  207: '文化旅游体育与传媒',
  208: '社会保障和就业',
  209: '社会保险基金',
  210: '卫生健康',
  211: '节能环保',
  212: '城乡社区',
  213: '农林水',
  214: '交通运输',
  215: '资源勘探工业信息',
  216: '商业服务业',
  217: '金融',
  219: '援助其他地区',
  220: '自然资源海洋气象',
  221: '住房保障',
  222: '粮油物资储备',
  223: '国有资本经营',
  224: '灾害防治及应急管理',
  227: '预备费',
  229: '其他支出',
  230: '转移性支出',
  231: '债务还本',
  232: '债务付息',
}

/** 部门预算支出经济分类: classes (类). */
const economic: Readonly<Record<string, string>> = {
  301: '工资福利',
  302: '商品和服务',
  303: '对个人和家庭补助',
  307: '债务利息及费用',
  309: '基本建设资本性',
  310: '资本性',
  311: '基本建设企业补助',
  312: '对企业补助',
  313: '对社保基金补助',
  399: '其他',
}

export function functionName(code: string): string {
  return functions[code] ?? (code === '' ? '未标明功能' : `功能类 ${code}`)
}

export function economicName(code: string): string {
  return economic[code] ?? (code === '' ? '未标明用途' : `经济类 ${code}`)
}
