/**
 * Somebody writes a message: by the scenario's list, or by an act.
 */
import type { PlannedMail } from './traffic.ts'
import { agentOf, hostAt, type Context } from './transfer/context.ts'
import { makeMessage } from './transfer/ledger.ts'
import { resumeCalls } from './transfer/line.ts'

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
  const message = makeMessage(ctx, host, mail.writer, {
    kind: mail.kind,
    reversePath: mail.from,
    recipients: to,
    author: mail.author ?? mail.from,
    subject: mail.subject,
    body: mail.body,
    octets: mail.octets ?? sizeOf({ ...mail, to }),
    about: -1,
    action: '',
  })
  agentOf(ctx, host).originate(ctx, host, message)
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
