/** What smtpd logs of a session: connect, refusals, acceptance, disconnect with its counts. */
import { present } from '../assert.ts'
import { readAs } from '../facts/codec.ts'
import type { Fact, FactOf } from '../facts/fact.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import { clientAddress, dialogue, type DialogueLine } from '../facts/transcript.ts'
import { formatQueueId } from '../mail/queue-id.ts'
import { R, REPLIES } from '../mail/reply-catalogue.ts'

export interface SessionLine {
  readonly host: number
  readonly daemon: string
  readonly text: string
}

export class ServerSessions {
  readonly #index: FactIndex
  /** Queue id that a host gave to the last session with a message. */
  readonly #accepted = new Map<string, number>()
  /** Sessions whose queue file is open. */
  readonly #opened = new Set<number>()

  constructor(index: FactIndex) {
    this.#index = index
  }

  /** The queue id under which the server took the message in whose mailbox entry this is. */
  acceptedAs(fact: FactOf<'mailbox'>): number {
    return this.#accepted.get(`${fact.host}/${fact.message}`) ?? 0
  }

  /** @param i position of the fact */
  linesOf(fact: Fact, i: number): SessionLine[] {
    if (fact.kind === 'accept') {
      const { server, peer } = this.#ends(fact.connection, fact.at)
      return [{ host: server, daemon: 'smtpd', text: `connect from ${peer}` }]
    }
    if (fact.kind === 'reply') return this.#reply(fact, i)
    return fact.kind === 'close' ? this.#close(fact) : []
  }

  #reply(fact: FactOf<'reply'>, i: number): SessionLine[] {
    const spec = present(REPLIES[fact.reply], 'reply')
    const { server, peer, lines } = this.#ends(fact.connection, fact.at)
    const at = (text: string): SessionLine => ({ host: server, daemon: 'smtpd', text })
    // Postfix opens its queue file, and so has a queue id, with the first accepted recipient.
    if (spec === R.recipientOk && !this.#opened.has(fact.connection))
      return this.#open(fact, server, peer).map(at)
    const answer = lines.find((line) => line.fact === i)
    // A command out of order is nobody's rejection; Postfix leaves it to the counts.
    if (spec.code >= 400 && spec.code !== 503 && answer?.verb === 'RCPT')
      return [at(this.#rejected(fact, peer, lines, answer))]
    return spec === R.bye ? [at(`disconnect from ${peer} ${counts(lines)}`)] : []
  }

  #open(fact: FactOf<'reply'>, server: number, peer: string): string[] {
    this.#opened.add(fact.connection)
    const queueId = this.#queueIdOf(fact.connection)
    if (queueId === null) return []
    const message = this.#messageOf(fact.connection)
    this.#accepted.set(`${server}/${message}`, queueId)
    const entry = present(this.#index.connections[fact.connection], 'connection')
    const attempt = present(this.#index.attempts[entry.attempt], 'attempt')
    const account = this.#index.record.hosts[attempt.host]?.account ?? ''
    const login = attempt.submission ? `, sasl_method=PLAIN, sasl_username=${account}` : ''
    return [`${formatQueueId(queueId)}: client=${peer}${login}`]
  }

  /** Who hangs up without QUIT leaves two lines instead of one. */
  #close(fact: FactOf<'close'>): SessionLine[] {
    const { server, peer, lines } = this.#ends(fact.connection, fact.at)
    const verbs = lines.filter((line) => line.who === 'C').map((line) => line.verb)
    const last = verbs.at(-1)
    if (last === undefined || last === 'QUIT') return []
    const where = last === 'CONTENT' ? 'END-OF-MESSAGE' : last
    return [
      `lost connection after ${where} from ${peer}`,
      `disconnect from ${peer} ${counts(lines)}`,
    ].map((text) => ({ host: server, daemon: 'smtpd', text }))
  }

  #rejected(
    fact: FactOf<'reply'>,
    peer: string,
    lines: readonly DialogueLine[],
    answer: DialogueLine,
  ): string {
    const message = this.#index.record.messages[this.#messageOf(fact.connection)]
    const said = (verb: string): string => lines.find((line) => line.verb === verb)?.text ?? ''
    const esmtp = said('EHLO') !== ''
    const helo = (esmtp ? said('EHLO') : said('HELO')).slice(5)
    const to = /<([^>]*)>/.exec(answer.text)?.[1] ?? ''
    const who = `from=<${message?.reversePath ?? ''}> to=<${to}>`
    const how = `proto=${esmtp ? 'ESMTP' : 'SMTP'} helo=<${helo}>`
    const queueId = this.#opened.has(fact.connection) ? this.#queueIdOf(fact.connection) : null
    const under = queueId === null ? 'NOQUEUE' : formatQueueId(queueId)
    return `${under}: reject: RCPT from ${peer}: ${answer.text}; ${who} ${how}`
  }

  #ends(
    connection: number,
    at: number,
  ): { server: number; peer: string; lines: readonly DialogueLine[] } {
    const said = dialogue(this.#index, connection, at)
    const client = present(this.#index.record.hosts[said.client], 'client')
    const address = clientAddress(this.#index, connection, at)
    const name = client.reverseNames[client.addresses.indexOf(address)] ?? ''
    return {
      server: said.server,
      peer: `${name === '' ? 'unknown' : name}[${address}]`,
      lines: said.lines,
    }
  }

  #messageOf(connection: number): number {
    const entry = present(this.#index.connections[connection], 'connection')
    return present(this.#index.attempts[entry.attempt], 'attempt').message
  }

  /** The queue id that the session's message got; null when it got none. */
  #queueIdOf(connection: number): number | null {
    const { facts } = this.#index.record
    for (const i of this.#index.connections[connection]?.facts ?? []) {
      const one = readAs(facts, i, 'reply')
      if (one !== null && REPLIES[one.reply] === R.queued) return one.detail
    }
    return null
  }
}

/** `ehlo=1 mail=1 rcpt=0/1 data=0/1 rset=1 quit=1 commands=4/6`: accepted of given. */
function counts(lines: readonly DialogueLine[]): string {
  const totals = new Map<string, { given: number; good: number }>()
  for (const line of lines) {
    const verb = line.verb === 'CONTENT' || line.verb === 'greeting' ? null : line.verb
    if (verb === null || line.class === null || line.text.charAt(3) === '-') continue
    const total = totals.get(verb.toLowerCase()) ?? { given: 0, good: 0 }
    total.given++
    if (line.class < 4) total.good++
    totals.set(verb.toLowerCase(), total)
  }
  const show = (name: string, { given, good }: { given: number; good: number }): string =>
    `${name}=${good === given ? given : `${good}/${given}`}`
  const all = [...totals.values()]
  const sum = (pick: 'given' | 'good'): number => all.reduce((n, one) => n + one[pick], 0)
  const parts = [...totals].map(([name, total]) => show(name, total))
  return [...parts, show('commands', { given: sum('given'), good: sum('good') })].join(' ')
}
