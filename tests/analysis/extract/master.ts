import { readFileSync } from 'node:fs'
import type { EntityConfig, NameDecision } from '../../../analysis/extract/index.ts'
import { parseLexicon } from '../../../analysis/text/index.ts'

const lexicon = (name: string): string =>
  readFileSync(new URL(`../../../analysis/lexicons/${encodeURIComponent(name)}.txt`, import.meta.url), 'utf8')

const regions = `
1 云岭市 市
11 岭东区 区县 1
12 岭西区 区县 1
13 柏溪县 区县 1
14 青禾县 区县 1
111 望湖街道 街道乡镇 11
112 钟楼街道 街道乡镇 11
121 西津街道 街道乡镇 12
122 粮仓街道 街道乡镇 12
131 龙洞镇 街道乡镇 13
132 白沙乡 街道乡镇 13
141 大堰镇 街道乡镇 14
142 石桥镇 街道乡镇 14
1111 长青社区 社区村 111
1112 渡口社区 社区村 111
1121 渡口社区 社区村 112
1122 老街社区 社区村 112
1211 友谊社区 社区村 121
1221 友谊社区 社区村 122
1311 梨树村 社区村 131
1312 东岗村 社区村 131
1321 东岗村 社区村 132
1411 后湾村 社区村 141
1421 石桥村 社区村 142`

const units = `
U01 云岭市住房和城乡建设局
U02 云岭市教育局
U03 云岭市城市管理局
U04 云岭市人力资源和社会保障局
U05 云岭市交通运输局
U06 云岭市卫生健康委员会
U07 云岭市生态环境局
U08 云岭市市场监督管理局
U09 云岭市第一人民医院
U10 云岭市财政局
U11 云岭市人大常委会办公室 市人大办
U12 云岭市水利局
U13 岭东区教育局
U14 岭西区教育局
U15 云岭市供热保障中心 市供热中心
U16 云岭职业技术学院 云岭职院`

const projects = `
P1 老旧小区改造工程
P2 云水河综合整治项目
P3 城市路灯节能改造
P4 农村饮水安全
P5 智慧停车平台建设`

const lines = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(' '))

/** Invented master data of the invented city. */
export function masterData(decisions: readonly NameDecision[] = []): EntityConfig {
  return {
    regions: lines(regions).map(([code = '', name = '', level = '', parent]) => ({
      code,
      name,
      level,
      parent: parent ?? null,
    })),
    units: lines(units).map(([code = '', name = '', ...aliases]) => ({ code, name, aliases })),
    projects: lines(projects).map(([code = '', name = '']) => ({ code, name })),
    abbreviations: lexicon('单位简称')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split(' ')),
    laws: parseLexicon(lexicon('法律名称')).words.map(({ word }) => word),
    decisions,
  }
}
