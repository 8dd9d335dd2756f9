/** Signing and verifying for real: a source text goes in, and every sum is done. */
import { canonicalBody } from './canon.ts'
import type { HeaderField } from './content.ts'
import type { DkimCrypto } from './crypto.ts'
import type { Evidence } from './judge.ts'
import { judge, SIGNATURE_LIMIT } from './judge.ts'
import { publicKeyOf } from './laboratory-key.ts'
import { bareBase64, fromBase64, lowerAscii } from './octets.ts'
import { bodyHashOf, headerHashOf, sealed } from './seal.ts'
import { fieldsAt, indexFields, selectFields } from './select.ts'
import { readSignature, SIGNATURE_FIELD, writeSignature } from './signature-field.ts'
import type { KeyLookup, SignSpec } from './signature.ts'
import { parseSource } from './source.ts'
import type { ParsedSource } from './source.ts'
import type { DkimVerdict } from './verdict.ts'

/**
 * The DKIM-Signature field of a message, to be put on top of it. The source has CRLF line ends;
 * the secret key has 32 octets.
 */
export function signMessage(
  source: string,
  spec: SignSpec,
  secretKey: Uint8Array,
  crypto: DkimCrypto,
): HeaderField {
  const { fields, body } = parseSource(source)
  const bodyLength = countedLength(spec, body)
  const bodyHash = bodyHashOf(body, spec.bodyCanon, bodyLength, crypto)
  const index = indexFields(fields.map(({ name }) => name))
  const signed = fieldsAt(fields, selectFields(index, spec.headers.map(lowerAscii), -1))
  const { headerCanon } = spec
  const unsealed = {
    signed: signed.map(({ text }) => text),
    value: writeSignature({ spec, bodyLength, bodyHash }),
    headerCanon,
  }
  return { name: SIGNATURE_FIELD, value: sealed(unsealed, secretKey, crypto) }
}

/** What l= says of a body: never more than there is (RFC 6376 §3.5). Null: no l=. */
export function countedLength({ bodyLength, bodyCanon }: SignSpec, body: string): number | null {
  if (bodyLength === undefined) return null
  const { length } = canonicalBody(body, bodyCanon)
  return bodyLength === 'whole' ? length : Math.max(0, Math.min(bodyLength, length))
}

/**
 * The verdicts about the signatures of a message, from the top; empty when it has none. `now` in
 * milliseconds since 1970. Whatever the text holds, nothing is thrown. Key records may hold
 * stand-ins; they stand for the keys that `realKeyRecord` shows.
 */
export function verifyMessage(
  source: string,
  ask: KeyLookup,
  now: number,
  crypto: DkimCrypto,
): DkimVerdict[] {
  const message = parseSource(source)
  const verdicts: DkimVerdict[] = []
  message.fields.forEach(({ name, text }, at) => {
    if (name !== 'dkim-signature' || verdicts.length === SIGNATURE_LIMIT) return
    const read = readSignature(text.slice(text.indexOf(':') + 1))
    verdicts.push(judge(read, realEvidence(message, at, crypto), ask, now))
  })
  return verdicts
}

function realEvidence({ fields, body }: ParsedSource, own: number, crypto: DkimCrypto): Evidence {
  return {
    body: ({ bodyCanon, bodyLength, bodyHash }) => {
      const { length } = canonicalBody(body, bodyCanon)
      if (bodyLength !== null && bodyLength > length) return { state: 'too-short' }
      const hash = bareBase64(bodyHashOf(body, bodyCanon, bodyLength, crypto))
      if (hash !== bodyHash) return { state: 'changed' }
      return { state: 'same', unsignedOctets: bodyLength === null ? 0 : length - bodyLength }
    },
    signature: ({ headers, headerCanon, signature }, key) => {
      const index = indexFields(fields.map(({ name }) => name))
      const signed = fieldsAt(fields, selectFields(index, headers, own))
      const texts = signed.map(({ text }) => text)
      const hash = headerHashOf(texts, fields[own]?.text ?? '', headerCanon, crypto)
      return crypto.verify(publicKeyOf(key, crypto), fromBase64(signature), hash)
    },
  }
}
