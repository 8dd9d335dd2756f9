/**
 * What a server finds out about a session, for its checks. Everything is asked once and kept in the
 * notes of the connection; questions that leave the host are facts, and the reply waits for them.
 */
import { writeQuery } from '../facts/write.ts'
import { contentOf } from '../facts/content.ts'
import { domainOf } from '../mail/address.ts'
import type { DnsAnswer } from '../mail/dns/answer.ts'
import { checkDnsbl } from '../mail/dns/dnsbl.ts'
import { checkIprev } from '../mail/dns/iprev.ts'
import type { RecordType } from '../mail/dns/record.ts'
import { withSignatures } from '../mail/dkim/sign-symbolically.ts'
import { verifySymbolically } from '../mail/dkim/verify-symbolically.ts'
import { dkimWords } from '../mail/dkim/verdict.ts'
import { evaluateDmarc } from '../mail/dmarc/evaluate.ts'
import { checkHost } from '../mail/spf/check-host.ts'
import { drawBelow, keyOf } from '../engine/random.ts'
import type { Host } from '../network/host.ts'
import type {
  DkimFinding,
  DmarcFinding,
  Inquiry,
  Listing,
  ReverseName,
  SpfFinding,
} from '../policy/inquiry.ts'
import type { Mailboxes } from '../policy/mailboxes.ts'
import type { Connection } from './connection.ts'
import { messageAt, nameIndexOf, type Context } from './context.ts'
import { costOf, question } from './resolver.ts'
import { newNotes, type SessionNotes } from './session-notes.ts'

/** What has been said by the time a check is asked: a command's argument counts already. */
export interface Said {
  readonly helo: string
  readonly reversePath: string
}

export class SessionInquiry implements Inquiry {
  readonly #ctx: Context
  readonly #host: Host
  readonly #session: Connection
  readonly #said: Said
  readonly #site: Mailboxes

  // oxlint-disable-next-line max-params -- the session, and what its site is
  constructor(ctx: Context, host: Host, session: Connection, said: Said, site: Mailboxes) {
    this.#ctx = ctx
    this.#host = host
    this.#session = session
    this.#said = said
    this.#site = site
  }

  get notes(): SessionNotes {
    return (this.#session.notes ??= newNotes())
  }

  ask = (name: string, type: RecordType): DnsAnswer => {
    const ctx = this.#ctx
    const { answer, cached } = question(ctx, this.#host, name, type)
    if (cached) return answer
    const span = costOf(ctx, this.#host, answer.rcode)
    const { notes } = this
    const asked = { type, rcode: answer.rcode, startsAfter: notes.owes, span }
    const named = nameIndexOf(ctx.chronicle, name)
    writeQuery(ctx.chronicle.facts, ctx.kernel.now, this.#session.serial, named, asked)
    notes.owes += span
    return answer
  }

  reverseName(): ReverseName {
    const { notes } = this
    if (notes.reverse !== null) return notes.reverse
    const { result, name, pointers } = checkIprev(this.#session.clientAddress, this.ask)
    return (notes.reverse = { result, name: name === '' ? (pointers[0] ?? '') : name })
  }

  listing(zone: string): Listing {
    const { listings } = this.notes
    const known = listings.get(zone)
    if (known !== undefined) return known
    const { listed, codes, reason, failed } = checkDnsbl(
      { address: this.#session.clientAddress, zone },
      this.ask,
    )
    const listing = { listed, code: codes[0] ?? '', reason, failed }
    listings.set(zone, listing)
    return listing
  }

  spf(): SpfFinding {
    const { notes } = this
    if (notes.spf !== null) return notes.spf
    const ctx = this.#ctx
    const { helo, reversePath } = this.#said
    const {
      result,
      mechanism = '',
      lookups,
    } = checkHost(
      {
        ip: this.#session.clientAddress,
        helo,
        mailFrom: reversePath,
        receiver: this.#host.name,
        epochSeconds: Math.floor((ctx.setting.startsAtEpochMs + ctx.kernel.now) / 1000),
      },
      (name, type) => this.ask(name, type as RecordType),
    )
    // RFC 7208 §2.4: the null reverse-path stands for postmaster at the HELO name.
    const domain = reversePath === '' ? helo : domainOf(reversePath)
    return (notes.spf = { result, domain: domain.toLowerCase(), mechanism, lookups })
  }

  dkim(): readonly DkimFinding[] {
    const { notes } = this
    if (notes.dkim !== null) return notes.dkim
    const ctx = this.#ctx
    const { message } = this.#session
    const signatures = ctx.world.signatures.get(message) ?? []
    if (signatures.length === 0) return (notes.dkim = [])
    const { startsAtEpochMs } = ctx.setting
    const world = { messages: ctx.chronicle.messages, hosts: ctx.world.hosts, startsAtEpochMs }
    const verdicts = verifySymbolically(
      withSignatures(contentOf(world, message), signatures),
      signatures,
      (name) => this.ask(name, 'TXT'),
      startsAtEpochMs + ctx.kernel.now,
    )
    return (notes.dkim = verdicts.map(({ result, domain, selector, reason }) => ({
      result,
      domain,
      selector,
      because: result === 'pass' ? '' : dkimWords(reason),
    })))
  }

  dmarc(): DmarcFinding {
    const { notes } = this
    if (notes.dmarc !== null) return notes.dmarc
    const { author } = messageAt(this.#ctx, this.#session.message)
    const question = { fromDomains: [domainOf(author)], spf: this.spf(), dkim: this.dkim() }
    const verdict = evaluateDmarc(question, this.ask)
    const { result, authorDomain, spfAligned, dkimAligned } = verdict
    const policy = verdict.policy
    return (notes.dmarc = { result, domain: authorDomain, policy, spfAligned, dkimAligned })
  }

  mailboxes(): Mailboxes {
    return this.#site
  }

  openSessions(): number {
    let open = 0
    const { clientAddress, server } = this.#session
    for (const one of this.#ctx.world.connections)
      if (one?.server === server && one.clientAddress === clientAddress && !one.serverClosed) open++
    return open
  }

  draw(purpose: string, n: number): number {
    const { id } = messageAt(this.#ctx, this.#session.message)
    return drawBelow(this.#ctx.setting.seed, keyOf(purpose), keyOf(id), 0, n)
  }
}
