// Days, and which of them are working days in China.
export { fromDay, toDay, weekdayOf } from './days.ts'
export { isCalendarKnown, restDayName, workdaysBetween } from './workdays.ts'
