/**
 * The source of a message with true signatures, as a stranger's program would accept them. Signing
 * is the only slow thing about a source, so the last one is kept for as long as its text stays.
 */
import { dkimCrypto } from '../../host/crypto.ts'
import type { FactIndex } from '../../sim/facts/fact-index.ts'
import { messageSource, type MessageSource } from '../../sim/artefacts/source.ts'
import type { Instant } from '../../sim/units.ts'

/** With stand-ins for signatures, and with signatures. Equal stand-ins stand for equal signatures. */
let last: { readonly standIn: string; readonly signed: MessageSource } | null = null

/** The source for one recipient as it stands at `until`; null before the message exists. */
export function signedSource(
  index: FactIndex,
  message: number,
  recipient: number,
  until: Instant,
): MessageSource | null {
  const plain = messageSource(index, message, recipient, until)
  if (plain === null || !plain.text.includes('DKIM-Signature: ')) return plain
  if (last?.standIn !== plain.text) {
    const signed = messageSource(index, message, recipient, until, dkimCrypto)
    last = signed === null ? null : { standIn: plain.text, signed }
  }
  return last?.signed ?? plain
}
