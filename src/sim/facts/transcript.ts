/**
 * A session as the lines that travelled, `C:` and `S:`, with the reply that decided marked.
 */
import { present } from '../assert.ts'
import { formatQueueId } from '../mail/queue-id.ts'
import { REPLIES } from '../mail/reply-catalogue.ts'
import { renderReply, type ReplyClass } from '../mail/reply.ts'
import { authCommand, command, formatCommand, type Verb } from '../mail/smtp/command.ts'
import type { Instant } from '../units.ts'
import { read, readAs } from './codec.ts'
import { commandText, replyAbout } from './command-text.ts'
import { portFor, type Aim, type Fact, type FactOf } from './fact.ts'
import { isCutOff } from './flights.ts'
import type { FactIndex } from './fact-index.ts'
import { decidingReplies } from './verdict.ts'

export interface DialogueLine {
  /** Position of the fact that it tells of. */
  readonly fact: number
  /** When it was sent. */
  readonly at: Instant
  /** `note` for what is no line of the protocol: connecting, the TLS handshake, a lost line. */
  readonly who: 'C' | 'S' | 'note'
  readonly text: string
  /** The verb of a command, or of the command that a reply answers; null for notes. */
  readonly verb: Verb | 'greeting' | null
  readonly class: ReplyClass | null
  /** The reply that decided what became of the recipient; the rest is courtesy. */
  readonly decides: boolean
}

export interface Dialogue {
  readonly connection: number
  readonly client: number
  readonly server: number
  readonly address: string
  readonly lines: readonly DialogueLine[]
}

/** The dialogue of a connection as far as `until`. */
export function dialogue(index: FactIndex, connection: number, until: Instant): Dialogue {
  const { record } = index
  const entry = present(index.connections[connection], 'connection', connection)
  const attempt = present(index.attempts[entry.attempt], 'attempt')
  const positions = entry.facts.filter((i) => record.facts.at(i) <= until)
  const facts = positions.map((i) => ({ i, fact: read(record.facts, i) }))
  const opened = facts.map(({ fact }) => fact).find((f) => f.kind === 'connect')
  const server = opened?.server ?? -1
  const address = record.names[opened?.address ?? -1] ?? ''
  const speaker = new Speaker(index, connection, server)
  const lines: DialogueLine[] = []
  for (const { i, fact } of facts)
    for (const line of speaker.linesOf(fact, i, attempt.aim)) lines.push({ ...line, fact: i })
  return { connection, client: attempt.host, server, address, lines }
}

type Spoken = Omit<DialogueLine, 'fact'>

/** Replies answer commands in order; this remembers which command each reply answers. */
class Speaker {
  readonly #index: FactIndex
  readonly #connection: number
  readonly #server: number
  readonly #deciding: ReadonlySet<number>
  readonly #unanswered: FactOf<'command'>[] = []
  #greeted = false

  constructor(index: FactIndex, connection: number, server: number) {
    this.#index = index
    this.#connection = connection
    this.#server = server
    this.#deciding = decidingReplies(index, connection)
  }

  /** @param i position of the fact */
  linesOf(fact: Fact, i: number, aim: Aim): Spoken[] {
    switch (fact.kind) {
      case 'connect':
        return [note(fact.at, this.#opening(fact, aim))]
      case 'command':
        this.#unanswered.push(fact)
        return [this.#command(fact)]
      case 'reply':
        return this.#reply(fact, i)
      case 'close':
        return fact.end === 'quit' ? [] : [note(fact.at, fact.end)]
      default:
        return []
    }
  }

  /** The port tells what for: relay, submission, on-demand relay. */
  #opening(fact: FactOf<'connect'>, aim: Aim): string {
    const address = this.#index.record.names[fact.address] ?? ''
    if (aim === 'turned') return `the connection is turned round: ${address} is the server now`
    return `connecting to ${address}:${portFor(aim)}`
  }

  #command(fact: FactOf<'command'>): Spoken {
    const base = { at: fact.at, verb: fact.verb, class: null, decides: false } as const
    if (fact.verb === 'TLS') return { ...base, who: 'note', text: 'TLS handshake' }
    if (fact.verb === 'CONTENT')
      return { ...base, who: 'C', text: `(${fact.detail} octets of message, then a lone dot)` }
    const text = commandText(this.#index, fact)
    const said =
      fact.verb === 'AUTH'
        ? authCommand(text, '********')
        : command(fact.verb, text, fact.verb === 'MAIL' ? fact.detail : 0)
    return { ...base, who: 'C', text: formatCommand(said) }
  }

  #reply(fact: FactOf<'reply'>, i: number): Spoken[] {
    const spec = present(REPLIES[fact.reply], 'reply')
    const answers = this.#greeted ? this.#unanswered.shift() : undefined
    this.#greeted = true
    const verb = answers?.verb ?? 'greeting'
    if (verb === 'TLS' && spec.code < 400) return []
    const about = replyAbout(this.#index, fact, answers ?? null)
    const server = this.#index.record.hosts[this.#server]
    const lines = renderReply(
      { spec, about, detail: fact.detail },
      {
        host: server?.name ?? '',
        client: clientAddress(this.#index, this.#connection),
        queueId: formatQueueId,
        sizeLimitOctets: server?.sizeLimits.findLast((one) => one.from <= fact.at)?.octets ?? 0,
      },
    )
    const replyClass = Math.floor(spec.code / 100) as ReplyClass
    const decides = this.#deciding.has(i)
    const spoken = lines.map((text): Spoken => ({
      at: fact.at,
      who: 'S',
      text,
      verb,
      class: replyClass,
      decides,
    }))
    if (isCutOff(this.#index, fact)) spoken.push(note(fact.at, 'lost on the way'))
    return spoken
  }
}

/** The address that the server saw. */
export function clientAddress({ record, connections, attempts }: FactIndex, of: number): string {
  const entry = present(connections[of], 'connection')
  const attempt = present(attempts[entry.attempt], 'attempt')
  const host = present(record.hosts[attempt.host], 'client')
  const opened = readAs(record.facts, present(entry.facts[0], 'connect'), 'connect')
  return host.addresses[opened?.from ?? 0] ?? ''
}

function note(at: Instant, text: string): Spoken {
  return { at, who: 'note', text, verb: null, class: null, decides: false }
}
