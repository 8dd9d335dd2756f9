/**
 * How long the lines of sessions are in octets with their CRLF, as the transcript prints them.
 *
 * A run has some hundred thousand lines and few different ones, so whatever does not name a person
 * or a message is written out once and its length kept. Lengths are counted in UTF-16 units, which
 * for ASCII are octets. Simplified: an AUTH counts with the stars that the transcript prints.
 */
import { present } from '../assert.ts'
import { formatQueueId } from '../mail/queue-id.ts'
import { REPLIES } from '../mail/reply-catalogue.ts'
import { renderReply, type Reply } from '../mail/reply.ts'
import { formatCommand, type Verb } from '../mail/smtp/command.ts'
import { read, readAs } from './codec.ts'
import type { FactOf } from './fact.ts'
import type { FactIndex } from './fact-index.ts'

/** A session as far as the length of its lines needs it. */
export interface Session {
  /** Serial number. */
  readonly connection: number
  /** Hosts by index; the server is −1 at an address that nobody has. */
  readonly client: number
  readonly server: number
  /** −1 where the session is about no message. */
  readonly message: number
  /** Positions of the commands that have not been answered yet, oldest first. */
  readonly asked: number[]
  greeted: boolean
}

const CRLF = 2
/** The line with the lone dot at the end of a content (RFC 5321 §4.1.1.4). */
const FINAL_DOT = 3

/** Whether the text of a reply names more than the server that gives it, by index. */
const IS_PARTICULAR: readonly boolean[] = REPLIES.map(({ text }) =>
  /\{(?:about|aboutDomain|client|detail)\}/.test(text),
)

export class LineOctets {
  readonly #index: FactIndex
  /** By verb, then by SIZE parameter and whether there is an argument: the line without it. */
  readonly #commands = new Map<Verb, Map<number, number>>()
  /** By user: AUTH, the one command whose argument is written in other letters. */
  readonly #auths = new Map<string, number>()
  /** By server, then by reply, extensions and the size limit of the moment. */
  readonly #replies: Map<number, number>[]

  constructor(index: FactIndex) {
    this.#index = index
    this.#replies = index.record.hosts.map(() => new Map<number, number>())
  }

  /** A command with its CRLF, or a content with the line of its final dot; 0 for a handshake. */
  command(session: Session, fact: FactOf<'command'>): number {
    if (fact.verb === 'TLS') return 0
    if (fact.verb === 'CONTENT') return fact.detail + FINAL_DOT
    if (fact.verb === 'AUTH') return this.#auth(session)
    const argument = this.#argument(session, fact)
    return this.#around(fact, argument === '' ? '' : 'x') + argument.length + CRLF
  }

  #auth(session: Session): number {
    const text = this.#user(session)
    const known = this.#auths.get(text)
    if (known !== undefined) return known
    const line = formatCommand({ verb: 'AUTH', text, octets: 0, secret: '', fault: null }, STARS)
    this.#auths.set(text, line.length + CRLF)
    return line.length + CRLF
  }

  /** Who logs in; who asks for the mail of a domain does it under the name that its ATRN says. */
  #user({ client, connection, message }: Session): string {
    const { hosts, facts, names } = this.#index.record
    if (message >= 0) return hosts[client]?.account ?? ''
    for (const i of this.#index.connections[connection]?.facts ?? []) {
      const one = readAs(facts, i, 'command')
      if (one?.verb === 'ATRN') return names[one.detail] ?? ''
    }
    return ''
  }

  /** The length of a command without its argument, written out with a short one in its place. */
  #around({ verb, detail }: FactOf<'command'>, text: string): number {
    const octets = verb === 'MAIL' ? detail : 0
    const memo = this.#commands.get(verb) ?? new Map<number, number>()
    const key = 2 * octets + text.length
    const known = memo.get(key)
    if (known !== undefined) return known
    const line = formatCommand({ verb, text, octets, secret: '', fault: null })
    this.#commands.set(verb, memo.set(key, line.length - text.length))
    return line.length - text.length
  }

  /** What stands behind the verb: a name or a path. */
  #argument({ client, message }: Session, { verb, detail }: FactOf<'command'>): string {
    const { hosts, messages, names } = this.#index.record
    switch (verb) {
      case 'EHLO':
      case 'HELO':
        return hosts[client]?.name ?? ''
      case 'MAIL':
        return messages[message]?.reversePath ?? ''
      case 'RCPT':
        return messages[message]?.recipients[detail] ?? ''
      case 'ETRN':
      case 'ATRN':
        return names[detail] ?? ''
      default:
        return ''
    }
  }

  /**
   * All lines of a reply; 0 for the end of a handshake, which is no line. Notes what is answered.
   * @param address position of the address that the client has at the moment
   */
  reply(session: Session, fact: FactOf<'reply'>, address: number): number {
    const { facts, hosts } = this.#index.record
    const spec = present(REPLIES[fact.reply], 'reply')
    const position = session.greeted ? session.asked.shift() : undefined
    session.greeted = true
    const asked = position === undefined ? null : read(facts, position)
    const answers = asked?.kind === 'command' ? asked : null
    if (answers?.verb === 'TLS' && spec.code < 400) return 0
    const limits = hosts[session.server]?.sizeLimits ?? []
    const limit = limits.findLastIndex(({ from }) => from <= fact.at)
    const sizeLimitOctets = limits[limit]?.octets ?? 0
    if (IS_PARTICULAR[fact.reply] === true) {
      const about = answers === null ? '' : this.#about(session, answers)
      const client = hosts[session.client]?.addresses[address] ?? ''
      return this.#render(
        session,
        { spec, about, detail: fact.detail },
        { client, sizeLimitOctets },
      )
    }
    const memo = present(this.#replies[session.server], 'replies of a server')
    const key = (fact.detail * REPLIES.length + fact.reply) * (limits.length + 1) + limit + 1
    const known = memo.get(key)
    if (known !== undefined) return known
    const said = { spec, about: '', detail: fact.detail }
    const octets = this.#render(session, said, { client: '', sizeLimitOctets })
    memo.set(key, octets)
    return octets
  }

  /** What a reply to that command speaks of. */
  #about(session: Session, fact: FactOf<'command'>): string {
    return fact.verb === 'AUTH' ? this.#user(session) : this.#argument(session, fact)
  }

  #render(
    { server }: Session,
    said: Reply,
    to: { readonly client: string; readonly sizeLimitOctets: number },
  ): number {
    const host = this.#index.record.hosts[server]?.name ?? ''
    let octets = 0
    for (const line of renderReply(said, { host, queueId: formatQueueId, ...to }))
      octets += line.length + CRLF
    return octets
  }
}

/** In place of a secret. */
const STARS = '********'
