/**
 * The receiver's rules that need no change of state: what must be encrypted, what a service does not
 * do, which 503 fits, and which extensions are offered.
 */
import { R } from '../reply-catalogue.ts'
import type { ReplySpec } from '../reply-spec.ts'
import type { Command, Verb } from './command-record.ts'
import { EXT, ODMR_EXTENSIONS, RELAY_EXTENSIONS } from './extensions.ts'
import type { ReceiverConfig, ReceiverPhase, ReceiverState } from './receiver-state.ts'

/**
 * What stands in the way of a command whatever the site thinks of it; null for nothing.
 * `inOrder`: the table has an entry for it in this phase.
 */
export function obstacleTo(
  state: ReceiverState,
  c: Command,
  config: ReceiverConfig,
  inOrder: boolean,
): ReplySpec | null {
  const { verb } = c
  // RFC 5321 §3.1: 503 to whatever comes between the 554 and QUIT
  if (state.phase === 'refused' && !inOrder) return R.badSequence
  if (verb === 'UNKNOWN') return c.fault ?? R.unknownCommand
  // RFC 3207 §4: after 220 nothing but the handshake
  if (state.tlsPending !== (verb === 'TLS')) return R.badSequence
  if (mustEncryptFirst(state, verb, config)) return R.mustStartTls
  if (!isServed(verb, config)) return R.notImplemented
  return inOrder ? c.fault : outOfOrder(state.phase, verb)
}

/** Whether this service carries the command out at all; 502 where not. */
function isServed(verb: Verb, { service, etrn }: ReceiverConfig): boolean {
  switch (verb) {
    case 'EHLO':
    case 'AUTH':
    case 'QUIT':
      return true
    case 'ATRN':
      return service === 'odmr'
    case 'ETRN':
      return service !== 'odmr' && etrn
    default:
      // RFC 2645 §5.4: an on-demand mail relay may refuse all others
      return service !== 'odmr'
  }
}

/** RFC 3207 §4: on submission all but these need encryption. */
function mustEncryptFirst(state: ReceiverState, verb: Verb, config: ReceiverConfig): boolean {
  if (config.service !== 'submission' || state.tls) return false
  switch (verb) {
    case 'EHLO':
    case 'HELO':
    case 'STARTTLS':
    case 'TLS':
    case 'NOOP':
    case 'QUIT':
      return false
    default:
      return true
  }
}

/** Which 503 tells best what is missing. */
function outOfOrder(phase: ReceiverPhase, verb: Verb): ReplySpec {
  if (phase === 'data' || verb === 'TLS' || verb === 'CONTENT') return R.badSequence
  if (phase === 'connected') return R.helloFirst
  if (verb === 'MAIL') return R.nestedMail
  if (verb === 'RCPT') return R.needMail
  if (verb === 'DATA') return R.needRecipient
  return R.inTransaction
}

/** The extensions this session is offered now. */
export function offeredExtensions(state: ReceiverState, config: ReceiverConfig): number {
  if (config.service === 'odmr') return ODMR_EXTENSIONS
  let mask = RELAY_EXTENSIONS
  if (!config.etrn) mask &= ~EXT.ETRN
  if (!config.pipelining) mask &= ~EXT.PIPELINING
  if (config.service === 'submission') {
    // RFC 3207 §4.2: not again; RFC 4954 §4 with §9: a password only when encrypted
    mask |= state.tls ? EXT.AUTH : EXT.STARTTLS
  }
  return mask
}
