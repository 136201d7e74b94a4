export { sentenceAround } from './example.ts'
export { suggestTargets, type NamedTarget } from './suggest.ts'
export { createEntityExtractor, createEntityReader, type EntityExtractor, type EntityRow } from './reader.ts'
export {
  type Entity,
  type EntityConfig,
  type EntityStatus,
  type EntityType,
  type NameDecision,
  type NamedType,
} from './entity.ts'
