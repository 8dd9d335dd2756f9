/**
 * How the hosts stand at an instant: reachable or not, what waits in their queues, what lies in
 * their mailboxes, whose job each message is, which sessions are open, and who is on which list.
 */
import type { Instant } from '../units.ts'
import { read } from './codec.ts'
import { KIND, type Fact, type FactOf, type Folder, type HostState, type Outcome } from './fact.ts'
import type { FactIndex } from './fact-index.ts'

export interface QueueEntry {
  readonly message: number
  readonly queueId: number
  /** `active`: being tried right now. */
  readonly state: 'active' | 'deferred'
  /** Since when it has been in this queue. */
  readonly since: Instant
  /** Since when it has been in its present state. */
  readonly changedAt: Instant
  /** When the next try is due; null while one is under way. */
  readonly nextTryAt: Instant | null
}

export interface MailboxEntry {
  readonly message: number
  readonly recipient: number
  readonly at: Instant
  /** 2 and more: it has come again. */
  readonly copies: number
  /** `junk` where no copy of it is in the inbox. */
  readonly folder: Folder
}

/** What a blocklist knows of an address. */
export interface ListingEntry {
  readonly address: string
  /** How often it was seen at one of the list's traps. */
  readonly hits: number
  /** When it was seen there last; null where it never was. */
  readonly hitAt: Instant | null
  /** Since when it is listed; null while it is not. */
  readonly since: Instant | null
  /** When it will be listed, or taken off, as far as is known by now; null for neither. */
  readonly next: Instant | null
}

export interface OpenSession {
  readonly connection: number
  readonly attempt: number
  readonly message: number
  readonly client: number
  /** −1: an address that no host has. */
  readonly server: number
  readonly since: Instant
  /** When the server took the connection; null while nothing has come back. */
  readonly acceptedAt: Instant | null
}

/** A message that is somebody's job, for one or more of its recipients. */
export interface Holding {
  readonly message: number
  /** Who had it before; −1: nobody, it was written here. */
  readonly from: number
  readonly since: Instant
  /** How it ended for the last of these recipients; null while it has not for one of them. */
  readonly outcome: Outcome | null
  readonly endedAt: Instant | null
}

export interface HostStateReading {
  readonly host: number
  readonly state: HostState
  readonly since: Instant
  readonly address: string
  /** In the order in which they are due; those under way come first. */
  readonly queue: readonly QueueEntry[]
  /** The earliest next try; null when none is planned. */
  readonly nextTryAt: Instant | null
  readonly mailbox: readonly MailboxEntry[]
  /** As client or as server. */
  readonly sessions: readonly OpenSession[]
  /** Messages that are this host's job, or were when they ended. */
  readonly holds: readonly Holding[]
  /** Only of a blocklist: the addresses that it knows, in the order in which it met them. */
  readonly listings: readonly ListingEntry[]
  /** Blocklists on which the host's present address is. */
  readonly listedBy: readonly number[]
}

/** Every host as it stands at `t`, by index. */
export function hostStatesAt(index: FactIndex, t: Instant): HostStateReading[] {
  const { facts, hosts } = index.record
  const fold = new Fold(index)
  const count = facts.countUntil(t)
  for (let i = 0; i < count; i++) if (isOfInterest(facts.kind(i))) fold.take(read(facts, i))
  return hosts.map((_, host) => fold.reading(host))
}

/** Lines of a session change nothing here, and they are nine in ten of the facts. */
function isOfInterest(kind: number): boolean {
  return !SESSION_KINDS.has(kind)
}

const SESSION_KINDS: ReadonlySet<number> = new Set([
  KIND.command,
  KIND.reply,
  KIND.finding,
  KIND.lookup,
  KIND.query,
])

const NOT_KNOWN: ListingEntry = { address: '', hits: 0, hitAt: null, since: null, next: null }

class Fold {
  readonly #index: FactIndex
  readonly #states = new Map<number, FactOf<'host'>>()
  readonly #queues = new Map<number, Map<number, QueueEntry>>()
  readonly #mailboxes = new Map<number, MailboxEntry[]>()
  readonly #sessions = new Map<number, OpenSession>()
  /** By blocklist, and by the number of the address among the names. */
  readonly #listings = new Map<number, Map<number, ListingEntry>>()
  /** By message and recipient. */
  readonly #holders = new Map<string, Holding & { readonly host: number }>()

  constructor(index: FactIndex) {
    this.#index = index
  }

  take(fact: Fact): void {
    switch (fact.kind) {
      case 'host':
        this.#states.set(fact.host, fact)
        return
      case 'queue':
        this.#queue(fact)
        return
      case 'mailbox':
        this.#mailbox(fact)
        return
      case 'connect':
        this.#connect(fact)
        return
      case 'accept': {
        const open = this.#sessions.get(fact.connection)
        if (open) this.#sessions.set(fact.connection, { ...open, acceptedAt: fact.at })
        return
      }
      case 'close':
        this.#sessions.delete(fact.connection)
        return
      case 'listing':
        this.#listing(fact)
        return
      default:
        this.#job(fact)
    }
  }

  #job(fact: Fact): void {
    if (fact.kind === 'baton') {
      const { message, host, from, at, recipient } = fact
      const held = { message, host, from, since: at, outcome: null, endedAt: null }
      for (const one of this.#recipients(message, recipient))
        this.#holders.set(`${message}/${one}`, held)
    } else if (fact.kind === 'end') {
      const key = `${fact.message}/${fact.recipient}`
      const held = this.#holders.get(key)
      const ended = { outcome: fact.outcome, endedAt: fact.at }
      if (held) this.#holders.set(key, { ...held, ...ended })
    } else if (fact.kind === 'press') {
      const key = `${fact.message}/${fact.recipient}`
      const held = this.#holders.get(key)
      if (held !== undefined && held.outcome !== 'delivered')
        this.#holders.set(key, { ...held, outcome: null, endedAt: null })
    }
  }

  #recipients(message: number, recipient: number): readonly number[] {
    if (recipient >= 0) return [recipient]
    return (this.#index.record.messages[message]?.recipients ?? []).map((_, i) => i)
  }

  /** Each message once, however many of its recipients are this host's job. */
  #holds(host: number): Holding[] {
    const held = new Map<number, Holding>()
    for (const one of this.#holders.values()) {
      if (one.host !== host) continue
      const known = held.get(one.message)
      if (known === undefined || known.outcome !== null) held.set(one.message, one)
    }
    return [...held.values()]
  }

  #queue(fact: FactOf<'queue'>): void {
    const queue = this.#queues.get(fact.host) ?? new Map<number, QueueEntry>()
    this.#queues.set(fact.host, queue)
    if (fact.state === 'removed') {
      queue.delete(fact.message)
      return
    }
    queue.set(fact.message, {
      message: fact.message,
      queueId: fact.queueId,
      state: fact.state,
      since: queue.get(fact.message)?.since ?? fact.at,
      changedAt: fact.at,
      nextTryAt: fact.state === 'deferred' ? fact.at + fact.nextTryIn : null,
    })
  }

  #listing({ host, address, event, at, inMs }: FactOf<'listing'>): void {
    const list = this.#listings.get(host) ?? new Map<number, ListingEntry>()
    this.#listings.set(host, list)
    const name = this.#index.record.names[address] ?? ''
    const known = list.get(address) ?? NOT_KNOWN
    const next = inMs > 0 ? at + inMs : null
    const hit = event === 'hit' ? { hits: known.hits + 1, hitAt: at } : {}
    const since =
      event === 'delisted' ? null : event === 'listed' ? (known.since ?? at) : known.since
    list.set(address, { ...known, ...hit, address: name, since, next })
  }

  /** Lists on which this address is now. */
  #listsWith(address: string): number[] {
    return [...this.#listings].flatMap(([host, list]) =>
      [...list.values()].some((one) => one.since !== null && one.address === address) ? [host] : [],
    )
  }

  #mailbox({ host, message, recipient, at, copies, folder }: FactOf<'mailbox'>): void {
    const box = this.#mailboxes.get(host) ?? []
    this.#mailboxes.set(host, box)
    const before = box.findIndex((one) => one.message === message && one.recipient === recipient)
    const [known] = before < 0 ? [] : box.splice(before, 1)
    // A copy in the inbox is read, wherever the others are.
    const best = known?.folder === 'inbox' ? 'inbox' : folder
    box.push({ message, recipient, at, copies, folder: best })
  }

  #connect({ connection, attempt, server, at }: FactOf<'connect'>): void {
    const entry = this.#index.attempts[attempt]
    if (entry === undefined) return
    const { message, host: client } = entry
    const open = { connection, attempt, message, client, server, since: at, acceptedAt: null }
    this.#sessions.set(connection, open)
  }

  reading(host: number): HostStateReading {
    const state = this.#states.get(host)
    const { addresses } = this.#index.record.hosts[host] ?? { addresses: [] }
    const queue = [...(this.#queues.get(host)?.values() ?? [])].sort(
      (a, b) => (a.nextTryAt ?? -1) - (b.nextTryAt ?? -1) || a.message - b.message,
    )
    const address = addresses[state?.address ?? 0] ?? ''
    return {
      host,
      state: state?.state ?? 'up',
      since: state?.at ?? 0,
      address,
      queue,
      nextTryAt: queue.find((one) => one.nextTryAt !== null)?.nextTryAt ?? null,
      mailbox: this.#mailboxes.get(host) ?? [],
      sessions: [...this.#sessions.values()].filter(
        (one) => one.client === host || one.server === host,
      ),
      holds: this.#holds(host),
      listings: [...(this.#listings.get(host)?.values() ?? [])],
      listedBy: this.#listsWith(address),
    }
  }
}
