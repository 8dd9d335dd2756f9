/**
 * Reading a host's options. Each agent declares its options once (`options` of its kind) and an
 * interface with the same keys; this is the one place where the two are tied without a check, and
 * `test/registry` checks that they agree.
 */
import type { Host } from '../network/host.ts'
import type { OptionSpec } from '../policy/options.ts'
import { days } from '../units.ts'

export { LINE_OPTIONS, PORT_25_OPTION } from './line-options.ts'
export { OUTBOX_OPTION, QUEUE_OPTIONS, RETRY_OPTIONS } from './queue-options.ts'

/** The options of a host, under the interface that its agent declares. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the cast is the point
export function configOf<C>(host: Host): C {
  return host.config as unknown as C
}

/** The state of a host's agent, which its `create` made. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the cast is the point
export function stateOf<S>(host: Host): S {
  return host.agent as S
}

/** When and how a host is away; `acts.ts` turns these into acts. */
export const OUTAGE_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'outage.from',
    key: 'outageFromMs',
    about: 'When the host goes down',
    live: false,
    type: 'duration',
    unit: 's',
    initial: 0,
    range: [0, days(14)],
  },
  {
    path: 'outage.lasts',
    key: 'outageLastsMs',
    about: 'For how long it is down; 0: never',
    live: false,
    type: 'duration',
    unit: 's',
    initial: 0,
    range: [0, days(14)],
  },
  {
    path: 'outage.kind',
    key: 'outageKind',
    about: 'Whether connections are refused at once, or nothing answers at all',
    live: false,
    type: 'choice',
    initial: 'refused',
    values: ['refused', 'unreachable'],
  },
]

/** The size limit of a server (RFC 1870); Postfix's message_size_limit. */
export const SIZE_OPTION: OptionSpec = {
  path: 'size-limit',
  key: 'sizeLimitOctets',
  about: 'Largest message that the server takes',
  live: true,
  type: 'count',
  unit: 'octets',
  initial: 10_240_000,
  range: [1, 100_000_000],
}

/** Postfix's hopcount_limit; the standard asks for a hundred or more (RFC 5321 §6.3). */
export const HOP_OPTION: OptionSpec = {
  path: 'hop-limit',
  key: 'hopLimit',
  about: 'Received fields with which a message is taken to go in a circle',
  live: true,
  type: 'count',
  unit: 'hops',
  initial: 50,
  range: [2, 100],
}
