/** What a link may ask for. Everything in a link was written by a stranger. */
import * as v from 'valibot'
import { LATEST_INSTANT } from '../../sim/facts/fact-log.ts'
import { parseMailbox } from '../../sim/mail/address.ts'
import { keepsToProbes } from '../../sim/mystery.ts'
import { optionsOf } from '../../sim/options.ts'
import { isAllowed } from '../../sim/policy/options.ts'
import type { Intervention } from '../../sim/run.ts'
import type { HostKind, ScenarioFile } from '../../sim/scenarios/scenario.ts'

const INTERVENTIONS_MAX = 200
const RECIPIENTS_MAX = 20
const SUBJECT_MAX = 200
/** Longer than any host id, option path or word that an option may have. */
const NAME_MAX = 100

const name = v.pipe(v.string(), v.maxLength(NAME_MAX))
const mailbox = v.pipe(
  v.string(),
  v.check((text) => parseMailbox(text) !== null),
)
// A line break in a subject would begin another header field.
const subject = v.pipe(v.string(), v.maxLength(SUBJECT_MAX), v.regex(/^\P{Cc}*$/u))

const act = v.variant('kind', [
  v.strictObject({
    kind: v.literal('set'),
    path: name,
    value: v.union([name, v.pipe(v.number(), v.safeInteger()), v.boolean()]),
  }),
  v.strictObject({ kind: v.literal('lid'), host: name, closed: v.boolean() }),
  v.strictObject({
    kind: v.literal('power'),
    host: name,
    power: v.picklist(['up', 'refused', 'unreachable']),
  }),
  v.strictObject({
    kind: v.literal('send'),
    host: name,
    from: mailbox,
    author: v.exactOptional(mailbox),
    to: v.pipe(v.array(mailbox), v.minLength(1), v.maxLength(RECIPIENTS_MAX)),
    subject,
  }),
  v.strictObject({ kind: v.literal('flush'), host: name }),
  v.strictObject({ kind: v.literal('send-again'), host: name }),
])

const intervention = v.strictObject({
  at: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LATEST_INSTANT)),
  act,
})

const list = v.pipe(v.array(intervention), v.maxLength(INTERVENTIONS_MAX))

/** Kinds of host that keep a queue. */
const QUEUES: readonly HostKind[] = ['mua', 'submission', 'backup']

/** The interventions if every one of them can be done in this scenario; null otherwise. */
export function readInterventions(given: unknown, scenario: ScenarioFile): Intervention[] | null {
  const { success, output } = v.safeParse(list, given)
  if (!success || !output.every((one) => canBeDone(one, scenario))) return null
  if (!keepsToProbes(scenario.mystery, output)) return null
  return output.toSorted((a, b) => a.at - b.at)
}

function canBeDone({ at, act }: Intervention, scenario: ScenarioFile): boolean {
  if (act.kind === 'road') return false
  if (act.kind === 'set') {
    const option = optionsOf(scenario).find(({ path }) => path === act.path)
    if (option === undefined || !isAllowed(option.spec, act.value)) return false
    return at === 0 || option.spec.live
  }
  const kind = scenario.hosts.find(({ id }) => id === act.host)?.kind
  if (kind === undefined) return false
  if (act.kind === 'flush') return QUEUES.includes(kind)
  // In a riddle it is looked at once what has been sent, and from where.
  if (act.kind === 'send' && scenario.mystery !== undefined) return true
  return act.kind === 'power' || kind === 'mua'
}
