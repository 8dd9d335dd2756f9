/**
 * Somebody writes a message: by the scenario's list, or by an act.
 */
import { claimedBy } from './facts/content.ts'
import { domainOf } from './mail/address.ts'
import { fieldText } from './mail/dkim/content.ts'
import type { PlannedMail } from './traffic.ts'
import { agentOf, hostAt, type Context } from './transfer/context.ts'
import { makeMessage } from './transfer/ledger.ts'
import { resumeCalls } from './transfer/line.ts'
import { sign } from './transfer/signing.ts'

/** What somebody writes, whenever that is. */
type Letter = Omit<PlannedMail, 'at'>

/** Octets of the header fields that every message has, beside the addresses and texts in them. */
const HEADER_OCTETS = 180

export function originate(ctx: Context, mail: Letter): void {
  const index = ctx.setting.hostOfId.get(mail.host)
  if (index === undefined) return
  const host = hostAt(ctx, index)
  const to = withoutDuplicates(mail.to)
  resumeCalls(ctx)
  const author = mail.author ?? mail.from
  const claims = host.config['forgesResults'] === true ? exchangerOf(ctx, to) : null
  const claimed = claims === null ? 0 : fieldText(claimedBy(claims, author)).length + 2
  const message = makeMessage(ctx, host, mail.writer, {
    kind: mail.kind,
    reversePath: mail.from,
    recipients: to,
    author,
    subject: mail.subject,
    body: mail.body,
    octets: mail.octets ?? sizeOf({ ...mail, to }) + claimed,
    about: -1,
    action: '',
    ...(claims === null ? {} : { claims }),
  })
  sign(ctx, host, message)
  agentOf(ctx, host).originate(ctx, host, message)
}

/** The server that the first recipient believes: a forger has looked it up long before. */
function exchangerOf({ setting }: Context, to: readonly string[]): string {
  const domain = domainOf(to[0] ?? '').toLowerCase()
  for (const { names } of setting.zones)
    for (const record of names[domain] ?? []) if (record.type === 'MX') return record.exchange
  return domain
}

/** Who is named twice gets one copy; domains and our mailboxes do not tell cases apart. */
function withoutDuplicates(paths: readonly string[]): readonly string[] {
  if (paths.length === 1) return paths
  const lower = paths.map((path) => path.toLowerCase())
  return paths.filter((_, i) => lower.indexOf(lower[i] ?? '') === i)
}

function sizeOf(mail: Letter): number {
  let octets = HEADER_OCTETS + mail.from.length + mail.subject.length + mail.body.length
  for (const path of mail.to) octets += path.length
  return octets
}
