/** What a site's decisions need of the session they are asked in, and how they are put on record. */
import { writeFinding } from '../facts/write.ts'
import { writeRule, type CheckId, type Rule } from '../facts/rule.ts'
import type { Reply } from '../mail/reply.ts'
import type { ReceiverState } from '../mail/smtp/receiver.ts'
import type { Finding } from '../policy/check.ts'
import type { Connection } from './connection.ts'
import { messageAt, nameIndexOf, type Chronicle, type Context } from './context.ts'

/** Puts a finding on record; `forwardPath` is '' where it is about no recipient in particular. */
export function noteFinding(
  ctx: Context,
  c: Connection,
  check: CheckId,
  finding: Finding,
  forwardPath: string,
): void {
  const { reason, threshold, about, value, score, folder } = finding
  const recipient =
    forwardPath === '' || c.message < 0
      ? -1
      : messageAt(ctx, c.message).recipients.indexOf(forwardPath)
  writeFinding(ctx.chronicle.facts, ctx.kernel.now, c.serial, {
    rule: ruleIndexOf(ctx.chronicle, { check, reason, threshold, about }),
    recipient,
    passes: finding.reply === null,
    value,
    score,
    folder,
  })
}

/**
 * The number by which facts speak of a rule. Checks find the same few things again and again, and
 * writing a rule out to look it up costs more than the finding: the last one of each reason is kept.
 */
function ruleIndexOf(chronicle: Chronicle, rule: Rule): number {
  const { names, rules } = chronicle
  const last = rules.get(rule.reason)
  if (
    last !== undefined &&
    last.about === rule.about &&
    last.threshold === rule.threshold &&
    last.check === rule.check &&
    // A world that was taken back to an earlier instant has forgotten names.
    names[last.index] === last.text
  )
    return last.index
  const text = writeRule(rule)
  const index = nameIndexOf(chronicle, text)
  rules.set(rule.reason, { ...rule, text, index })
  return index
}

/** Puts a finding about a recipient on record and gives its reply; null where there is none. */
export function refusedBy(
  ctx: Context,
  c: Connection,
  forwardPath: string,
  finding: Finding | null,
): Reply | null {
  if (finding === null) return null
  noteFinding(ctx, c, 'recipient', finding, forwardPath)
  return finding.reply
}

/** The recipients that the session accepted, by their position in the message. */
export function acceptedRecipients(ctx: Context, c: Connection, state: ReceiverState): number[] {
  const { recipients } = messageAt(ctx, c.message)
  return state.recipients.map((path) => recipients.indexOf(path))
}
