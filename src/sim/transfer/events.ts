/**
 * The kinds of event on the agenda, and what the slot of each points at.
 */
export const EVENT = {
  /** A segment reaches the server's side of the connection in slot. */
  toServer: 0,
  /** A segment reaches the client's side of the connection in slot. */
  toClient: 1,
  /** The timeout ring in slot has its oldest wait due. */
  timeout: 2,
  /** The attempt in slot has its answers from the DNS. */
  routed: 3,
  /** A timer of the agent on the host in slot. */
  timer: 4,
  /** The next entry of the scenario's list of mail is due; slot is its position. */
  mail: 5,
  /** Something is due on the line of the host in slot: a call, its end, a look whether it is idle. */
  line: 6,
} as const

/** What EVENT numbers are called, for messages about broken invariants. */
export const EVENT_NAMES = ['to server', 'to client', 'timeout', 'routed', 'timer', 'mail', 'line']
