/**
 * The provider's outgoing server: submission (RFC 6409) and relay in one host, with one queue and
 * one Received field. What it has answered 250 to is its job until it is delivered or reported.
 *
 * It also has the mailboxes of its own domains, so that failure reports reach their sender.
 */
import { draw, keyOf } from '../../engine/random.ts'
import { isLocalDomain, hasMailbox, recipient, relaying } from '../../policy/recipient/check.ts'
import { SUBMISSION_OPTIONS, type SubmissionConfig } from './options.ts'
import { reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import type { Host } from '../../network/host.ts'
import { ignore, type AgentKind, type AgentSetup } from '../../transfer/agent.ts'
import type { RecipientOutcome } from '../../transfer/attempt.ts'
import { networkCode } from '../../transfer/attempts.ts'
import { hostAt, messageAt, type Context } from '../../transfer/context.ts'
import {
  endMessage,
  makeMessage,
  noteLocalDelivery,
  putInMailbox,
  takeBaton,
} from '../../transfer/ledger.ts'
import { acceptedRecipients, questionOf, refusedBy } from '../../transfer/site.ts'
import {
  attemptOfQueueEnded,
  enqueue,
  newQueue,
  runDue,
  runOverdue,
  type Queue,
  type QueueEntry,
  type QueueOwner,
} from '../../transfer/queue.ts'
import { isExpired, nextScan } from '../../transfer/retry-law.ts'
import type { Instant } from '../../units.ts'
import { configOf, stateOf } from '../config.ts'
import { receiverConfig } from '../server-config.ts'

interface SubmissionState extends AgentSetup {
  readonly queue: Queue
}

const SCAN_PHASE = keyOf('scan-phase')
/** Size of a failure report as Postfix makes it for a short message: our assumption. */
const DSN_OCTETS = 2600

const owner: QueueOwner = { submits: () => false, deliverHere, nextTry, gaveUp }

/** The scan's phase is one draw per queue manager: all its deferred mail shares the ticks. */
function nextTry(ctx: Context, host: Host, entry: QueueEntry): Instant | null {
  const law = configOf<SubmissionConfig>(host)
  const { now } = ctx.kernel
  if (isExpired(now, entry.arrivedAt, law.lifetimeMs)) return null
  const phase = draw(ctx.setting.seed, SCAN_PHASE, keyOf(host.id), 0) % law.queueRunDelayMs
  return nextScan(now, entry.arrivedAt, law, phase)
}

function deliverHere(
  ctx: Context,
  host: Host,
  entry: QueueEntry,
  to: number,
): RecipientOutcome | null {
  const path = messageAt(ctx, entry.message).recipients[to] ?? ''
  const site = stateOf<SubmissionState>(host)
  if (!isLocalDomain(path, site)) return null
  const known = hasMailbox(path, site)
  const code = networkCode(known ? 'delivered to mailbox' : 'user unknown')
  noteLocalDelivery(ctx, host, entry.message, to, code)
  if (known) putInMailbox(ctx, host, entry.message, to)
  return { recipient: to, code, class: known ? 2 : 5, detail: 0, connection: -1 }
}

/**
 * Reports failure to the sender (RFC 3464), once per pass and for all recipients of it.
 * Mail with the null reverse-path is never reported on (RFC 5321 §6.1): it is discarded.
 */
function gaveUp(
  ctx: Context,
  host: Host,
  entry: QueueEntry,
  outcomes: readonly RecipientOutcome[],
): void {
  const { reversePath, subject } = messageAt(ctx, entry.message)
  const { queue, domains } = stateOf<SubmissionState>(host)
  const how = reversePath === '' ? 'discarded' : 'bounced'
  for (const one of outcomes) endMessage(ctx, entry.message, one.recipient, how)
  if (reversePath === '') return
  const report = makeMessage(ctx, host, 'dsn', {
    kind: 'dsn',
    reversePath: '',
    recipients: [reversePath],
    author: `MAILER-DAEMON@${domains[0] ?? host.name}`,
    subject: 'Undelivered Mail Returned to Sender',
    body: subject,
    octets: DSN_OCTETS,
    about: entry.message,
  })
  enqueue(ctx, host, queue, owner, { message: report, recipients: [0] })
}

export const submission: AgentKind = {
  kind: 'submission',
  title: 'Outgoing server',
  options: SUBMISSION_OPTIONS,
  manners: { usesEhlo: true, pipelines: true, quits: true },
  ports: [25, 587],
  server: {
    config: (host, submitting) =>
      receiverConfig(
        host,
        submitting ? 'submission' : 'relay-in',
        configOf<SubmissionConfig>(host).sizeLimitOctets,
      ),
    login: (_ctx, host, user) => {
      const site = stateOf<SubmissionState>(host)
      return isLocalDomain(user, site) && hasMailbox(user, site)
    },
    recipient(ctx, host, c, path) {
      const site = stateOf<SubmissionState>(host)
      const q = questionOf(ctx, c, path)
      // RFC 6409 §4.3: who has logged in may send to anybody.
      const finding = c.submission ? null : relaying(q, site)
      if (finding !== null) return refusedBy(ctx, c, path, finding)
      if (!isLocalDomain(path, site)) return null
      return refusedBy(ctx, c, path, recipient(q, site))
    },
    content(ctx, host, c, state) {
      const { queue } = stateOf<SubmissionState>(host)
      takeBaton(ctx, host, c.message, c.client)
      const recipients = acceptedRecipients(ctx, c, state)
      const entry = enqueue(ctx, hostAt(ctx, host.index), queue, owner, {
        message: c.message,
        recipients,
      })
      return reply(R.queued, '', entry.queueId)
    },
  },
  create: (setup): SubmissionState => ({ ...setup, queue: newQueue() }),
  started: ignore,
  originate(ctx, host, message) {
    const { queue } = stateOf<SubmissionState>(host)
    const recipients = messageAt(ctx, message).recipients.map((_, i) => i)
    enqueue(ctx, host, queue, owner, { message, recipients })
  },
  timer: (ctx, host) => runDue(ctx, host, stateOf<SubmissionState>(host).queue, owner),
  attemptEnded: (ctx, host, attempt) =>
    attemptOfQueueEnded(ctx, host, stateOf<SubmissionState>(host).queue, owner, attempt),
  cameBack: (ctx, host) => runOverdue(ctx, host, stateOf<SubmissionState>(host).queue, owner),
  sendAgain: ignore,
}
