/** Reasons that lie with the sender: where it dialled from, how long it kept coming, by whose leave. */
import type { AttemptReading } from './attempts.ts'
import { readAs } from './codec.ts'
import type { FindingReading } from './findings.ts'
import { clientAddress } from './transcript.ts'
import { link } from './why-links.ts'
import type { WhyContext, WhyLink } from './why-links.ts'

/** A bot tries no more: it never comes back at all, or it has come back often enough. */
export function whyBotStopped(ctx: WhyContext, host: number, end: number): WhyLink {
  const { journey, index } = ctx
  const tries = journey.attempts.length + journey.submissions.length
  if (tries < 2) return link(ctx, end, 'bot-gave-up', { host })
  const option = `${index.record.hosts[host]?.id ?? ''}.retry-times`
  return link(ctx, end, 'bot-tired', { host, option, tries })
}

/**
 * It came from another address than the time before, so that who remembers senders by their network
 * did not know it.
 */
export function whyUnknownAgain(ctx: WhyContext, tried: AttemptReading): WhyLink[] {
  const { index, journey } = ctx
  const before = journey.attempts.findLast(
    (one) => one.attempt < tried.attempt && one.server === tried.server && one.server >= 0,
  )
  if (before === undefined) return []
  const [earlier, now] = [before, tried].map((one) => addressOf(ctx, one))
  if (earlier === undefined || now === undefined || earlier === now) return []
  const at = index.attempts[tried.attempt]?.facts[0] ?? 0
  return [link(ctx, at, 'from-elsewhere', { host: tried.host, address: now, before: earlier })]
}

function addressOf({ index }: WhyContext, { connections }: AttemptReading): string | undefined {
  const last = connections.at(-1)
  return last === undefined ? undefined : clientAddress(index, last)
}

/** The account has sent as much as it may in its hour. */
export function whyQuota(
  ctx: WhyContext,
  { position, value, threshold, about }: FindingReading,
  { server, id }: { readonly server: number; readonly id: string },
): WhyLink[] {
  const option = `${id}.quota`
  const values = { server, account: about, sent: value, allowed: threshold, option }
  return [
    link(ctx, position, 'quota-used-up', values),
    link(ctx, position, 'setting', { option, host: server }),
  ]
}

/** By whose leave a server took over what a bot had for it: a stolen password, or nobody's. */
export function whyBotMayRelay(ctx: WhyContext, handed: number): WhyLink[] {
  const { index, journey } = ctx
  const baton = readAs(index.record.facts, handed, 'baton')
  const giver = index.record.hosts[baton?.from ?? -1]
  if (baton === null || giver?.kind !== 'bot') return []
  const values = { host: giver.index, server: baton.host }
  if (journey.submissions.length > 0)
    return [link(ctx, handed, 'stolen-account', { ...values, account: giver.account })]
  const option = `${index.record.hosts[baton.host]?.id ?? ''}.open`
  return [link(ctx, handed, 'open-relay', { ...values, option })]
}
