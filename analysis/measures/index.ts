export {
  measureRows,
  type Measure,
  type MeasureRow,
  type MeasureSource,
  type MeasureUnit,
} from './measure.ts'
