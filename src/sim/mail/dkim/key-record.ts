/** The key in the DNS, a TXT record at `selector._domainkey.domain` (RFC 6376 §3.6). */
import { isStandIn } from './laboratory-key.ts'
import { bareBase64, lowerAscii } from './octets.ts'
import { colonList, parseTagList } from './tag-list.ts'

/** What a record may say beside its key. */
export interface KeyRecordTags {
  /** t=: `y` testing, `s` no subdomain as identity. */
  readonly flags?: readonly ('y' | 's')[]
  /** h=: the only hashes allowed. */
  readonly hashes?: readonly string[]
  /** s=: the only services meant. */
  readonly services?: readonly string[]
}

/** A record that was read. */
export type KeyRecord =
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'key'
      /** k= in lower case: `rsa`, `ed25519`, or what we know nothing of. */
      readonly type: string
      /** p= without white space and padding, or a stand-in; '' when the key was revoked. */
      readonly key: string
      /** h= in lower case; null: all. */
      readonly hashes: readonly string[] | null
      /** Whether s= means mail. */
      readonly forMail: boolean
      readonly testing: boolean
      readonly strict: boolean
    }

/**
 * The text of a record. `key` is a public key in base64, a stand-in (`laboratory-key.ts`), or '' for
 * one that was revoked. Ours are Ed25519 (RFC 8463 §4).
 */
export function keyRecord(key: string, tags: KeyRecordTags = {}): string {
  const words = ['v=DKIM1', 'k=ed25519']
  if (tags.hashes !== undefined) words.push(`h=${tags.hashes.join(':')}`)
  if (tags.services !== undefined) words.push(`s=${tags.services.join(':')}`)
  if (tags.flags !== undefined) words.push(`t=${tags.flags.join(':')}`)
  return [...words, `p=${key}`].join('; ')
}

/** Where the record of a selector is. */
export function keyName(domain: string, selector: string): string {
  return `${selector}._domainkey.${domain}`
}

/** Reads a record (RFC 6376 §3.6.1). Unknown tags, flags and services say nothing. */
export function parseKeyRecord(text: string): KeyRecord {
  const list = parseTagList(text)
  const p = list?.get('p')?.value
  if (list === null || p === undefined) return { kind: 'unreadable' }
  // RFC 6376 §3.6.1: v= may be absent, but not be another one, and not stand behind others
  const [first] = list.keys()
  if (list.has('v') && (first !== 'v' || list.get('v')?.value !== 'DKIM1'))
    return { kind: 'unreadable' }
  const key = isStandIn(p) ? p : bareBase64(p)
  if (key === null) return { kind: 'unreadable' }
  const words = (name: string): string[] | null => {
    const value = list.get(name)?.value
    return value === undefined ? null : colonList(lowerAscii(value))
  }
  const flags = words('t') ?? []
  const services = words('s') ?? ['*']
  return {
    kind: 'key',
    type: lowerAscii(list.get('k')?.value ?? 'rsa'),
    key,
    hashes: words('h'),
    forMail: services.includes('*') || services.includes('email'),
    testing: flags.includes('y'),
    strict: flags.includes('s'),
  }
}
