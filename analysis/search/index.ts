export { SearchIndexBuilder, type SearchDocument } from './index-builder.ts'
export { type SearchFilter, type SearchHit, type SearchIndex } from './search-index.ts'
export { promisesOf } from './promises.ts'
export { familyOf, type Family, type FamilyMember, type FamilyYear } from './family.ts'
