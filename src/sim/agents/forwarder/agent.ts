/**
 * A forwarder: addresses of an old school or a club, whose mail goes on to where people read it
 * (RFC 5321 §3.9.1, an alias). The message stays as it is, its signatures too; only the envelope has
 * another recipient and, with SRS, another sender. So SPF breaks without SRS, and DKIM does not.
 */
import type { Host } from '../../network/host.ts'
import type { AgentKind } from '../../transfer/agent.ts'
import { messageAt, type Context } from '../../transfer/context.ts'
import { configOf } from '../config.ts'
import { partsOf, passingAgent, targetsOf, type Copy } from '../pass-on.ts'
import { FORWARDER_OPTIONS, type ForwarderConfig } from './options.ts'
import { srsAddress, srsSender } from './srs.ts'

const clock = (ctx: Context): number => ctx.setting.startsAtEpochMs + ctx.kernel.now

/** Whom an address here leads back to that SRS has made; null for all others. */
const senderBehind = (ctx: Context, host: Host, path: string): string | null =>
  srsSender(path, host.name, clock(ctx))

function copy(ctx: Context, host: Host, message: number, path: string): Copy | null {
  const back = senderBehind(ctx, host, path)
  if (back !== null) return { to: [back] }
  const to = targetsOf(ctx, host, path)
  if (to.length === 0) return null
  const { reversePath } = messageAt(ctx, message)
  // A report stays one: the null reverse-path has nobody behind it (RFC 5321 §4.5.5).
  if (!configOf<ForwarderConfig>(host).srsOn || reversePath === '') return { to }
  const { domain } = partsOf(path)
  return { to, reversePath: srsAddress(reversePath, domain, host.name, clock(ctx)) }
}

export const forwarder: AgentKind = {
  kind: 'forwarder',
  title: 'Forwarder',
  options: FORWARDER_OPTIONS,
  ...passingAgent({
    copy,
    takes: (ctx, host, path) =>
      targetsOf(ctx, host, path).length > 0 || senderBehind(ctx, host, path) !== null,
  }),
}
