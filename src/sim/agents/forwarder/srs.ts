/**
 * The Sender Rewriting Scheme: an envelope sender at the forwarder's own domain, which SPF lets it
 * use, and from which it finds the first sender again when a report comes back. The shape is that of
 * postsrsd: `SRS0=hash=day=domain=local@forwarder`. It is no standard.
 *
 * Simplified: a second forwarder wraps the address once more, where SRS1 would shorten it; the hash
 * is keyed with the host's name and proves nothing against an attacker.
 */
import { draw, keyOf } from '../../engine/random.ts'
import { days, type Instant } from '../../units.ts'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** Days that a rewritten address is answered for: postsrsd's default. */
const MAX_AGE_DAYS = 21
/** Two digits of base 32. */
const DAYS = 1024

const dayOf = (epochMs: Instant): number => Math.floor(epochMs / days(1)) % DAYS

/** Four digits: what only the forwarder could have written. */
function hashOf(secret: string, text: string): string {
  const bits = draw(0, keyOf('srs'), keyOf(`${secret} ${text.toLowerCase()}`), 0)
  return [15, 10, 5, 0].map((shift) => BASE32.charAt((bits >>> shift) & 31)).join('')
}

/** @param sender mailbox; @param secret of the forwarder; @param epochMs milliseconds since 1970 */
export function srsAddress(
  sender: string,
  domain: string,
  secret: string,
  epochMs: number,
): string {
  const at = sender.lastIndexOf('@')
  const day = dayOf(epochMs)
  const stamp = BASE32.charAt(day >> 5) + BASE32.charAt(day & 31)
  const tail = `${stamp}=${sender.slice(at + 1)}=${sender.slice(0, at)}`
  return `SRS0=${hashOf(secret, tail)}=${tail}@${domain}`
}

/** The first sender; null when the address is none of ours, or too old. */
export function srsSender(path: string, secret: string, epochMs: number): string | null {
  const local = path.slice(0, path.lastIndexOf('@'))
  const [, hash = '', tail = ''] = /^SRS0=([A-Z2-7]{4})=([A-Z2-7]{2}=.+)$/i.exec(local) ?? []
  const [, stamp = '', domain = '', user = ''] = /^(..)=([^=]+)=(.+)$/.exec(tail) ?? []
  if (user === '' || hashOf(secret, tail) !== hash.toUpperCase()) return null
  const digit = (i: number): number => BASE32.indexOf(stamp.charAt(i).toUpperCase())
  const age = (dayOf(epochMs) - (digit(0) * 32 + digit(1)) + DAYS) % DAYS
  return age <= MAX_AGE_DAYS ? `${user}@${domain}` : null
}
