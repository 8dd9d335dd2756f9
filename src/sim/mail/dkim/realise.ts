/**
 * From the simulation's message to one that a stranger's verifier accepts: each stand-in becomes the
 * hash or the signature that it stands for, made of what was signed then. What has happened to the
 * message since then stays, so a broken signature is broken there too.
 */
import { fieldText } from './content.ts'
import type { HeaderField, MessageContent } from './content.ts'
import type { DkimCrypto } from './crypto.ts'
import { isStandIn, laboratorySecret } from './laboratory-key.ts'
import { bareBase64 } from './octets.ts'
import { bodyHashOf, sealed } from './seal.ts'
import type { SymbolicSignature } from './signature.ts'
import { parseTagList } from './tag-list.ts'
import type { Tag } from './tag-list.ts'

/** Stand-ins and what they stand for: of tags without padding, and of whole fields. */
interface TrueValues {
  readonly tags: Map<string, string>
  readonly fields: Map<string, string>
}

/**
 * The message with true signatures. `signatures` from the top, the latest first: it may have signed
 * the others. Those with a key that is no stand-in stay as they are: nobody has its secret.
 *
 * Copies of a signature field elsewhere in the message, say in a quoted header, are found as long
 * as they are copied letter by letter.
 */
export function realContent(
  content: MessageContent,
  signatures: readonly SymbolicSignature[],
  crypto: DkimCrypto,
): MessageContent {
  const known: TrueValues = { tags: new Map(), fields: new Map() }
  for (const each of signatures.toReversed()) if (isStandIn(each.key)) realise(each, known, crypto)
  const { fields, body } = content
  return { fields: fields.map((field) => realField(field, known)), body: realText(body, known) }
}

function realise(one: SymbolicSignature, known: TrueValues, crypto: DkimCrypto): void {
  const body = realText(one.signedBody, known)
  const bodyHash = bodyHashOf(body, one.bodyCanon, one.bodyLength, crypto)
  const { value: standIn } = one.field
  const end = standIn.lastIndexOf('\tb=') + 3
  const unsealed = {
    signed: one.signedFields.map((field) => fieldText(realField(field, known))),
    value: standIn.slice(0, end).replace(one.bodyHash, bodyHash.slice(0, -1)),
    headerCanon: one.headerCanon,
  }
  const value = sealed(unsealed, laboratorySecret(one.key, crypto), crypto)
  known.tags.set(one.bodyHash, bodyHash.slice(0, -1))
  known.tags.set(one.signature, bareBase64(value.slice(end)) ?? '')
  known.fields.set(standIn, value)
}

function realField(field: HeaderField, known: TrueValues): HeaderField {
  const value = realText(field.value, known)
  const list = value === field.value ? parseTagList(value) : null
  if (list === null) return { name: field.name, value }
  // Somebody has touched the field: its white space is kept, the digits between are replaced
  const tags = [list.get('bh'), list.get('b')].filter((tag) => tag !== undefined)
  const fromBack = tags.sort((a, b) => b.start - a.start)
  return {
    name: field.name,
    value: fromBack.reduce((text, tag) => realTag(text, tag, known), value),
  }
}

function realTag(text: string, tag: Tag, known: TrueValues): string {
  const digits = known.tags.get(bareBase64(tag.value) ?? '')
  if (digits === undefined) return text
  let used = 0
  const span = text.slice(tag.start, tag.end)
  const real = span.replace(/[A-Za-z0-9+/]/g, () => digits.charAt(used++))
  return text.slice(0, tag.start) + real + text.slice(tag.end)
}

function realText(text: string, known: TrueValues): string {
  let real = text
  for (const [standIn, value] of known.fields) real = real.replaceAll(standIn, () => value)
  return real
}
