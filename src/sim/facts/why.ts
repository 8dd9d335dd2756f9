/**
 * Why is it so? A short chain of reasons from how a message stands at an instant back to a cause
 * outside of the mail system: a setting of the scenario, a person's act, a draw of the seed.
 *
 * Data only, and only from facts until that instant; the page puts it into words.
 */
import type { AttemptReading } from './attempts.ts'
import { read, readAs } from './codec.ts'
import type { Fact } from './fact.ts'
import type { FactIndex } from './fact-index.ts'
import { findingsOf, type FindingReading } from './findings.ts'
import { journeyReading } from './journeys.ts'
import { whyAside } from './why-checks.ts'
import { whyItFailed } from './why-failure.ts'
import { whyBotMayRelay, whyBotStopped } from './why-senders.ts'
import { causeOf, lastChange, link, stateOf, writtenLink } from './why-links.ts'
import type { WhyContext, WhyLink } from './why-links.ts'
import type { Instant } from '../units.ts'

export type { WhyKind, WhyLink } from './why-links.ts'

/** The chain, present state first; empty before the message exists. */
export function whyChain(
  index: FactIndex,
  message: number,
  recipient: number,
  until: Instant,
): readonly WhyLink[] {
  const journey = journeyReading(index, message, recipient, until)
  if (journey === null) return []
  const ctx: WhyContext = { index, journey, until }
  return journey.outcome === 'queued' ? whyNotYet(ctx) : whyItEnded(ctx)
}

/** The last time at which a try was due, whether it was made or not. */
function lastTry({ journey }: WhyContext): AttemptReading | undefined {
  const tried = journey.attempts.at(-1) ?? journey.submissions.at(-1)
  const held = journey.held.at(-1)
  return held !== undefined && held.attempt > (tried?.attempt ?? -1) ? held : tried
}

/** The last of the message's own facts until now that fits. */
function lastFact(ctx: WhyContext, fits: (fact: Fact) => boolean): number | null {
  const own = ctx.index.messages[ctx.journey.message]?.facts ?? []
  const { facts } = ctx.index.record
  return own.findLast((i) => facts.at(i) <= ctx.until && fits(read(facts, i))) ?? null
}

// --- it has ended

function whyItEnded(ctx: WhyContext): WhyLink[] {
  const { journey } = ctx
  const { recipient } = journey
  const end = lastFact(ctx, (f) => f.kind === 'end' && f.recipient === recipient)
  if (end === null || journey.outcome === 'queued') return []
  const tried = lastTry(ctx)
  const took = (journey.endedAt ?? ctx.until) - journey.record.sentAt
  const values = { host: journey.holder, to: journey.to, tries: journey.attempts.length, took }
  const isAside = journey.outcome === 'delivered' && journey.folder === 'junk'
  const state = link(ctx, end, isAside ? 'junk' : journey.outcome, values)
  if (tried === undefined) return [state, writtenLink(ctx)]
  if (isAside) return [state, ...whyAside(ctx, tried), ...whyThen(ctx, tried)]
  if (journey.outcome === 'delivered') return [state, ...whyThen(ctx, tried)]
  return [state, ...whyNoMore(ctx, tried, end), ...whyItFailed(ctx, tried)]
}

/** Nobody tries again: by habit, by age, or because the answer was final. */
function whyNoMore(ctx: WhyContext, tried: AttemptReading, end: number): WhyLink[] {
  const host = ctx.index.record.hosts[tried.host]
  if (host === undefined || tried.class === 'refused') return []
  const age = ctx.index.record.facts.at(end) - ctx.journey.record.sentAt
  if (host.kind === 'bot') return [whyBotStopped(ctx, host.index, end)]
  const option = `${host.id}.${host.kind === 'mua' ? 'retry' : 'queue.lifetime'}`
  const kind = host.kind === 'mua' ? 'gave-up' : 'expired'
  const tries = ctx.journey.attempts.length + ctx.journey.submissions.length
  return [link(ctx, end, kind, { host: host.index, option, age, tries })]
}

/** Why it arrived when it did, and not before. */
function whyThen(ctx: WhyContext, tried: AttemptReading): WhyLink[] {
  const { journey, index } = ctx
  if (journey.record.about >= 0) return whyReported(ctx)
  const before = journey.attempts.findLast(
    (one) => one.attempt < tried.attempt && one.class === 'deferred',
  )
  const passed = greylistPassed(ctx, tried)
  const links: WhyLink[] = []
  if (passed !== null) {
    const { value: waited } = passed
    const option = `${index.record.hosts[tried.server]?.id ?? ''}.greylist.delay`
    links.push(
      link(ctx, passed.position, 'greylist-passed', { waited, option, server: tried.server }),
    )
  }
  if (before !== undefined)
    return [
      ...links,
      ...whyTriedThen(ctx, tried),
      ...serverIsBack(ctx, before, tried),
      ...whyItFailed(ctx, before),
    ]
  const first = index.attempts[tried.attempt]?.facts[0] ?? 0
  const values = { host: tried.host, server: tried.server }
  links.push(afterCall(ctx, tried) ?? link(ctx, first, 'first-try', values))
  return [...links, ...handOver(ctx, tried)]
}

/** The finding by which a greylist let it in after it had waited. */
function greylistPassed(
  { index, journey }: WhyContext,
  tried: AttemptReading,
): FindingReading | null {
  const found = findingsOf(index, tried.decidingConnection).find(
    ({ reason, recipient, value }) =>
      reason === 'triplet-passed' && value > 0 && recipient === journey.recipient,
  )
  return found ?? null
}

/** On the relayed road: when the relay took charge, and why not earlier if it was not at once. */
function handOver(ctx: WhyContext, tried: AttemptReading): WhyLink[] {
  const { journey } = ctx
  const handed = lastFact(ctx, (f) => f.kind === 'baton' && f.host === tried.host && f.from >= 0)
  if (handed === null) return [writtenLink(ctx)]
  const took = ctx.index.record.facts.at(handed) - journey.record.sentAt
  const over = link(ctx, handed, 'handed-over', { host: tried.host, took })
  const leave = whyBotMayRelay(ctx, handed)
  const [failed, ...others] = journey.submissions.filter((one) => one.class === 'deferred')
  const last = others.at(-1) ?? failed
  return [over, ...leave, ...(last === undefined ? [writtenLink(ctx)] : whyItFailed(ctx, last))]
}

function whyReported(ctx: WhyContext): WhyLink[] {
  const { index, journey, until } = ctx
  const { about } = journey.record
  const id = index.record.messages[about]?.id ?? ''
  const made = index.messages[journey.message]?.facts[0] ?? 0
  const reports = link(ctx, made, 'reports', { about: id })
  const [, ...reasons] = whyChain(index, about, bouncedRecipient(index, about, until), until)
  return [reports, ...reasons]
}

function bouncedRecipient(index: FactIndex, message: number, until: Instant): number {
  const { facts } = index.record
  for (const i of index.messages[message]?.facts ?? []) {
    const end = readAs(facts, i, 'end')
    if (end !== null && end.at <= until && end.outcome === 'bounced') return end.recipient
  }
  return 0
}

// --- it has not ended

function whyNotYet(ctx: WhyContext): WhyLink[] {
  const { journey, index } = ctx
  const tried = lastTry(ctx)
  const away = whoIsAway(ctx)
  if (tried !== undefined && tried.class === 'open' && away.length === 0) {
    const first = index.attempts[tried.attempt]?.facts[0] ?? 0
    const values = { host: tried.host, server: tried.server }
    return [link(ctx, first, 'under-way', values), ...whyAgain(ctx, tried)]
  }
  const last = lastFact(ctx, (f) => f.kind === 'queue' || f.kind === 'baton') ?? 0
  const next = journey.nextTryAt ?? -1
  const tries = journey.attempts.length + journey.submissions.length
  const state = link(ctx, last, 'waiting', { host: journey.holder, next, tries })
  const failed = tried === undefined || tried.class === 'open' ? [] : whyItFailed(ctx, tried)
  const behind = failed.length === 0 ? [writtenLink(ctx)] : failed
  if (away.length > 0) return [state, ...away, ...behind]
  return [state, ...retryRule(ctx, last), ...behind]
}

/** A second or later try that is under way: why now, and why the one before was not enough. */
function whyAgain(ctx: WhyContext, tried: AttemptReading): WhyLink[] {
  const before = [...ctx.journey.submissions, ...ctx.journey.attempts].findLast(
    (one) => one.attempt < tried.attempt && one.host === tried.host && one.class !== 'delivered',
  )
  if (before === undefined) return handOver(ctx, tried)
  return [...whyTriedThen(ctx, tried), ...whyItFailed(ctx, before)]
}

/** The host whose job it is sleeps, is switched off, or has no way out. */
function whoIsAway(ctx: WhyContext): WhyLink[] {
  const { journey, index, until } = ctx
  const state = stateOf(index, journey.holder, until)
  if (state === null || state.fact.state === 'up') return []
  const { host, at, state: how } = state.fact
  const kind = AWAY[how]
  return [
    link(ctx, state.position, kind, { host, since: at }),
    causeOf(ctx, state.position, state.fact),
  ]
}

const AWAY = {
  asleep: 'asleep',
  refused: 'switched-off',
  unreachable: 'cut-off',
  offline: 'hung-up',
} as const

/** By what rule the next try is when it is; `position` is the fact that announced it. */
function retryRule(ctx: WhyContext, position: number): WhyLink[] {
  const { index, journey } = ctx
  const queue = readAs(index.record.facts, position, 'queue')
  const host = index.record.hosts[queue?.host ?? -1]
  if (queue === null || host === undefined || queue.state !== 'deferred') return []
  const wait = queue.nextTryIn
  if (host.kind === 'mua')
    return [
      link(ctx, position, 'retry-habit', { host: host.index, wait, option: `${host.id}.retry` }),
    ]
  if (host.kind === 'bot') {
    const option = `${host.id}.retry-after`
    return [link(ctx, position, 'bot-returns', { host: host.index, wait, option })]
  }
  const arrived = lastFact(ctx, (f) => f.kind === 'baton' && f.host === host.index)
  const age = queue.at - (arrived === null ? journey.record.sentAt : index.record.facts.at(arrived))
  const values = { host: host.index, wait, age, next: queue.at + wait, option: `${host.id}.queue` }
  return [link(ctx, position, 'retry-rule', values)]
}

/** Why a later try began when it did. */
function whyTriedThen(ctx: WhyContext, tried: AttemptReading): WhyLink[] {
  const { index } = ctx
  const { facts } = index.record
  const pressed = lastFact(ctx, (f) => f.kind === 'press' && f.at === tried.at)
  if (pressed !== null) return [link(ctx, pressed, 'pressed-again', { host: tried.host })]
  const flushed = flushAt(ctx, tried)
  if (flushed !== null) return [flushed]
  const changed = lastChange(index, tried.host, tried.at)
  if (changed !== null && changed.fact.at === tried.at) return whyBack(ctx, tried, changed.position)
  const announced = lastFact(
    ctx,
    (f) => f.kind === 'queue' && f.host === tried.host && f.state === 'deferred' && f.at < tried.at,
  )
  const queue = announced === null ? null : readAs(facts, announced, 'queue')
  if (announced === null || queue === null) return []
  const begun = index.attempts[tried.attempt]?.facts[0] ?? 0
  if (tried.at < queue.at + queue.nextTryIn)
    return [link(ctx, begun, 'pressed-again', { host: tried.host })]
  const rule = retryRule(ctx, announced)
  if (index.record.hosts[tried.host]?.kind !== 'submission') return rule
  const scan = link(ctx, begun, 'next-scan', { host: tried.host, at: tried.at })
  return [scan, ...rule]
}

/** The whole queue was tried at that instant: by a person, with a call, or since somebody asked. */
function flushAt({ index }: WhyContext, tried: AttemptReading): WhyLink | null {
  const { facts, hosts } = index.record
  for (let i = facts.countUntil(tried.at) - 1; i >= 0 && facts.at(i) === tried.at; i--) {
    const fact = readAs(facts, i, 'flush')
    if (fact === null || fact.host !== tried.host) continue
    const values = { host: tried.host, domain: index.record.names[fact.name] ?? '' }
    const option = `${hosts[tried.host]?.id ?? ''}.line.kind`
    if (fact.by === 'call') return link({ index }, i, 'called', { ...values, option })
    if (fact.by === 'person') return link({ index }, i, 'flushed', values)
    return link({ index }, i, tried.aim === 'turned' ? 'turned' : 'asked-for', values)
  }
  return null
}

/** The first try, and yet not at once: the message had waited until its holder's line was up. */
function afterCall(ctx: WhyContext, { host, at }: AttemptReading): WhyLink | null {
  const { index } = ctx
  const up = lastChange(index, host, at)
  const taken = lastFact(ctx, (f) => f.kind === 'baton' && f.host === host)
  if (up === null || taken === null || index.record.facts.at(taken) > up.fact.at) return null
  if (stateOf(index, host, up.fact.at - 1)?.fact.state !== 'offline') return null
  const option = `${index.record.hosts[host]?.id ?? ''}.line.kind`
  return link(ctx, up.position, 'called', { host, option })
}

/** The sender was away until then. */
function whyBack(ctx: WhyContext, tried: AttemptReading, position: number): WhyLink[] {
  const { index } = ctx
  const host = tried.host
  const away = stateOf(index, host, tried.at - 1)
  if (away === null || away.fact.state === 'up') return []
  const kind = away.fact.state === 'asleep' ? 'woke' : 'came-back'
  return [
    link(ctx, position, kind, { host, since: away.fact.at, lasted: tried.at - away.fact.at }),
    causeOf(ctx, away.position, away.fact),
  ]
}

/** The server had been back for a while before anybody tried again: worth saying. */
function serverIsBack(ctx: WhyContext, failed: AttemptReading, tried: AttemptReading): WhyLink[] {
  if (failed.server < 0) return []
  const state = lastChange(ctx.index, failed.server, tried.at)
  if (state === null || state.fact.state !== 'up' || state.fact.at <= failed.at) return []
  return [link(ctx, state.position, 'came-back', { host: failed.server, since: failed.at })]
}
