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
import { authCommand, command, type Verb } from '../mail/smtp/command.ts'
import { commandOctets, replyOctets } from '../mail/smtp/wire.ts'
import { read } from './codec.ts'
import { commandText, replyAbout } from './command-text.ts'
import type { FactOf } from './fact.ts'
import type { FactIndex } from './fact-index.ts'
import { clientAddress } from './transcript.ts'

/** A session as far as the length of its lines needs it. */
export interface Session {
  /** Serial number. */
  readonly connection: number
  /** Hosts by index; the server is −1 at an address that nobody has. */
  readonly client: number
  readonly server: number
  /** Positions of the commands that have not been answered yet, oldest first. */
  readonly asked: number[]
  greeted: boolean
}

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
  command(fact: FactOf<'command'>): number {
    const { verb, detail } = fact
    if (verb === 'TLS') return 0
    if (verb === 'CONTENT') return commandOctets(command(verb, '', detail))
    const text = commandText(this.#index, fact)
    if (verb === 'AUTH') return this.#auth(text)
    return this.#around(fact, text === '' ? '' : 'x') + text.length
  }

  #auth(user: string): number {
    const known = this.#auths.get(user)
    if (known !== undefined) return known
    const octets = commandOctets(authCommand(user, STARS))
    this.#auths.set(user, octets)
    return octets
  }

  /** The length of a command without its argument, written out with a short one in its place. */
  #around({ verb, detail }: FactOf<'command'>, text: string): number {
    const octets = verb === 'MAIL' ? detail : 0
    const memo = this.#commands.get(verb) ?? new Map<number, number>()
    const key = 2 * octets + text.length
    const known = memo.get(key)
    if (known !== undefined) return known
    const around = commandOctets(command(verb, text, octets)) - text.length
    this.#commands.set(verb, memo.set(key, around))
    return around
  }

  /** All lines of a reply; 0 for the end of a handshake, which is no line. Notes what is answered. */
  reply(session: Session, fact: FactOf<'reply'>): number {
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
      const about = replyAbout(this.#index, fact, answers)
      const client = clientAddress(this.#index, fact.connection)
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

  #render(
    { server }: Session,
    said: Reply,
    to: { readonly client: string; readonly sizeLimitOctets: number },
  ): number {
    const host = this.#index.record.hosts[server]?.name ?? ''
    return replyOctets(renderReply(said, { host, queueId: formatQueueId, ...to }))
  }
}

/** In place of a secret. */
const STARS = '********'
