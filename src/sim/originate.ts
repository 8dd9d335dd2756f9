/**
 * Somebody writes a message: by the scenario's list, or by an act.
 */
import { present } from './assert.ts'
import type { MailSpec, ScenarioFile } from './scenarios/scenario.ts'
import { agentOf, hostAt, type Context } from './transfer/context.ts'
import { makeMessage } from './transfer/ledger.ts'
import { resumeCalls } from './transfer/line.ts'

/** Octets of the header fields that every message has, beside the addresses and texts in them. */
const HEADER_OCTETS = 180

export function originate(ctx: Context, scenario: ScenarioFile, mail: Omit<MailSpec, 'at'>): void {
  const index = ctx.setting.hostOfId.get(mail.host)
  if (index === undefined) return
  const host = hostAt(ctx, index)
  const spec = present(scenario.hosts[index], mail.host)
  const name = spec.kind === 'bot' || mail.from === '' ? spec.id : localPart(mail.from)
  const to = withoutDuplicates(mail.to)
  resumeCalls(ctx)
  const message = makeMessage(ctx, host, name, {
    kind: mail.kind,
    reversePath: mail.from,
    recipients: to,
    author: mail.from,
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

function sizeOf(mail: Omit<MailSpec, 'at'>): number {
  let octets = HEADER_OCTETS + mail.from.length + mail.subject.length + mail.body.length
  for (const path of mail.to) octets += path.length
  return octets
}

function localPart(mailbox: string): string {
  return mailbox.slice(0, Math.max(0, mailbox.lastIndexOf('@'))).toLowerCase()
}
