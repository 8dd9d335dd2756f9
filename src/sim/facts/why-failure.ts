/** Why a try failed: from what it met to the setting or the person behind it. */
import { domainOf } from '../mail/address.ts'
import { REPLIES } from '../mail/reply-catalogue.ts'
import { decisionLabel, type AttemptReading } from './attempts.ts'
import { readAs } from './codec.ts'
import type { FactOf, NetworkResult } from './fact.ts'
import { findingsAbout } from './findings.ts'
import { behindCheck } from './why-checks.ts'
import { causeOf, link, stateOf, writtenLink } from './why-links.ts'
import { whyQuota, whyUnknownAgain } from './why-senders.ts'
import type { WhyContext, WhyKind, WhyLink } from './why-links.ts'

export function whyItFailed(ctx: WhyContext, tried: AttemptReading): WhyLink[] {
  const { decision } = tried
  if (decision === null) return []
  const result = resultPosition(ctx, tried)
  const values = { host: tried.host, server: tried.server, reply: tried.reply }
  if (decision.by === 'reply') {
    const name = REPLIES[decision.reply]?.name ?? ''
    return [link(ctx, result, 'replied', { ...values, name }), ...behindReply(ctx, tried, name)]
  }
  if (decision.result === 'user unknown') {
    const server = { host: tried.host, server: tried.host, to: ctx.journey.to }
    return [link(ctx, result, 'user-unknown', server), writtenLink(ctx)]
  }
  if (decision.result === 'delivery suspended' || decision.result === 'retry time not reached')
    return whyHeld(ctx, tried)
  const first = link(ctx, result, 'refused-by-network', values)
  return [first, ...behindNetwork(ctx, tried, decision.result)]
}

/** Nobody was dialled, since earlier tries have failed: of this message, or of others. */
function whyHeld(ctx: WhyContext, held: AttemptReading): WhyLink[] {
  const { decision } = held
  const isSuspended = decision?.by === 'network' && decision.result === 'delivery suspended'
  const kind = isSuspended ? 'suspended' : 'not-yet-time'
  const because = decision?.by === 'network' ? decision.because : null
  const reply = because === null ? '' : decisionLabel(because)
  const option = `${ctx.index.record.hosts[held.host]?.id ?? ''}.queue.min-backoff`
  const values = { host: held.host, reply, option, domain: domainOf(ctx.journey.to) }
  const first = link(ctx, resultPosition(ctx, held), kind, values)
  const before = ctx.journey.attempts.findLast((one) => one.attempt < held.attempt)
  return [first, ...(before === undefined ? [writtenLink(ctx)] : whyItFailed(ctx, before))]
}

function resultPosition({ index, journey }: WhyContext, tried: AttemptReading): number {
  const facts = index.attempts[tried.attempt]?.facts ?? []
  for (const i of facts) {
    const result = readAs(index.record.facts, i, 'result')
    if (result?.recipient === journey.recipient) return i
  }
  return facts[0] ?? 0
}

// --- a server has answered

const GREYLISTED: Readonly<Partial<Record<string, WhyKind>>> = {
  'triplet-new': 'greylisted-new',
  'triplet-early': 'greylisted-early',
  'triplet-expired': 'greylisted-late',
}

function behindReply(ctx: WhyContext, tried: AttemptReading, name: string): WhyLink[] {
  const { index, journey } = ctx
  const { server } = tried
  const id = index.record.hosts[server]?.id ?? ''
  const about = findingsAbout(index, tried.decidingConnection, journey.recipient)
  const found = about.find(({ passes }) => !passes) ?? null
  const at = found?.position ?? resultPosition(ctx, tried)
  const grey = found === null ? undefined : GREYLISTED[found.reason]
  if (found !== null && grey !== undefined) {
    const { value: waited } = found
    const late = grey === 'greylisted-late'
    const option = `${id}.greylist.${late ? 'retry-window' : 'delay'}`
    const first = found.at - waited
    return [
      link(ctx, at, grey, { server, waited, first, option }),
      ...(grey === 'greylisted-new' ? whyUnknownAgain(ctx, tried) : []),
      link(ctx, at, 'setting', { option: `${id}.greylist.on`, host: server }),
    ]
  }
  if (found?.reason === 'quota-used-up') return whyQuota(ctx, found, { server, id })
  if (found !== null && found.check !== 'recipient') return behindCheck(ctx, tried, found)
  if (name === 'userUnknown')
    return [link(ctx, at, 'user-unknown', { server, to: journey.to }), writtenLink(ctx)]
  if (name.startsWith('relayDenied')) {
    const domain = domainOf(journey.to)
    const denied = link(ctx, at, 'relay-denied', { server, domain })
    if (index.record.hosts[server]?.kind !== 'submission') return [denied, writtenLink(ctx)]
    return [denied, link(ctx, at, 'setting', { option: `${id}.open`, host: server })]
  }
  if (name === 'sizeExceeded' || name === 'messageTooBig') {
    const option = `${id}.size-limit`
    const { octets } = journey.record
    return [
      link(ctx, at, 'too-big', { server, octets, option }),
      link(ctx, at, 'setting', { option, host: server }),
    ]
  }
  if (name === 'tooManyHops') {
    const option = `${id}.hop-limit`
    return [link(ctx, at, 'in-a-circle', { server, option }), writtenLink(ctx)]
  }
  // A check says some of them, too, and has left a finding.
  if (found === null && TROUBLE_REPLIES.includes(name)) {
    const option = `${id}.trouble`
    return [
      link(ctx, at, 'in-trouble', { server }),
      link(ctx, at, 'setting', { option, host: server }),
    ]
  }
  if (name === 'badCredentials' || name === 'authRequired')
    return [
      link(ctx, at, 'not-logged-in', { server, from: journey.record.author }),
      writtenLink(ctx),
    ]
  return [writtenLink(ctx)]
}

/** Replies that a server gives because it is in trouble, whatever the message. */
const TROUBLE_REPLIES: readonly string[] = [
  'shuttingDown',
  'noService',
  'heloUnknown',
  'heloRefused',
  'senderLater',
  'senderRefused',
  'mailboxFull',
  'dataLater',
  'dataRefused',
  'queueFileError',
  'contentRefused',
]

// --- nobody has answered, or not to the end

function behindNetwork(ctx: WhyContext, tried: AttemptReading, result: NetworkResult): WhyLink[] {
  if (tried.server < 0 && tried.connections.length === 0) {
    const dropped = result === 'lost connection' || result === 'DNS failure'
    const own = dropped ? ownState(ctx, tried) : []
    return own.length > 0 ? own : behindDns(ctx, tried)
  }
  const own = ownState(ctx, tried)
  if (own.length > 0 && result !== 'connection refused') return own
  const { server, address } = tried
  const at = resultPosition(ctx, tried)
  if (result === 'lost connection' && wasAccepted(ctx, tried)) {
    const option = `${ctx.index.record.hosts[server]?.id ?? ''}.lost-acknowledgements`
    return [link(ctx, at, 'acknowledgement-lost', { server, option }), writtenLink(ctx)]
  }
  if (server < 0) return [link(ctx, at, 'nobody-there', { address }), writtenLink(ctx)]
  const state = stateOf(ctx.index, server, tried.endedAt ?? ctx.until)
  const kind = state === null ? undefined : STATE_KIND[state.fact.state]
  if (state === null || kind === undefined)
    return result === 'connect timeout' && wasThere(ctx, tried)
      ? whyShutIn(ctx, tried, at)
      : [link(ctx, at, 'no-service', { server, address }), writtenLink(ctx)]
  const down = link(ctx, state.position, kind, { server, since: state.fact.at })
  return [down, causeOf(ctx, state.position, state.fact)]
}

/** Who was there at the beginning and at the end, and has answered nothing, was never asked. */
function wasThere({ index }: WhyContext, { decidingConnection, server }: AttemptReading): boolean {
  const first = index.connections[decidingConnection]?.facts[0]
  if (first === undefined) return false
  const state = stateOf(index, server, index.record.facts.at(first))
  return state === null || STATE_KIND[state.fact.state] === undefined
}

/** The access provider lets nothing out to port 25. */
function whyShutIn(ctx: WhyContext, { host, server }: AttemptReading, at: number): WhyLink[] {
  const option = `${ctx.index.record.hosts[host]?.id ?? ''}.port-25`
  return [
    link(ctx, at, 'shut-in', { host, server, option }),
    link(ctx, at, 'setting', { option, host }),
  ]
}

/** The server had said 250 to the data, and the client never heard of it. */
function wasAccepted({ index }: WhyContext, tried: AttemptReading): boolean {
  return (index.connections[tried.decidingConnection]?.facts ?? []).some((i) => {
    const fact = readAs(index.record.facts, i, 'reply')
    return fact !== null && REPLIES[fact.reply]?.name === 'queued'
  })
}

const STATE_KIND: Partial<Record<FactOf<'host'>['state'], WhyKind>> = {
  refused: 'server-down',
  unreachable: 'server-unreachable',
  asleep: 'server-asleep',
  offline: 'server-offline',
}

const OWN_KIND: Partial<Record<FactOf<'host'>['state'], WhyKind>> = {
  refused: 'switched-off',
  unreachable: 'cut-off',
  asleep: 'asleep',
  offline: 'hung-up',
}

/** Whether the sending host itself was away when the try ended. */
function ownState(ctx: WhyContext, tried: AttemptReading): WhyLink[] {
  const state = stateOf(ctx.index, tried.host, tried.endedAt ?? ctx.until)
  const kind = state === null ? undefined : OWN_KIND[state.fact.state]
  if (state === null || kind === undefined) return []
  const { host, at } = state.fact
  return [
    link(ctx, state.position, kind, { host, since: at }),
    causeOf(ctx, state.position, state.fact),
  ]
}

function behindDns(ctx: WhyContext, tried: AttemptReading): WhyLink[] {
  const { index, journey } = ctx
  const asked = index.attempts[tried.attempt]?.facts ?? []
  const last = asked.findLast((i) => readAs(index.record.facts, i, 'lookup') !== null)
  const domain = domainOf(journey.to)
  const lookup = last === undefined ? null : readAs(index.record.facts, last, 'lookup')
  const rcode = lookup?.rcode ?? ''
  const at = last ?? resultPosition(ctx, tried)
  return [link(ctx, at, 'dns', { domain, rcode, result: tried.reply }), writtenLink(ctx)]
}
