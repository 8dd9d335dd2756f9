/** How a world stands, in one line: what one would call across the room. */
import type { FactIndex } from '../../../sim/facts/fact-index.ts'
import { hostStatesAt, type HostStateReading } from '../../../sim/facts/host-states.ts'
import { journeys, type JourneyReading } from '../../../sim/facts/journeys.ts'
import type { HostSpec, Level } from '../../../sim/scenarios/scenario.ts'
import { formatDuration, type Instant } from '../../../sim/units.ts'
import { clockAt } from '../clock.ts'
import { outcomeOf, resultOf, tallyOf, type Result } from '../../inspector/whole-message.ts'
import { personOf, shortName } from './labels.ts'
import { levelled, SHORT, VERDICT } from './words.ts'

export type Standing = 'open' | 'waiting' | 'delivered' | 'aside' | 'failed'

export interface Verdict {
  readonly standing: Standing
  readonly text: string
}

/** What the caller knows already: how the hosts stand, and what they are called. */
interface Known {
  readonly states?: readonly HostStateReading[]
  readonly hosts?: readonly HostSpec[]
}

/** Of the selected message; of the only one that is no spam; or of all of them in numbers. */
export function verdictAt(
  index: FactIndex,
  t: Instant,
  level: Level,
  selected: string,
  { states = hostStatesAt(index, t), hosts = [] }: Known = {},
): Verdict {
  const all = journeys(index, t).filter((one) => one.record.kind !== 'dsn')
  const good = all.filter((one) => one.record.kind === 'good')
  const one = all.find((each) => each.record.id === selected) ?? good[0]
  if (one === undefined) return { standing: 'open', text: levelled(VERDICT.before, level) }
  const chosen = all.filter((each) => each.record.id === selected)
  const many = chosen.length > 0 ? chosen : good
  return many.length > 1 ? ofMany(many, level) : ofOne(index, one, level, { states, hosts })
}

/** Letters, or recipients of one: how many are there, and of one letter when the last was. */
function ofMany(many: readonly JourneyReading[], level: Level): Verdict {
  const tally = tallyOf(many)
  const outcome = outcomeOf(tally)
  const standing = STANDINGS[outcome] ?? 'failed'
  const sentAt = many[0]?.record.sentAt ?? 0
  const isOne = many.every(({ message }) => message === many[0]?.message)
  const took = isOne && tally.lastArrival !== null ? formatDuration(tally.lastArrival - sentAt) : ''
  const { reached, aside, waiting, failed } = tally
  if (reached === tally.all && aside === 0 && took !== '')
    return { standing, text: VERDICT.all(reached, took)[level] }
  return { standing, text: VERDICT.many({ delivered: reached - aside, aside, waiting, failed }) }
}

const STANDINGS: Partial<Readonly<Record<Result, Standing>>> = {
  delivered: 'delivered',
  junk: 'aside',
  queued: 'waiting',
}

function ofOne(
  index: FactIndex,
  one: JourneyReading,
  level: Level,
  known: Required<Known>,
): Verdict {
  const whom = personOf(one.to)
  const author = personOf(one.record.author)
  if (one.outcome === 'queued') return ofQueued(index, one, level, known)
  if (one.outcome === 'delivered') {
    const took = formatDuration((one.endedAt ?? 0) - one.record.sentAt)
    if (resultOf(one) === 'junk')
      return { standing: 'aside', text: VERDICT.aside(whom, took)[level] }
    const text =
      one.copies > 1 ? VERDICT.again(whom, one.copies, took) : VERDICT.delivered(whom, took)
    return { standing: 'delivered', text: text[level] }
  }
  const text = {
    refused: VERDICT.refused(whom),
    bounced: VERDICT.bounced(author),
    lost: VERDICT.lost(author, whom),
    discarded: VERDICT.discarded,
  }[one.outcome]
  return { standing: 'failed', text: text[level] }
}

function ofQueued(
  { record }: FactIndex,
  one: JourneyReading,
  level: Level,
  { states, hosts }: Required<Known>,
): Verdict {
  const holder = states[one.holder]
  const role = levelled(SHORT[record.hosts[one.holder]?.kind ?? ''], level)
  const who = shortName(hosts, one.holder, level) || role
  const idle = holder?.state === 'asleep' || holder?.state === 'offline' ? holder.state : null
  if (one.nextTryAt === null) {
    const tried = [...one.attempts, ...one.submissions].some((each) => each.endedAt === null)
    if (tried || idle === null) return { standing: 'open', text: levelled(VERDICT.underWay, level) }
  }
  const then =
    idle === null
      ? levelled(VERDICT.nextTry(clockAt(record, one.nextTryAt ?? 0)), level)
      : levelled(VERDICT[idle], level)
  return { standing: 'waiting', text: `${VERDICT.waiting(who)}, ${then}` }
}
