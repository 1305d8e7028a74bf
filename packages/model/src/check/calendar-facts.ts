/** Facts that would make a window of the calendar a condition: no one is liable because of when a plan looks harder. */
const scopes: readonly string[] = ['focus', 'window', 'stage', 'calendar']

/** Whether an id stands for such a fact, in whatever pack it is defined. */
export const isOfCalendar = (fact: string): boolean => scopes.includes(fact.split('.')[0] ?? '')
