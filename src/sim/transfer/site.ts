/** What a site's decisions need of the session they are asked in. */
import { CHECK_IDS, REASONS } from '../facts/fact.ts'
import { writeFinding } from '../facts/codec.ts'
import type { Reply } from '../mail/reply.ts'
import type { ReceiverState } from '../mail/smtp/receiver.ts'
import type { Finding, Question } from '../policy/check.ts'
import type { Connection } from './connection.ts'
import { messageAt, type Context } from './context.ts'

export function questionOf(ctx: Context, c: Connection, forwardPath: string): Question {
  return {
    now: ctx.kernel.now,
    clientAddress: c.clientAddress,
    reversePath: c.receiver.reversePath,
    forwardPath,
  }
}

/** Puts a finding on record and gives its reply. */
export function refusedBy(
  ctx: Context,
  c: Connection,
  forwardPath: string,
  finding: Finding,
): Reply | null {
  writeFinding(ctx.chronicle.facts, ctx.kernel.now, c.serial, {
    check: CHECK_IDS.indexOf(finding.check),
    reason: REASONS.indexOf(finding.reason),
    recipient: messageAt(ctx, c.message).recipients.indexOf(forwardPath),
    passes: finding.reply === null,
    waited: finding.waited,
  })
  return finding.reply
}

/** The recipients that the session accepted, by their position in the message. */
export function acceptedRecipients(ctx: Context, c: Connection, state: ReceiverState): number[] {
  const { recipients } = messageAt(ctx, c.message)
  return state.recipients.map((path) => recipients.indexOf(path))
}
