const personName = /^[\p{Script=Han}*＊·]{2,4}$/u
const organisationEnd = /[局院校厂店部社会所站队司处园馆中心户行库场组团]$/u

/** Whether a receiver's name reads like a natural person's: two to four Chinese characters that end no organisation. */
export function isPersonName(name: string | null): boolean {
  return name !== null && personName.test(name) && !organisationEnd.test(name)
}
