/**
 * What an agent is: state of its own on one host, and handlers for what can happen to it.
 * RFC 5598 calls them actors' components: MUA, MSA, MTA.
 */
import type { FlushedBy, Port } from '../facts/fact.ts'
import type { ReceiverConfig, ReceiverState } from '../mail/smtp/receiver.ts'
import type { Reply } from '../mail/reply.ts'
import type { Host } from '../network/host.ts'
import type { Zone } from '../mail/dns/zone.ts'
import type { OptionSpec } from '../policy/options.ts'
import type { Attempt } from './attempt.ts'
import type { Verb } from '../mail/smtp/command-record.ts'
import type { Connection } from './connection.ts'
import type { Context } from './context.ts'

/** What the scenario says of a host, beyond options. */
export interface AgentSetup {
  /** Domains whose mailboxes are here. */
  readonly domains: readonly string[]
  /** Local parts that exist in each of them; `*` for any. */
  readonly mailboxes: readonly string[]
  /** Addresses whose mail goes on to others; none where it is left out. */
  readonly passesOn?: readonly string[]
}

/** How this agent behaves as an SMTP client. */
export interface ClientManners {
  readonly usesEhlo: boolean
  readonly pipelines: boolean
  readonly quits: boolean
}

/** Where in a session a site may be in trouble, whatever it thinks of the message. */
export type Stage = 'greeting' | 'hello' | 'mail' | 'rcpt' | 'data' | 'content'

/** A request to be sent what waits: ETRN (RFC 1985) or ATRN (RFC 2645). */
export interface TurnRequest {
  readonly verb: 'ETRN' | 'ATRN'
  readonly domains: readonly string[]
}

/** The server's side: decisions that the site makes in a session. `null` is "no objection". */
export interface ServerSide {
  config(host: Host, port: Port): ReceiverConfig
  login(ctx: Context, host: Host, user: string): boolean
  /** Trouble of the site's own at this stage; `about` is the path that the reply speaks of. */
  objection(
    ctx: Context,
    host: Host,
    connection: Connection,
    stage: Stage,
    about: string,
  ): Reply | null
  /** Whether it hangs up without a word when it hears this. */
  dropsAt(host: Host, verb: Verb): boolean
  recipient(ctx: Context, host: Host, connection: Connection, forwardPath: string): Reply | null
  /** The data has come; from a 250 on, the message is this host's job (RFC 5321 §6.1). */
  content(ctx: Context, host: Host, connection: Connection, state: ReceiverState): Reply
  turn(ctx: Context, host: Host, connection: Connection, request: TurnRequest): Reply
  /** The connection has been turned round: what waits for the client is sent over it. */
  turned(ctx: Context, host: Host, connection: Connection): void
}

export interface AgentKind {
  readonly kind: string
  /** What people call it. */
  readonly title: string
  readonly options: readonly OptionSpec[]
  readonly manners: ClientManners
  /** Its manners this time, where they depend on its options or on whom it talks to. */
  mannersOf?(host: Host, attempt: Attempt): ClientManners
  /** TCP ports with a service. */
  readonly ports: readonly number[]
  readonly server: ServerSide | null
  /** Position of the address it dials from this time, among its own; else its present one. */
  dialsFrom?(ctx: Context, host: Host, attempt: Attempt): number
  /** The zone that it keeps as a list in the DNS, as far as it concerns this name, as of now. */
  zone?(ctx: Context, host: Host, name: string): Zone
  /** The agent's first state: plain data. */
  create(setup: AgentSetup): unknown
  /** Called once at the start of the run. */
  started(ctx: Context, host: Host): void
  /** Somebody on this host sends a message now. */
  originate(ctx: Context, host: Host, message: number): void
  timer(ctx: Context, host: Host): void
  attemptEnded(ctx: Context, host: Host, attempt: Attempt): void
  /** The host was away (asleep, switched off or cut off) and is here again. */
  cameBack(ctx: Context, host: Host): void
  /** Everything that waits is tried now; only hosts with a queue listen. */
  flush(ctx: Context, host: Host, by: FlushedBy): void
  /** A person presses Send again; only mail programs listen. */
  sendAgain(ctx: Context, host: Host): void
}

/** Does nothing: for handlers that a kind has no use for. */
export const ignore = (): void => {}
