/**
 * Everything that is written in a run: the letters that a scenario lists, and those that it only
 * describes, a number of them within a span of time. Which instant, recipient and text each of these
 * has is a draw of its own, keyed by its number: one more of them moves nobody else's luck.
 *
 * A given number of instants, each uniform over the span and independent of the others, is what a
 * Poisson process looks like when one knows how many have come; so no logarithm is needed.
 */
import { present } from './assert.ts'
import { drawBelow, keyOf } from './engine/random.ts'
import type { MailSpec, ScenarioFile, TrafficSpec } from './scenarios/scenario.ts'
import { written } from './setting.ts'
import type { Instant } from './units.ts'

/** A letter with the instant at which it is written. */
export interface PlannedMail extends Omit<MailSpec, 'at'> {
  readonly at: Instant
  /** What its messages are called, before their number: `bot`. */
  readonly writer: string
}

const WHEN = keyOf('traffic-when')
const TO = keyOf('traffic-to')
const TEXT = keyOf('traffic-text')

/**
 * In order of time; at one instant, listed letters before described ones.
 * @param traffic what is only described, where a world has other descriptions than the scenario
 */
export function plannedMail(
  scenario: ScenarioFile,
  seed: number,
  traffic: readonly TrafficSpec[] = scenario.traffic ?? [],
): readonly PlannedMail[] {
  const listed = scenario.mail.map((one) => ({
    ...one,
    at: written(one.at),
    writer: writerOf(scenario, one),
  }))
  const described = traffic.flatMap((one) => describedMail(one, seed))
  if (described.length === 0) return listed
  // Sorting is stable: letters of one instant stay in the order in which they were described.
  return [...listed, ...described].sort((a, b) => a.at - b.at)
}

/** A letter is called after its author, a bot's after the bot. */
export function writerOf(
  { hosts }: ScenarioFile,
  { host, from }: Pick<MailSpec, 'host' | 'from'>,
): string {
  const isBot = hosts.find(({ id }) => id === host)?.kind === 'bot'
  if (isBot || from === '') return host
  return from.slice(0, Math.max(0, from.lastIndexOf('@'))).toLowerCase()
}

function describedMail(spec: TrafficSpec, seed: number): PlannedMail[] {
  const { id, host, kind, count, to, letters, octets } = spec
  const [begins, ends] = [written(spec.begins), written(spec.ends)]
  const entity = keyOf(id)
  const span = Math.max(1, ends - begins)
  const mail: PlannedMail[] = []
  for (let k = 0; k < count; k++) {
    const isFirst = k === 0 && spec.firstAtOnce === true
    const at = begins + (isFirst ? 0 : drawBelow(seed, WHEN, entity, k, span))
    const { subject, body } = present(
      letters[drawBelow(seed, TEXT, entity, k, letters.length)],
      'letter',
    )
    const path = present(to[drawBelow(seed, TO, entity, k, to.length)], 'recipient')
    const from = numbered(spec.from, k)
    const author = numbered(spec.author ?? spec.from, k)
    const size = octets === undefined ? {} : { octets }
    mail.push({ at, writer: id, host, kind, from, author, to: [path], subject, body, ...size })
  }
  return mail
}

/** `{n}` in an address is the letter's number from 1 on. */
const numbered = (address: string, k: number): string => address.replace('{n}', String(k + 1))
