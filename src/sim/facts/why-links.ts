/** What a chain of reasons is made of; words for each kind live with the page. */
import { formatCitation, rfc } from '../mail/citation.ts'
import type { Instant } from '../units.ts'
import { readAs } from './codec.ts'
import type { FactOf } from './fact.ts'
import type { FactIndex } from './fact-index.ts'
import type { JourneyReading } from './journeys.ts'

/** One reason. The first group is how things stand, the last one where every chain ends. */
export type WhyKind =
  // how things stand
  | 'delivered'
  | 'junk'
  | 'under-way'
  | 'waiting'
  | 'lost'
  | 'refused'
  | 'bounced'
  | 'discarded'
  // why now, why then
  | 'first-try'
  | 'handed-over'
  | 'next-scan'
  | 'retry-rule'
  | 'retry-habit'
  | 'woke'
  | 'called'
  | 'flushed'
  | 'asked-for'
  | 'turned'
  | 'came-back'
  | 'pressed-again'
  | 'gave-up'
  | 'bot-gave-up'
  | 'bot-tired'
  | 'bot-returns'
  | 'expired'
  | 'reports'
  // what a try met
  | 'replied'
  | 'refused-by-network'
  | 'server-down'
  | 'server-unreachable'
  | 'server-asleep'
  | 'server-offline'
  | 'suspended'
  | 'not-yet-time'
  | 'in-trouble'
  | 'in-a-circle'
  | 'acknowledgement-lost'
  | 'nobody-there'
  | 'no-service'
  | 'shut-in'
  | 'asleep'
  | 'switched-off'
  | 'cut-off'
  | 'hung-up'
  | 'dns'
  | 'greylisted-new'
  | 'greylisted-early'
  | 'greylisted-late'
  | 'greylist-passed'
  | 'from-elsewhere'
  | 'stolen-account'
  | 'quota-used-up'
  | 'open-relay'
  | 'user-unknown'
  | 'checked'
  | 'points'
  | 'relay-denied'
  | 'too-big'
  | 'not-logged-in'
  // causes from outside
  | 'setting'
  | 'by-scenario'
  | 'by-person'
  | 'written'

export interface WhyLink {
  /** Position in the log of the fact that shows it. */
  readonly fact: number
  readonly at: Instant
  readonly kind: WhyKind
  /** What the words speak of: hosts by index, times in milliseconds, options by path. */
  readonly values: Readonly<Record<string, string | number>>
  /** The standard or program that has it so; '' for what needs none. */
  readonly source: string
}

/** Everything that the parts of a chain look at. */
export interface WhyContext {
  readonly index: FactIndex
  readonly journey: JourneyReading
  readonly until: Instant
}

/** Where each kind of reason stands written; those that need no authority are left out. */
const SOURCES: Partial<Record<WhyKind, string>> = {
  delivered: formatCitation(rfc(5321, '6.1')),
  junk: formatCitation(rfc(5321, '6.1')),
  'handed-over': formatCitation(rfc(5321, '6.1')),
  bounced: formatCitation(rfc(5321, '6.1')),
  discarded: formatCitation(rfc(5321, '6.1')),
  reports: formatCitation(rfc(3464)),
  'next-scan': 'Postfix, qmgr_scan.c; queue_run_delay',
  'retry-rule': 'Postfix, qmgr_active.c; minimal_backoff_time, maximal_backoff_time',
  expired: `Postfix, maximal_queue_lifetime; ${formatCitation(rfc(5321, '4.5.4.1'))}`,
  'gave-up': formatCitation(rfc(5321, '4.5.4.1')),
  'refused-by-network': 'Postfix smtp(8)',
  replied: formatCitation(rfc(5321, '4.2.1')),
  'greylisted-new': `${formatCitation(rfc(6647, '2.4'))}; postgrey`,
  'greylisted-early': `${formatCitation(rfc(6647, '2.4'))}; postgrey`,
  'greylisted-late': 'postgrey, --retry-window',
  'greylist-passed': `${formatCitation(rfc(6647, '2.4'))}; postgrey`,
  suspended: 'Postfix, qmgr_queue.c; minimal_backoff_time',
  'not-yet-time': 'Exim, retry.c',
  'asked-for': formatCitation(rfc(1985)),
  turned: formatCitation(rfc(2645, '5.3')),
  'in-a-circle': `${formatCitation(rfc(5321, '6.3'))}; Postfix, hopcount_limit`,
  'acknowledgement-lost': formatCitation(rfc(5321, '4.5.3.2.6')),
  'user-unknown': `${formatCitation(rfc(5321, '3.3'))}; ${formatCitation(rfc(3463, '3.2'))}`,
  'from-elsewhere': formatCitation(rfc(6647)),
  'stolen-account': formatCitation(rfc(6409, '4.3')),
  'open-relay': formatCitation(rfc(5321, '7.9')),
  'relay-denied': formatCitation(rfc(5321, '3.6.2')),
  'too-big': formatCitation(rfc(1870, '6.1')),
  'not-logged-in': formatCitation(rfc(4954, '6')),
  dns: formatCitation(rfc(5321, '5.1')),
}

export function link(
  { index }: Pick<WhyContext, 'index'>,
  fact: number,
  kind: WhyKind,
  values: WhyLink['values'] = {},
): WhyLink {
  const at = index.record.facts.at(fact)
  return { fact, at, kind, values, source: SOURCES[kind] ?? '' }
}

export interface StateFact {
  readonly position: number
  readonly fact: FactOf<'host'>
}

/** The last change of a host until `at`; null while it has been up from the start. */
export function lastChange(index: FactIndex, host: number, at: Instant): StateFact | null {
  return changesUntil(index, host, at).at(-1) ?? null
}

/**
 * The change that put a host into the state it has at `at`. A laptop that loses its network while it
 * sleeps sleeps on, and one that wakes without network has lost it before: that is what counts.
 */
export function stateOf(index: FactIndex, host: number, at: Instant): StateFact | null {
  const changes = changesUntil(index, host, at)
  let found = changes.pop() ?? null
  let slept = false
  while (found !== null) {
    const before = changes.pop()
    if (before === undefined) return found
    if (before.fact.state === found.fact.state && (slept || found.fact.state === 'asleep')) {
      found = before
      slept = false
    } else if (before.fact.state === 'asleep' && found.fact.state !== 'up') slept = true
    else return found
  }
  return null
}

function changesUntil(index: FactIndex, host: number, at: Instant): StateFact[] {
  const found: StateFact[] = []
  for (const position of index.hosts[host] ?? []) {
    const fact = readAs(index.record.facts, position, 'host')
    if (fact !== null && fact.at <= at) found.push({ position, fact })
  }
  return found
}

/** The option that stands behind a state of the scenario's own. */
const OPTION_BEHIND: Partial<Record<FactOf<'host'>['state'], string>> = {
  asleep: 'lid.closes',
  offline: 'line.kind',
}

/** Who put a host into a state: the scenario by its options, or a person by an act. */
export function causeOf(
  ctx: Pick<WhyContext, 'index'>,
  position: number,
  fact: FactOf<'host'>,
): WhyLink {
  const { host, state, cause } = fact
  if (cause >= 0) return link(ctx, position, 'by-person', { act: cause, host, state })
  const id = ctx.index.record.hosts[host]?.id ?? ''
  const option = `${id}.${OPTION_BEHIND[state] ?? 'outage.from'}`
  return link(ctx, position, 'by-scenario', { option, host, state })
}

/** Chains end where the person who wrote the message is the cause. */
export function writtenLink(ctx: WhyContext): WhyLink {
  const { record, message, to } = ctx.journey
  const first = ctx.index.messages[message]?.facts[0] ?? 0
  return link(ctx, first, 'written', { host: record.host, to, from: record.author })
}
