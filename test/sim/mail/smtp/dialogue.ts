/** Sender and receiver tables against each other, without a network: for tests only. */
import type { Reply } from '../../../../src/sim/mail/reply.ts'
import { renderReply, reply } from '../../../../src/sim/mail/reply.ts'
import { R } from '../../../../src/sim/mail/reply-catalogue.ts'
import { formatQueueId } from '../../../../src/sim/mail/queue-id.ts'
import type { Command } from '../../../../src/sim/mail/smtp/command.ts'
import { formatCommand } from '../../../../src/sim/mail/smtp/command.ts'
import type {
  ReceiverConfig,
  ReceiverSite,
  ReceiverState,
} from '../../../../src/sim/mail/smtp/receiver.ts'
import { greet, newReceiver, receive } from '../../../../src/sim/mail/smtp/receiver.ts'
import type { SenderPlan, SenderState } from '../../../../src/sim/mail/smtp/sender.ts'
import { isFinished, newSender, nextBatch, onReply } from '../../../../src/sim/mail/smtp/sender.ts'

export const config = (over: Partial<ReceiverConfig> = {}): ReceiverConfig => ({
  hostName: 'mx.receiver.example',
  service: 'relay-in',
  sizeLimitOctets: 10_240_000,
  recipientLimit: 1000,
  softErrorLimit: 10,
  hardErrorLimit: 20,
  pipelining: true,
  etrn: true,
  ...over,
})

export const plan = (over: Partial<SenderPlan> = {}): SenderPlan => ({
  heloName: 'out.sender.example',
  reversePath: 'alice@sender.example',
  recipients: ['bob@receiver.example'],
  octets: 441,
  submission: false,
  user: '',
  secret: '',
  usesEhlo: true,
  pipelines: true,
  quits: true,
  asks: null,
  ...over,
})

/** Lets everything pass, and has mail for everybody who asks. */
export const site = (over: Partial<ReceiverSite> = {}): ReceiverSite => ({
  greeting: () => null,
  hello: () => null,
  sender: () => null,
  recipient: () => null,
  data: () => null,
  content: () => reply(R.queued, '', 1),
  login: (user, secret) => user === 'alice' && secret === 'wonderland',
  turn: (_, verb) => reply(verb === 'ETRN' ? R.etrnStarted : R.atrnReversing),
  ...over,
})

/** Refuses recipients by their local part: `no-…` is unknown, `grey-…` is greylisted. */
export const pickySite = site({
  recipient: (_, forwardPath) => {
    if (forwardPath.startsWith('no')) return reply(R.userUnknown, forwardPath)
    return forwardPath.startsWith('grey') ? reply(R.greylisted, forwardPath) : null
  },
})

export interface Dialogue {
  readonly sender: SenderState
  readonly receiver: ReceiverState
  /** `C: MAIL FROM:<…>` and `S: 250 2.1.0 Ok`; only the first line of each reply. */
  readonly lines: string[]
  /** Groups as they were sent, by verb. */
  readonly groups: string[][]
  readonly replies: Reply[]
  readonly commands: Command[]
}

/** One session from the greeting to its end. */
export function converse(
  p: SenderPlan,
  c: ReceiverConfig = config(),
  s: ReceiverSite = site(),
): Dialogue {
  const d: Dialogue = {
    sender: newSender(p),
    receiver: newReceiver(),
    lines: [],
    groups: [],
    replies: [],
    commands: [],
  }
  const hear = (r: Reply): void => {
    const context = { host: c.hostName, client: '203.0.113.7', queueId: formatQueueId }
    d.lines.push(`S: ${renderReply(r, { ...context, sizeLimitOctets: c.sizeLimitOctets })[0]}`)
    d.replies.push(r)
    onReply(d.sender, p, r)
  }
  hear(greet(d.receiver, c, s))
  for (let batch = exchange(d, p); batch.length > 0; batch = exchange(d, p)) {
    const answers = batch.map((each) => receive(d.receiver, each, c, s))
    for (const answer of answers) if (!isFinished(d.sender)) hear(answer)
  }
  return d
}

function exchange(d: Dialogue, p: SenderPlan): Command[] {
  const batch: Command[] = []
  nextBatch(d.sender, p, batch)
  if (batch.length > 0) d.groups.push(batch.map((each) => each.verb))
  for (const each of batch) {
    d.commands.push(each)
    d.lines.push(`C: ${each.verb === 'CONTENT' ? `(${each.octets})` : formatCommand(each)}`)
  }
  return batch
}

/** The codes of all replies, in order. */
export const codes = (d: Dialogue): number[] => d.replies.map((each) => each.spec.code)
