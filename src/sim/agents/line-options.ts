/**
 * The options of a host's line to the network. The defaults of the times are those of a modem: it
 * dials for half a minute, and hangs up when nothing has come for ten seconds.
 */
import type { OptionSpec } from '../policy/options.ts'
import { days, hours, minutes, seconds } from '../units.ts'

/**
 * Many access providers let nobody out to port 25, since nearly all who dial other servers from a home
 * are infected PCs; port 587 (RFC 6409 §3.1), where one has to log in, is left alone.
 */
export const PORT_25_OPTION: OptionSpec = {
  path: 'port-25',
  key: 'port25',
  about: "Whether the access provider lets it out to other people's mail servers (port 25)",
  live: true,
  type: 'choice',
  initial: 'open',
  values: ['open', 'blocked'],
}

/** What is fixed for a run: a line is not rebuilt while it is in use. */
const FIXED = { live: false } as const

export const LINE_OPTIONS: readonly OptionSpec[] = [
  {
    ...FIXED,
    path: 'line.kind',
    key: 'lineKind',
    about: 'Whether it is connected always, by calls at fixed times, or by a call when it has mail',
    type: 'choice',
    initial: 'always',
    values: ['always', 'calls', 'on-demand'],
  },
  {
    ...FIXED,
    path: 'line.first',
    key: 'lineFirstMs',
    about: 'When the first of the planned calls is made',
    type: 'duration',
    unit: 's',
    initial: hours(4),
    range: [0, days(14)],
  },
  {
    ...FIXED,
    path: 'line.every',
    key: 'lineEveryMs',
    about: 'Time from one planned call to the next',
    type: 'duration',
    unit: 's',
    initial: hours(4),
    range: [minutes(1), days(14)],
  },
  {
    ...FIXED,
    path: 'line.dial',
    key: 'lineDialMs',
    about: 'How long dialling takes',
    type: 'duration',
    unit: 's',
    initial: seconds(30),
    range: [seconds(1), minutes(5)],
  },
  {
    ...FIXED,
    path: 'line.idle',
    key: 'lineIdleMs',
    about: 'It hangs up when nothing has happened for so long',
    type: 'duration',
    unit: 's',
    initial: seconds(10),
    range: [seconds(1), hours(1)],
  },
  {
    ...FIXED,
    path: 'line.longest',
    key: 'lineLongestMs',
    about: 'It hangs up after so long in any case',
    type: 'duration',
    unit: 's',
    initial: hours(2),
    range: [seconds(10), days(14)],
  },
  {
    ...FIXED,
    path: 'line.speed',
    key: 'lineOctetsPerSecond',
    about: 'What the line carries; 0: more than anybody notices',
    type: 'count',
    unit: 'octets/s',
    initial: 0,
    range: [0, 1_000_000_000],
  },
  {
    ...FIXED,
    path: 'line.price',
    key: 'lineCentsPerMinute',
    about: 'Price of each minute of a call that has begun',
    type: 'count',
    unit: 'cents',
    initial: 0,
    range: [0, 100_000],
  },
]
