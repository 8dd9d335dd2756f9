/**
 * A TCP connection that carries one SMTP session: segments in order, each after the link's delay.
 */
import type { Port } from '../facts/fact.ts'
import type { Command } from '../mail/smtp/command.ts'
import type { ReceiverState } from '../mail/smtp/receiver.ts'
import type { SenderPlan, SenderState } from '../mail/smtp/sender.ts'
import type { Reply } from '../mail/reply.ts'
import type { Instant } from '../units.ts'
import type { Lane } from './lane.ts'
import type { SessionNotes } from './session-notes.ts'

export type SegmentType = 'syn' | 'accept' | 'refuse' | 'ack' | 'commands' | 'replies' | 'fin'

export interface Segment {
  readonly type: SegmentType
  readonly commands: readonly Command[]
  readonly replies: readonly Reply[]
}

const NO_COMMANDS: readonly Command[] = []
const NO_REPLIES: readonly Reply[] = []

const bare = (type: SegmentType): Segment => ({ type, commands: NO_COMMANDS, replies: NO_REPLIES })
export const SYN = bare('syn')
export const ACCEPT = bare('accept')
export const REFUSE = bare('refuse')
export const ACK = bare('ack')
export const FIN = bare('fin')

export const commandSegment = (commands: readonly Command[]): Segment => ({
  type: 'commands',
  commands,
  replies: NO_REPLIES,
})
export const replySegment = (replies: readonly Reply[]): Segment => ({
  type: 'replies',
  commands: NO_COMMANDS,
  replies,
})

/** Plain, mutable world state; lives in a slot that is reused once both ends are closed. */
export interface Connection {
  readonly slot: number
  readonly serial: number
  readonly client: number
  /** Host that has the dialled address, −1 when nobody has. */
  readonly server: number
  /** Address the client dials from, which the server sees. */
  clientAddress: string
  /** Slot of the attempt it belongs to; −1 once the client has turned away. */
  attempt: number
  /** −1 where it is about no message. */
  readonly message: number
  readonly port: Port
  /** Received fields that the message has on its way here. */
  readonly hops: number
  /** Segments under way, oldest first, and events on the agenda that point here. */
  readonly toServer: Lane
  readonly toClient: Lane
  inFlight: number
  /** TCP keeps the order: nothing arrives before what was sent earlier. */
  lastToServer: Instant
  lastToClient: Instant
  clientClosed: boolean
  serverClosed: boolean
  /** What the server has found out about the session; null until a check asks. */
  notes: SessionNotes | null
  /** The line breaks with the server's next replies on it. */
  breaks: boolean
  /** The client went away in the middle of a content: what arrives of it is not the whole. */
  cut: boolean
  established: boolean
  /** The wait that matters to each end; 0 for none. See `engine/timeouts.ts`. */
  clientToken: number
  serverToken: number
  readonly plan: SenderPlan
  readonly sender: SenderState
  readonly receiver: ReceiverState
}
