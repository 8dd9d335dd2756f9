/**
 * What smtpd, the server, logs of a session: connect, refusals, acceptance, and how it ended.
 *
 * Simplified: a connection that breaks is noticed when the client closes it, and what is refused
 * after the data has no queue id, since it never gets one here.
 */
import { present } from '../assert.ts'
import { readAs } from '../facts/codec.ts'
import { HOST_STATES, type Fact, type FactOf } from '../facts/fact.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import { clientAddress } from '../facts/transcript.ts'
import { formatQueueId } from '../mail/queue-id.ts'
import { R, REPLIES } from '../mail/reply-catalogue.ts'
import type { ReplySpec } from '../mail/reply-spec.ts'
import { CommandCounts } from './log-counts.ts'
import { isByFilter, limitWarning } from './log-refused.ts'
import { replyText } from './reasons.ts'
import type { Step } from '../facts/verdict.ts'

/** A line of a host's log without its prefix. */
export interface HostLine {
  readonly host: number
  readonly daemon: string
  readonly text: string
}

/** A session as its server sees it. */
interface Session {
  readonly connection: number
  readonly server: number
  /** `name[address]` of the client. */
  readonly peer: string
  readonly unanswered: FactOf<'command'>[]
  readonly counts: CommandCounts
  isGreeted: boolean
  /** Last command that was answered, as Postfix calls it. */
  where: string
  helo: string
  esmtp: boolean
  hasSender: boolean
  readonly recipients: number[]
  isOpened: boolean
}

export class ServerSessions {
  readonly #index: FactIndex
  readonly #sessions = new Map<number, Session>()

  constructor(index: FactIndex) {
    this.#index = index
  }

  /** @param i position of the fact */
  linesOf(fact: Fact, i: number): HostLine[] {
    switch (fact.kind) {
      case 'accept':
        return this.#begin(fact.connection)
      case 'command':
        this.#sessions.get(fact.connection)?.unanswered.push(fact)
        return []
      case 'reply':
        return this.#reply(fact, i)
      case 'close':
        return this.#close(fact)
      case 'host':
        return this.#hostChanged(fact)
      default:
        return []
    }
  }

  #begin(connection: number): HostLine[] {
    const { record, connections, attempts } = this.#index
    const entry = present(connections[connection], 'connection')
    const client = present(record.hosts[attempts[entry.attempt]?.host ?? -1], 'client')
    const address = clientAddress(this.#index, connection)
    const name = client.reverseNames[client.addresses.indexOf(address)] ?? ''
    const opened = readAs(record.facts, entry.facts[0] ?? -1, 'connect')
    const session: Session = {
      connection,
      server: opened?.server ?? -1,
      peer: `${name === '' ? 'unknown' : name}[${address}]`,
      unanswered: [],
      counts: new CommandCounts(),
      isGreeted: false,
      where: 'CONNECT',
      helo: '',
      esmtp: false,
      hasSender: false,
      recipients: [],
      isOpened: false,
    }
    this.#sessions.set(connection, session)
    return said(session, [`connect from ${session.peer}`])
  }

  #reply(fact: FactOf<'reply'>, i: number): HostLine[] {
    const entry = present(this.#index.connections[fact.connection], 'connection')
    const known = this.#sessions.get(fact.connection)
    // Who has turned a connection round is asked nothing before its greeting (RFC 2645 §5.3).
    const isTurned = known === undefined && this.#index.attempts[entry.attempt]?.aim === 'turned'
    const first = isTurned ? this.#begin(fact.connection) : []
    const session = this.#sessions.get(fact.connection)
    if (session === undefined) return []
    const spec = present(REPLIES[fact.reply], 'reply')
    if (spec === R.timeoutExceeded) return this.#end(session, [`timeout after ${session.where}`])
    if (spec === R.tooManyErrors)
      return this.#end(session, [`too many errors after ${session.where}`])
    const command = session.isGreeted ? session.unanswered.shift() : undefined
    session.isGreeted = true
    const step = command?.verb ?? 'greeting'
    const daemon = isByFilter(spec) ? 'cleanup' : 'smtpd'
    const answered = this.#answered(session, { step, spec, command }, i)
    const lines = [...first, ...said(session, answered, daemon)]
    const isLast = spec === R.bye || spec === R.atrnReversing || spec.code === 421
    return isLast ? [...lines, ...this.#end(session, [])] : lines
  }

  #answered(session: Session, { step, spec, command }: Answer, i: number): string[] {
    const isGood = spec.code < 400
    if (step !== 'greeting') session.counts.note(step, isGood)
    if (step === 'EHLO' || step === 'HELO') session.helo = this.#clientName(session)
    const lines = isGood
      ? this.#accepted(session, step, command)
      : this.#refused(session, { step, spec, command }, i)
    if (step !== 'greeting' && step !== 'TLS') session.where = WHERE[step] ?? step
    return lines
  }

  #accepted(session: Session, step: Step, command: FactOf<'command'> | undefined): string[] {
    if (step === 'EHLO' || step === 'HELO') session.esmtp = step === 'EHLO'
    if (step === 'MAIL') session.hasSender = true
    if (step !== 'RCPT') return []
    session.recipients.push(command?.detail ?? -1)
    // Postfix opens its queue file, and so has a queue id, with the first accepted recipient.
    if (session.isOpened) return []
    session.isOpened = true
    const queueId = queueIdOf(this.#index, session.connection)
    if (queueId === null) return []
    const { record, attempts, connections } = this.#index
    const attempt = attempts[connections[session.connection]?.attempt ?? -1]
    const account = record.hosts[attempt?.host ?? -1]?.account ?? ''
    const login =
      attempt?.aim === 'submission' ? `, sasl_method=PLAIN, sasl_username=${account}` : ''
    return [`${formatQueueId(queueId)}: client=${session.peer}${login}`]
  }

  #refused(session: Session, { step, spec, command }: Answer, i: number): string[] {
    const { peer, connection } = session
    if (spec === R.badCredentials)
      return [`warning: ${peer}: SASL PLAIN authentication failed: authentication failure`]
    if (spec === R.etrnNotServed) {
      const [, domain = ''] = /<([^>]*)>/.exec(replyText(this.#index, connection, i)) ?? []
      return [`warning: reject: ETRN ${domain}... from ${peer}`]
    }
    // A command out of order is nobody's rejection; Postfix leaves it to the counts.
    const stage = STAGES[step]
    if (stage === undefined || NO_REJECTIONS.includes(spec)) return []
    const limit = limitWarning(this.#index, connection, spec, peer)
    if (limit !== null) return [limit]
    const queueId = session.isOpened ? queueIdOf(this.#index, connection) : null
    const under = queueId === null ? 'NOQUEUE' : formatQueueId(queueId)
    const text = replyText(this.#index, connection, i)
    const about = this.#envelope(session, { step, spec, command })
    if (isByFilter(spec)) {
      // cleanup tells a status, and leaves the code to smtpd
      const status = text.replace(/^\d{3} /, '')
      return [`${under}: milter-reject: ${stage} from ${peer}: ${status}; ${about}`]
    }
    return [`${under}: reject: ${stage} from ${peer}: ${text}; ${about}`]
  }

  /** `from=<…> to=<…> proto=… helo=<…>`, as far as it is known at that step. */
  #envelope(session: Session, { step, spec, command }: Answer): string {
    const message = this.#index.record.messages[this.#messageOf(session.connection)]
    const parts: string[] = []
    // The declared size is looked at before the sender.
    if (session.hasSender || (step === 'MAIL' && spec !== R.sizeExceeded))
      parts.push(`from=<${message?.reversePath ?? ''}>`)
    const [only, ...others] = session.recipients
    if (step === 'RCPT') parts.push(`to=<${message?.recipients[command?.detail ?? -1] ?? ''}>`)
    else if (only !== undefined && others.length === 0)
      parts.push(`to=<${message?.recipients[only] ?? ''}>`)
    parts.push(`proto=${session.esmtp ? 'ESMTP' : 'SMTP'}`)
    if (session.helo !== '') parts.push(`helo=<${session.helo}>`)
    return parts.join(' ')
  }

  /** Who hangs up without QUIT leaves two lines instead of one. */
  #close(fact: FactOf<'close'>): HostLine[] {
    const session = this.#sessions.get(fact.connection)
    if (session === undefined || !this.#isNoticed(fact)) return []
    return this.#end(session, [`lost connection after ${session.where}`])
  }

  /** A client that is not there any more cannot say that it is gone: the server waits for it. */
  #isNoticed(fact: FactOf<'close'>): boolean {
    const { record, connections, attempts, hosts } = this.#index
    const entry = present(connections[fact.connection], 'connection')
    let state: (typeof HOST_STATES)[number] = 'up'
    for (const i of hosts[attempts[entry.attempt]?.host ?? -1] ?? []) {
      const one = readAs(record.facts, i, 'host')
      if (one !== null && one.at <= fact.at) ({ state } = one)
    }
    const waits = entry.facts.some((i) => {
      const one = readAs(record.facts, i, 'reply')
      return one !== null && one.at >= fact.at && REPLIES[one.reply] === R.timeoutExceeded
    })
    return state === 'up' && !waits
  }

  /** A server that is switched off logs nothing any more; one whose call is over notices. */
  #hostChanged(fact: FactOf<'host'>): HostLine[] {
    if (fact.state === 'up' || fact.state === 'unreachable') return []
    const lines: HostLine[] = []
    for (const session of this.#sessions.values()) {
      if (session.server !== fact.host) continue
      if (fact.state === 'offline')
        lines.push(...this.#end(session, [`lost connection after ${session.where}`]))
      else this.#sessions.delete(session.connection)
    }
    return lines
  }

  #end(session: Session, last: readonly string[]): HostLine[] {
    this.#sessions.delete(session.connection)
    const { peer, counts } = session
    const lines = last.map((line) => `${line} from ${peer}`)
    return said(session, [...lines, `disconnect from ${peer} ${counts.text()}`])
  }

  #clientName({ connection }: Session): string {
    const { record, connections, attempts } = this.#index
    return record.hosts[attempts[connections[connection]?.attempt ?? -1]?.host ?? -1]?.name ?? ''
  }

  #messageOf(connection: number): number {
    return this.#index.attempts[this.#index.connections[connection]?.attempt ?? -1]?.message ?? -1
  }
}

interface Answer {
  readonly step: Step
  readonly spec: ReplySpec
  readonly command: FactOf<'command'> | undefined
}

/** What a refusal is called by the command that it answers. */
const STAGES: Partial<Readonly<Record<Step, string>>> = {
  greeting: 'CONNECT',
  EHLO: 'EHLO',
  HELO: 'HELO',
  MAIL: 'MAIL',
  RCPT: 'RCPT',
  DATA: 'DATA',
  CONTENT: 'END-OF-MESSAGE',
}

const WHERE: Partial<Readonly<Record<Step, string>>> = { CONTENT: 'END-OF-MESSAGE' }

const NO_REJECTIONS: readonly ReplySpec[] = [
  R.badSequence,
  R.helloFirst,
  R.nestedMail,
  R.needMail,
  R.needRecipient,
  R.inTransaction,
  R.noValidRecipients,
]

function said({ server }: Session, texts: readonly string[], daemon = 'smtpd'): HostLine[] {
  return texts.map((text) => ({ host: server, daemon, text }))
}

/** The queue id that a session's message got; null when it got none. */
function queueIdOf({ record, connections }: FactIndex, connection: number): number | null {
  for (const i of connections[connection]?.facts ?? []) {
    const one = readAs(record.facts, i, 'reply')
    if (one !== null && REPLIES[one.reply] === R.queued) return one.detail
  }
  return null
}
