/** The map in words, for those who hear it: a host's name and state, and what is under way. */
import type { FactIndex } from '../../../sim/facts/fact-index.ts'
import type { HostStateReading } from '../../../sim/facts/host-states.ts'
import type { HostSpec, Level } from '../../../sim/scenarios/scenario.ts'
import { clockAt } from '../clock.ts'
import { personOf, saysHowMany, shortName } from './labels.ts'
import { sessionsAt } from './scene.ts'
import { JUNK, levelled, LISTS, MAP, STATE_WORDS } from './words.ts'

/** What lies in the junk folder, as it stands below a server. */
export const junkWord = (n: number, level: Level): string => levelled(JUNK(n), level)

/** A word or two about a host's state, '' when it is up and nothing is to say. */
export function stateWord(host: HostSpec, state: HostStateReading, level: Level): string {
  const listed = state.listings.filter(({ since }) => since !== null).length
  if (state.state === 'up' && listed > 0) return levelled(LISTS(listed), level)
  // Switched off from the start is no news: its label says so.
  return host.off === true ? '' : levelled(STATE_WORDS[state.state], level)
}

/**
 * `Alice's laptop. asleep. 1 message waits, next try at 09:07. Bob's mail is its job.`
 * @param many hosts that stand there as one
 */
export function hostTold(
  index: FactIndex,
  host: HostSpec,
  state: HostStateReading,
  level: Level,
  many = 1,
): string {
  const { record } = index
  const jobs = state.holds.filter(
    (one) => one.outcome === null && record.messages[one.message]?.kind !== 'spam',
  )
  const waits = state.queue.length > 0 ? [MAP.waiting(state.queue.length)] : []
  const goesOn = state.state !== 'asleep' && state.state !== 'offline'
  if (state.nextTryAt !== null && goesOn) waits.push(MAP.nextTry(clockAt(record, state.nextTryAt)))
  const whose = personOf(record.messages[jobs[0]?.message ?? -1]?.recipients[0] ?? '')
  const label = host.label[level]
  const junk = state.mailbox.filter(({ folder }) => folder === 'junk').length
  const inbox = state.mailbox.length - junk
  const job = many > 1 ? MAP.jobs : MAP.job
  return [
    many > 1 && !saysHowMany(label, many) ? MAP.crowd(label, many) : label,
    stateWord(host, state, level),
    waits.join(', '),
    inbox > 0 ? MAP.mailbox(inbox) : '',
    junk > 0 ? MAP.junk(junk) : '',
    ...state.listings
      .filter(({ since }) => since !== null)
      .map(({ address }) => MAP.lists(address)),
    ...state.listedBy.map((list) => MAP.listedBy(record.hosts[list]?.name ?? '')),
    whose === '' ? '' : job(whose),
  ]
    .filter((part) => part !== '')
    .join('. ')
}

/** Open and attempted connections, in words; what a crowd does alike is said once. */
export function underWay(
  states: readonly HostStateReading[],
  hosts: readonly HostSpec[],
  level: Level,
): string[] {
  const name = (host: number): string => shortName(hosts, host, level) || '?'
  const counts = new Map<string, number>()
  for (const one of sessionsAt(states)) {
    const say = one.acceptedAt === null ? MAP.dialling : MAP.session
    const line = say(name(one.client), name(one.server))
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return [...counts].map(([line, times]) => (times > 1 ? MAP.times(line, times) : line))
}
