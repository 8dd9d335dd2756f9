/**
 * How long a segment is under way: the link's delay, and on a slow line its octets.
 *
 * Contents go through a line one after the other, each at its full speed; what is said beside them
 * does not wait. Shared fairly, as TCP does it, they would all end when here the last one does.
 * Between two slow lines the slower one counts. Headers of TCP/IP and of the line are left out.
 */
import { formatQueueId } from '../mail/queue-id.ts'
import { renderReply } from '../mail/reply.ts'
import { commandOctets, replyOctets } from '../mail/smtp/wire.ts'
import type { Host } from '../network/host.ts'
import { minutes, type Instant, type Millis } from '../units.ts'
import type { Connection, Segment } from './connection.ts'
import { hostAt, type Context } from './context.ts'

/** Octets per second of a host's line; 0: more than anybody notices. */
function speedOf({ config }: Host): number {
  const speed = config['lineOctetsPerSecond']
  return typeof speed === 'number' ? speed : 0
}

// oxlint-disable-next-line max-params -- a segment, its two ends, and the way between
export function spanOf(
  ctx: Context,
  c: Connection,
  segment: Segment,
  from: number,
  to: number,
  delay: Millis,
): Millis {
  const sender = hostAt(ctx, from)
  const receiver = to < 0 ? sender : hostAt(ctx, to)
  const sharesSite = to >= 0 && sender.site === receiver.site
  const [up, down] = [speedOf(sender), to < 0 ? 0 : speedOf(receiver)]
  if ((up === 0 && down === 0) || sharesSite) return delay
  const { now } = ctx.kernel
  const octets = octetsOf(ctx, c, segment)
  const isContent = segment.commands.some(({ verb }) => verb === 'CONTENT')
  const sent = pass(up, octets, isContent ? Math.max(now, sender.line.busyOutUntil) : now)
  const begun = isContent ? Math.max(now + delay, receiver.line.busyInUntil) : now + delay
  const received = Math.max(sent + delay, pass(down, octets, begun))
  if (isContent && up > 0) sender.line.busyOutUntil = sent
  if (isContent && down > 0) receiver.line.busyInUntil = received
  return received - now
}

/** When so many octets have gone through a line of that speed. */
function pass(speed: number, octets: number, from: Instant): Instant {
  return speed === 0 ? from : from + Math.ceil((octets * 1000) / speed)
}

function octetsOf(ctx: Context, c: Connection, { commands, replies }: Segment): number {
  let octets = 0
  for (const one of commands) octets += commandOctets(one)
  if (replies.length === 0) return octets
  const server = hostAt(ctx, c.server)
  const said = {
    host: server.name,
    client: c.clientAddress,
    queueId: formatQueueId,
    sizeLimitOctets: Number(server.config['sizeLimitOctets'] ?? 0),
  }
  for (const one of replies) octets += replyOctets(renderReply(one, said))
  return octets
}

/**
 * The time by which waits are lengthened while something slow is under way: rounded up to a power
 * of two in minutes, so that there are few different waits. 0 where nobody has to wait for longer.
 */
export function beyondTimeouts(slow: Millis): Millis {
  if (slow < minutes(1)) return 0
  let length = minutes(1)
  while (length < slow) length *= 2
  return length
}
