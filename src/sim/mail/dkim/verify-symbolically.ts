/**
 * Verifying while a simulation is computed: nothing is hashed, what was signed is compared with what
 * came. As long as nothing that was signed has changed, not even a canonical form is made. For the
 * same message, printed, `verifyMessage` says the same.
 */
import { canonicalBody, canonicalHeader } from './canon.ts'
import { fieldText } from './content.ts'
import type { HeaderField, MessageContent } from './content.ts'
import type { BodyFinding, Evidence } from './judge.ts'
import { judge, SIGNATURE_LIMIT } from './judge.ts'
import { lowerAscii } from './octets.ts'
import { fieldsAt, indexFields, selectFields } from './select.ts'
import type { FieldIndex } from './select.ts'
import { readSignature } from './signature-field.ts'
import type { Canon, KeyLookup, SignatureTags, SymbolicSignature } from './signature.ts'
import type { DkimVerdict } from './verdict.ts'

/**
 * The verdicts about the signature fields of a message, from the top. `signatures` are those that
 * the message has got on its way, in any order; fields that belong to none of them fail, as forged
 * ones do. `now` in milliseconds since 1970.
 */
export function verifySymbolically(
  content: MessageContent,
  signatures: readonly SymbolicSignature[],
  ask: KeyLookup,
  now: number,
): DkimVerdict[] {
  const verdicts: DkimVerdict[] = []
  let index: FieldIndex | null = null
  for (let own = 0; own < content.fields.length; own++) {
    const field = content.fields[own]
    if (field === undefined || lowerName(field) !== 'dkim-signature') continue
    if (verdicts.length === SIGNATURE_LIMIT) break
    index ??= indexFields(content.fields.map(lowerName))
    const known = signatures.find((each) => sameField(each.field, field)) ?? null
    const scene = { content, signatures, index, own, field, known }
    const read = known === null ? readSignature(` ${field.value}`) : known.read
    verdicts.push(judge(read, symbolicEvidence(scene), ask, now))
  }
  return verdicts
}

interface Scene {
  readonly content: MessageContent
  readonly signatures: readonly SymbolicSignature[]
  readonly index: FieldIndex
  /** Position of the field that is verified. */
  readonly own: number
  readonly field: HeaderField
  /** The signature whose field this is, if nobody has touched it. */
  readonly known: SymbolicSignature | null
}

function symbolicEvidence(scene: Scene): Evidence {
  return {
    body: (tags) => bodyFinding(scene, tags),
    signature: (tags, key) => {
      const { content, index, own, known } = scene
      const fields = fieldsAt(content.fields, selectFields(index, tags.headers, own))
      if (known?.key === key && sameFields(known.signedFields, fields)) return true
      const candidates = scene.signatures.filter(
        (each) => each.signature === tags.signature && each.key === key,
      )
      if (candidates.length === 0) return false
      const text = headerText(fields, scene.field, tags.headerCanon)
      return candidates.some(
        (each) => headerText(each.signedFields, each.field, each.headerCanon) === text,
      )
    },
  }
}

function bodyFinding({ content, signatures, known }: Scene, tags: SignatureTags): BodyFinding {
  const { bodyLength, bodyCanon, bodyHash } = tags
  if (known !== null && bodyLength === null && content.body === known.signedBody)
    return { state: 'same', unsignedOctets: 0 }
  const text = canonicalBody(content.body, bodyCanon)
  if (bodyLength !== null && bodyLength > text.length) return { state: 'too-short' }
  const counted = cut(text, bodyLength)
  const isSame = signatures.some(
    (each) =>
      each.bodyHash === bodyHash &&
      cut(canonicalBody(each.signedBody, each.bodyCanon), each.bodyLength) === counted,
  )
  if (!isSame) return { state: 'changed' }
  return { state: 'same', unsignedOctets: text.length - counted.length }
}

function cut(text: string, length: number | null): string {
  return length === null ? text : text.slice(0, length)
}

function headerText(fields: readonly HeaderField[], own: HeaderField, canon: Canon): string {
  return canonicalHeader(fields.map(fieldText), fieldText(own), canon)
}

function lowerName(field: HeaderField): string {
  return lowerAscii(field.name)
}

function sameField(a: HeaderField, b: HeaderField): boolean {
  return a === b || (a.value === b.value && a.name === b.name)
}

function sameFields(a: readonly HeaderField[], b: readonly HeaderField[]): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) {
    const [left, right] = [a[i], b[i]]
    if (left === undefined || right === undefined || !sameField(left, right)) return false
  }
  return true
}
