// Days, and which of them people work on in China. Every layer of the server may ask.
export {
  addDays,
  fromDay,
  lastOfMonth,
  onDay,
  shanghaiDay,
  shanghaiTime,
  toDay,
  toInstant,
  weekdayOf,
} from './days.ts'
export { addWorkdays, isCalendarKnown, isWorkday, restDayName, workdaysBetween } from './workdays.ts'
