/**
 * How many messages an account may send in an hour: the fuse that blows when somebody else has its
 * password. In Postfix a policy service counts (check_policy_service); the shape of the reply is the
 * one that Postfix gives such a service's 450, the words are ours.
 *
 * Each MAIL that is let through counts, whatever becomes of it. The hour begins with its first.
 */
import type { Reply } from '../../mail/reply.ts'
import { reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import type { Host } from '../../network/host.ts'
import { objects, passes } from '../../policy/check.ts'
import { countedIn, countOne, type Rate } from '../../policy/rate.ts'
import type { Connection } from '../../transfer/connection.ts'
import type { Context } from '../../transfer/context.ts'
import { noteFinding } from '../../transfer/site.ts'
import { hours } from '../../units.ts'
import { configOf, stateOf } from '../config.ts'
import type { SubmissionConfig } from './options.ts'

/** What each account has sent in its present hour. Plain world state. */
export interface QuotaState {
  readonly sent: Map<string, Rate>
}

const HOUR = hours(1)

/** At MAIL, for who has logged in; the reply when the quota is used up. */
export function beyondQuota(
  ctx: Context,
  host: Host,
  c: Connection,
  reversePath: string,
): Reply | null {
  const { quotaPerHour: threshold } = configOf<SubmissionConfig>(host)
  const { user } = c.receiver
  if (threshold === 0 || user === '') return null
  const { sent } = stateOf<QuotaState>(host)
  const { now } = ctx.kernel
  const account = user.toLowerCase()
  const value = countedIn(sent.get(account), now, HOUR)
  const more = { value, threshold, about: account }
  if (value < threshold) {
    countOne(sent, account, now, HOUR)
    noteFinding(ctx, c, 'quota', passes('quota-left', more), '')
    return null
  }
  const finding = objects('quota-used-up', reply(R.quotaUsedUp, reversePath), more)
  noteFinding(ctx, c, 'quota', finding, '')
  return finding.reply
}
