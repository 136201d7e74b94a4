/** Why a file waits for a person and what to do, by the code it waits with. */
export function pendingLead(code: string): string {
  return `${reasons.get(code) ?? '系统认不出这个文件的表头。请核对每一列读作什么'}；确认后记住，以后同样表头的文件直接载入。`
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['unit_unclear', '表头认得出，只是看不出金额的单位。请给金额列选定单位'],
  ['kind_ambiguous', '这个文件的表头同时像几类数据。请选定数据种类，并核对每一列读作什么'],
  ['mapping_mismatch', '这个文件的表头与它的映射对不上。请核对每一列读作什么'],
])
