/** Options that hold a day or a moment. They are checked before the command runs, not while it is read: only then is the model loaded. */
import { type Command, Option } from 'commander'
import { misused } from './options.js'

const kinds = {
  day: '写作 YYYY-MM-DD，且须是存在的日期。',
  moment: '写作 YYYY-MM-DD，或者带时区的时刻，例如 2017-01-04T12:00:00+08:00。',
} as const
type Kind = keyof typeof kinds

class DatedOption extends Option {
  constructor(
    readonly kind: Kind,
    flags: string,
    description: string,
  ) {
    super(flags, description)
  }
}

export const day = (flags: string, description: string): Option => new DatedOption('day', flags, description)
export const moment = (flags: string, description: string): Option => new DatedOption('moment', flags, description)

/** Throws what commander throws for any other bad value. */
export async function checkDated(command: Command): Promise<void> {
  for (const option of command.options) {
    const value: unknown = option instanceof DatedOption ? command.getOptionValue(option.attributeName()) : undefined
    if (!(option instanceof DatedOption) || typeof value !== 'string') continue
    const { instantSchema, isLocalDate } = await import('@hegui/model')
    if (isLocalDate(value) || (option.kind === 'moment' && instantSchema.safeParse(value).success)) continue
    throw misused('commander.invalidArgument', `error: option '${option.flags}' argument '${value}' is invalid. ${kinds[option.kind]}`)
  }
}
