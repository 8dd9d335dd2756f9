/**
 * What an agent is: state of its own on one host, and handlers for what can happen to it.
 * RFC 5598 calls them actors' components: MUA, MSA, MTA.
 */
import type { ReceiverConfig, ReceiverState } from '../mail/smtp/receiver.ts'
import type { Reply } from '../mail/reply.ts'
import type { Host } from '../network/host.ts'
import type { OptionSpec } from '../policy/options.ts'
import type { Attempt } from './attempt.ts'
import type { Connection } from './connection.ts'
import type { Context } from './context.ts'

/** What the scenario says of a host, beyond options. */
export interface AgentSetup {
  /** Domains whose mailboxes are here. */
  readonly domains: readonly string[]
  /** Local parts that exist in each of them; `*` for any. */
  readonly mailboxes: readonly string[]
}

/** How this agent behaves as an SMTP client. */
export interface ClientManners {
  readonly usesEhlo: boolean
  readonly pipelines: boolean
  readonly quits: boolean
}

/** The server's side: decisions that the site makes in a session. `null` is "no objection". */
export interface ServerSide {
  config(host: Host, submission: boolean): ReceiverConfig
  login(ctx: Context, host: Host, user: string): boolean
  recipient(ctx: Context, host: Host, connection: Connection, forwardPath: string): Reply | null
  /** The data has come; from a 250 on, the message is this host's job (RFC 5321 §6.1). */
  content(ctx: Context, host: Host, connection: Connection, state: ReceiverState): Reply
}

export interface AgentKind {
  readonly kind: string
  /** What people call it. */
  readonly title: string
  readonly options: readonly OptionSpec[]
  readonly manners: ClientManners
  /** TCP ports with a service. */
  readonly ports: readonly number[]
  readonly server: ServerSide | null
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
  /** A person presses Send again; only mail programs listen. */
  sendAgain(ctx: Context, host: Host): void
}

/** Does nothing: for handlers that a kind has no use for. */
export const ignore = (): void => {}
