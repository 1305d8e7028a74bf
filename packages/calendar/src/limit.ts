/** A time limit as it is put, and as it is answered. */
import type { LocalDate } from './date'
import type { CountedStretch } from './stretch'

/** `working-day`: 行政处罚法 第八十五条 makes 二日、三日、五日、七日 working days; other statutes differ. */
export type TimeLimitUnit = 'calendar-day' | 'working-day' | 'month'

export interface TimeLimit {
  /** The day of the event that starts the limit, such as service (送达). */
  readonly start: LocalDate
  /** Whole number; 0 ends on `start`. At most 3660 days, or 120 months. */
  readonly amount: number
  readonly unit: TimeLimitUnit
  /** Default `excluded`: 期间开始之日不计算在内. A parameter, because each statute decides. */
  readonly startDay?: 'excluded' | 'included'
  /** Default `stays`. Moving goes to the first workday from the last day on; weekends move like holidays. */
  readonly lastDayOnHoliday?: 'stays' | 'moves-to-next-workday'
  /** Count as somebody would have at the end of that day, heeding no notice published later. Default: all there are. */
  readonly asOf?: LocalDate
}

export interface TimeLimitResult {
  /** The last day on which the limit is met. Provisional unless `certain`: unknown Mondays to Fridays counted as workdays. */
  readonly due: LocalDate
  /** `due` can turn out no earlier: every unknown day taken for a workday. */
  readonly earliest: LocalDate
  /** `due` can turn out no later, unless days off are declared well beyond any stretch published since 2010 (README). */
  readonly latest: LocalDate
  /** No unknown day entered the counting: `earliest`, `due` and `latest` are one day. */
  readonly certain: boolean
  /** The way to `due`, gapless from the start day on, `due` included. */
  readonly counting: readonly CountedStretch[]
  /** In Chinese, for the person who has to keep the limit. */
  readonly note: string
}
