/** The DKIM-Signature field: reading and writing (RFC 6376 §3.5). */
import { canonicalName } from '../dns/name.ts'
import { bareBase64, lowerAscii, octetText } from './octets.ts'
import type { Canon, ReadSignature, SignatureTags, SignSpec } from './signature.ts'
import { colonList, parseTagList } from './tag-list.ts'
import type { TagList } from './tag-list.ts'
import type { DkimReason } from './verdict.ts'

export const SIGNATURE_FIELD = 'DKIM-Signature'

/** The only algorithm that we sign with and can check (RFC 8463 §3). */
const ALGORITHM = 'ed25519-sha256'

const DOMAIN = /^[\w-]{1,63}(?:\.[\w-]{1,63})*$/
const FIELD_NAME = /^[!-9<-~]+$/

/** Reads the value of a field and checks all that can be seen from it alone (RFC 6376 §6.1.1). */
export function readSignature(value: string): ReadSignature {
  const list = parseTagList(value)
  if (list === null) return unreadable('syntax-error')
  const textOf = (name: string): string => list.get(name)?.value ?? ''
  const names = { domain: canonicalName(textOf('d')), selector: textOf('s') }
  const reason = refusal(list)
  if (reason !== null) return { ...unreadable(reason), ...names }
  const tags = tagsOf(list)
  if (tags === null) return { ...unreadable('syntax-error'), ...names }
  const late = objection(tags)
  if (late === null) return { reason: null, tags }
  return { reason: late, domain: tags.domain, selector: tags.selector, identity: tags.identity }
}

const unreadable = (reason: DkimReason) => ({ reason, domain: '', selector: '', identity: '' })

function refusal(list: TagList): DkimReason | null {
  // RFC 6376 §6.1.1: the version first, since another one may mean something else by its tags
  const version = list.get('v')?.value
  if (version !== undefined && version !== '1') return 'version-unknown'
  // RFC 6376 §3.5: these are required
  if (['v', 'a', 'b', 'bh', 'd', 'h', 's'].some((name) => !list.has(name))) return 'tag-missing'
  const algorithm = lowerAscii(list.get('a')?.value ?? '')
  // RFC 8301 §3.1: counts as failed, not as unknown
  if (algorithm === 'rsa-sha1') return 'algorithm-historic'
  if (algorithm !== ALGORITHM) return 'algorithm-unsupported'
  if (canonOf(list) === null) return 'canon-unsupported'
  // RFC 6376 §3.5, q=: one known way among them is enough
  const queries = colonList(list.get('q')?.value ?? 'dns/txt')
  return queries.some((each) => lowerAscii(each) === 'dns/txt') ? null : 'query-unsupported'
}

/** RFC 6376 §3.5, c=: nothing means simple, for the body too if only the header is named. */
function canonOf(list: TagList): { headerCanon: Canon; bodyCanon: Canon } | null {
  const text = lowerAscii(list.get('c')?.value ?? 'simple')
  const [header, body = 'simple', more] = text.split('/')
  const known = (name: string | undefined): name is Canon => name === 'simple' || name === 'relaxed'
  return known(header) && known(body) && more === undefined
    ? { headerCanon: header, bodyCanon: body }
    : null
}

function tagsOf(list: TagList): SignatureTags | null {
  const textOf = (name: string): string => list.get(name)?.value ?? ''
  const canon = canonOf(list)
  const domain = canonicalName(textOf('d'))
  const selector = textOf('s')
  const headers = colonList(lowerAscii(textOf('h')))
  const signature = bareBase64(textOf('b'))
  const bodyHash = bareBase64(textOf('bh'))
  const bodyLength = numberIn(list, 'l', 76)
  const signedAtSeconds = numberIn(list, 't', 12)
  const expiresAtSeconds = numberIn(list, 'x', 12)
  if (canon === null || bodyLength === false) return null
  if (signedAtSeconds === false || expiresAtSeconds === false) return null
  if (!DOMAIN.test(domain) || !DOMAIN.test(selector)) return null
  if (!headers.every((name) => FIELD_NAME.test(name))) return null
  // No base64, or nothing: `''` is neither a hash nor a signature
  if (!signature || !bodyHash) return null
  const identity = list.get('i')?.value ?? `@${domain}`
  return {
    algorithm: ALGORITHM,
    headerCanon: canon.headerCanon,
    bodyCanon: canon.bodyCanon,
    domain,
    selector,
    identity,
    headers,
    bodyLength,
    signedAtSeconds,
    expiresAtSeconds,
    bodyHash,
    signature,
  }
}

/** False when there is something else than digits, null when there is no such tag. */
function numberIn(list: TagList, name: string, digits: number): number | null | false {
  const text = list.get(name)?.value
  if (text === undefined) return null
  return /^\d+$/.test(text) && text.length <= digits ? Number(text) : false
}

function objection(tags: SignatureTags): DkimReason | null {
  // RFC 6376 §3.5, x=: must be later than t=
  const { signedAtSeconds, expiresAtSeconds } = tags
  if (signedAtSeconds !== null && expiresAtSeconds !== null && expiresAtSeconds <= signedAtSeconds)
    return 'syntax-error'
  // RFC 6376 §3.5, i=: without an @ it is no address
  if (!tags.identity.includes('@')) return 'syntax-error'
  // RFC 6376 §6.1.1
  if (!tags.headers.includes('from')) return 'from-not-signed'
  const domain = identityDomain(tags)
  return domain === tags.domain || domain.endsWith(`.${tags.domain}`) ? null : 'identity-outside'
}

/** The part of i= behind the @, in lower case. */
export function identityDomain({ identity }: SignatureTags): string {
  return canonicalName(identity.slice(identity.lastIndexOf('@') + 1))
}

/** What a signer has to say beside the two values that it computes. */
export interface SignatureText {
  readonly spec: SignSpec
  /** l= in octets; null: none. */
  readonly bodyLength: number | null
  /** bh=, base64. */
  readonly bodyHash: string
}

/** The value of a field up to `b=`; `foldedSignature` goes behind it. Lines below 78 octets. */
export function writeSignature({ spec, bodyLength, bodyHash }: SignatureText): string {
  const { signedAt, expiresAt, identity } = spec
  let times = `t=${Math.floor(signedAt / 1000)};`
  if (expiresAt !== undefined) times += ` x=${Math.floor(expiresAt / 1000)};`
  if (bodyLength !== null) times += ` l=${bodyLength};`
  const lines = [
    `v=1; a=${ALGORITHM}; c=${spec.headerCanon}/${spec.bodyCanon};`,
    `d=${spec.domain}; s=${spec.selector};`,
    ...(identity === undefined ? [] : [`i=${quotedPrintable(identity)};`]),
    times,
    ...foldedNames(spec.headers),
    `bh=${bodyHash};`,
    'b=',
  ]
  return lines.join('\r\n\t')
}

/** RFC 6376 §3.5: there may be white space around the colons. */
function foldedNames(headers: readonly string[]): string[] {
  const lines: string[] = []
  let line = 'h='
  headers.forEach((name, i) => {
    const piece = i === headers.length - 1 ? `${name};` : `${name}:`
    if (line.length + piece.length > 72 && line !== 'h=') {
      lines.push(line)
      line = ''
    }
    line += piece
  })
  return [...lines, headers.length === 0 ? 'h=;' : line]
}

/** A signature in base64, folded behind `b=`. */
export function foldedSignature(base64: string): string {
  return base64.length > 72 ? `${base64.slice(0, 72)}\r\n\t${base64.slice(72)}` : base64
}

/** RFC 6376 §2.11. */
function quotedPrintable(text: string): string {
  return octetText(text).replace(/[^!-:<>-~]/g, (char) => {
    return `=${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
  })
}
