/** How much one client may do; named after Postfix's smtpd_client_… limits. */
import type { OptionSpec } from '../options.ts'

export interface LimitOptions {
  readonly limitSessions: number
  readonly limitConnectionsPerMinute: number
  readonly limitMessagesPerMinute: number
}

/** Postfix: smtpd_client_connection_count_limit (there 50) and _connection_rate_limit (0). */
export const CONNECTION_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'limits.sessions',
    key: 'limitSessions',
    about: 'Connections that one client may have open at once; 0: any number',
    live: true,
    type: 'count',
    unit: 'connections',
    initial: 0,
    range: [0, 1000],
  },
  {
    path: 'limits.connections',
    key: 'limitConnectionsPerMinute',
    about: 'Connections that one client may open in a minute; 0: any number',
    live: true,
    type: 'count',
    unit: 'connections',
    initial: 0,
    range: [0, 10_000],
  },
]

/** Postfix: smtpd_client_message_rate_limit (0). */
export const MESSAGE_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'limits.messages',
    key: 'limitMessagesPerMinute',
    about: 'Messages that one client may begin in a minute; 0: any number',
    live: true,
    type: 'count',
    unit: 'messages',
    initial: 0,
    range: [0, 10_000],
  },
]
