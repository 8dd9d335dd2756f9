/**
 * The receiver's rules that need no change of state: what must be encrypted, which 503 fits, and
 * which extensions are offered.
 */
import { R } from '../reply-catalogue.ts'
import type { ReplySpec } from '../reply-spec.ts'
import type { Verb } from './command-record.ts'
import { EXT, RELAY_EXTENSIONS } from './extensions.ts'
import type { ReceiverConfig, ReceiverPhase, ReceiverState } from './receiver-state.ts'

/** RFC 3207 §4: on submission all but these need encryption. */
export function mustEncryptFirst(
  state: ReceiverState,
  verb: Verb,
  config: ReceiverConfig,
): boolean {
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
export function outOfOrder(phase: ReceiverPhase, verb: Verb): ReplySpec {
  if (phase === 'data' || verb === 'TLS' || verb === 'CONTENT') return R.badSequence
  if (phase === 'connected') return R.helloFirst
  if (verb === 'MAIL') return R.nestedMail
  if (verb === 'RCPT') return R.needMail
  if (verb === 'DATA') return R.needRecipient
  return R.inTransaction
}

/** The extensions this session is offered now. */
export function offeredExtensions(state: ReceiverState, config: ReceiverConfig): number {
  let mask = RELAY_EXTENSIONS
  if (!config.pipelining) mask &= ~EXT.PIPELINING
  if (config.service === 'submission') {
    // RFC 3207 §4.2: not again; RFC 4954 §4 with §9: a password only when encrypted
    mask |= state.tls ? EXT.AUTH : EXT.STARTTLS
  }
  return mask
}
