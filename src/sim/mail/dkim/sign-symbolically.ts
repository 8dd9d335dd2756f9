/**
 * Signing while a simulation is computed: what is signed is kept, and nothing is hashed. The field
 * has its true length from the start; `realise.ts` puts the true values in.
 */
import type { MessageContent } from './content.ts'
import { remembered } from '../memo.ts'
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
import type { ReadSignature, SignSpec, SymbolicSignature } from './signature.ts'
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
  const sums = { bodyHash: bodyHash.slice(0, -1), signature: signature.slice(0, -2) }
  return {
    field: { name: SIGNATURE_FIELD, value },
    read: readOwn(value, spec, sums),
    key: isStandIn(key) ? key : (bareBase64(key) ?? key),
    headerCanon,
    bodyCanon,
    bodyLength,
    bodyHash: sums.bodyHash,
    signature: sums.signature,
    signedFields,
    signedBody: body,
  }
}

/** RFC 6376 §3.5, t=: what a field can say, in seconds. */
const LATEST_SECOND = 999_999_999_999

/**
 * The field as a reader finds it. A signer's fields differ in three values alone, and these are
 * known: the others are read once.
 */
function readOwn(
  value: string,
  spec: SignSpec,
  { bodyHash, signature }: Pick<SymbolicSignature, 'bodyHash' | 'signature'>,
): ReadSignature {
  const seconds = Math.floor(spec.signedAt / 1000)
  const isPlain =
    spec.expiresAt === undefined && spec.identity === undefined && spec.bodyLength === undefined
  if (!isPlain || !(seconds >= 0 && seconds <= LATEST_SECOND)) return readSignature(value)
  const form = formOf(spec)
  if (form.reason !== null) return form
  const { tags } = form
  return {
    reason: null,
    tags: {
      algorithm: tags.algorithm,
      headerCanon: tags.headerCanon,
      bodyCanon: tags.bodyCanon,
      domain: tags.domain,
      selector: tags.selector,
      identity: tags.identity,
      headers: tags.headers,
      bodyLength: null,
      signedAtSeconds: seconds,
      expiresAtSeconds: null,
      bodyHash,
      signature,
    },
  }
}

/** The same field as if it had been made in 1970 for no message: one for each signer. */
function formOf({ domain, selector, headerCanon, bodyCanon, headers }: SignSpec): ReadSignature {
  const spec = { domain, selector, headerCanon, bodyCanon, headers, signedAt: 0 }
  const blank = writeSignature({ spec, bodyLength: null, bodyHash: BLANK_BODY_HASH })
  return readForm(blank + BLANK_SIGNATURE)
}

const readForm = remembered(readSignature)
const BLANK_BODY_HASH = standInBodyHash(EMPTY_CHECKSUM)
const BLANK_SIGNATURE = foldedSignature(standInSignature(EMPTY_CHECKSUM))

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
