/**
 * Signing while a simulation is computed: what is signed is kept, and nothing is hashed. The field
 * has its true length from the start; `realise.ts` puts the true values in.
 */
import type { MessageContent } from './content.ts'
import { isStandIn, standInKey } from './laboratory-key.ts'
import { bareBase64, lowerAscii } from './octets.ts'
import { countedLength } from './real.ts'
import { fieldsAt, indexFields, selectFields } from './select.ts'
import {
  foldedSignature,
  readSignature,
  SIGNATURE_FIELD,
  writeSignature,
} from './signature-field.ts'
import type { SignSpec, SymbolicSignature } from './signature.ts'
import { checksum, EMPTY_CHECKSUM, standInBodyHash, standInSignature } from './stand-in.ts'

/** Signs with the key that `key` names: the p= of the record that fits it. */
export function signSymbolically(
  content: MessageContent,
  spec: SignSpec,
  key = standInKey(spec.domain, spec.selector),
): SymbolicSignature {
  const { fields, body } = content
  const { headerCanon, bodyCanon } = spec
  const bodyLength = countedLength(spec, body)
  const index = indexFields(fields.map(({ name }) => lowerAscii(name)))
  const signedFields = fieldsAt(fields, selectFields(index, spec.headers.map(lowerAscii), -1))
  const bodySum = checksum(checksum(EMPTY_CHECKSUM, `${bodyCanon} ${bodyLength}`), body)
  const bodyHash = standInBodyHash(bodySum)
  const unsealed = writeSignature({ spec, bodyLength, bodyHash })
  let sum = checksum(checksum(EMPTY_CHECKSUM, key), unsealed)
  for (const field of signedFields) sum = checksum(checksum(sum, field.name), field.value)
  const signature = standInSignature(sum)
  const value = unsealed + foldedSignature(signature)
  return {
    field: { name: SIGNATURE_FIELD, value },
    read: readSignature(value),
    key: isStandIn(key) ? key : (bareBase64(key) ?? key),
    headerCanon,
    bodyCanon,
    bodyLength,
    bodyHash: bodyHash.slice(0, -1),
    signature: signature.slice(0, -2),
    signedFields,
    signedBody: body,
  }
}

/** The message with signatures on top, in this order. */
export function withSignatures(
  content: MessageContent,
  signatures: readonly SymbolicSignature[],
): MessageContent {
  return {
    fields: [...signatures.map(({ field }) => field), ...content.fields],
    body: content.body,
  }
}
