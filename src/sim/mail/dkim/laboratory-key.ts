/**
 * Keys that everybody may know. A zone of the simulation is data written before anything is computed,
 * so its key records carry a stand-in for p=, `lab:s1._domainkey.alice.example`: the name of a key
 * instead of the key. While the simulation runs, names are compared; where a record is shown, exported
 * or used by a stranger, the name becomes the public key whose secret is a hash of the name.
 *
 * For the laboratory alone: whoever knows the name has the secret.
 */
import { canonicalName } from '../dns/name.ts'
import type { DkimCrypto } from './crypto.ts'
import { fromBase64, octetsOf, octetText, toBase64 } from './octets.ts'
import { parseTagList } from './tag-list.ts'

const PREFIX = 'lab:'

/** What every secret is hashed with, so that it is the secret of nothing else. */
const LABEL = 'mailpath laboratory key, known to everybody: '

/** The name of a domain's key. After a rotation the same selector may have a further generation. */
export function standInKey(domain: string, selector: string, generation = 1): string {
  const name = canonicalName(`${selector}._domainkey.${domain}`)
  return generation === 1 ? `${PREFIX}${name}` : `${PREFIX}${name}:${generation}`
}

/** Whether the p= of a record is a name. No base64 has a colon, so it cannot be both. */
export function isStandIn(key: string): boolean {
  return key.startsWith(PREFIX)
}

/** The secret of a name: 32 octets, always the same. */
export function laboratorySecret(standIn: string, crypto: DkimCrypto): Uint8Array {
  return crypto.sha256(octetsOf(octetText(LABEL + standIn)))
}

/** The public key for a p= in bare form, be it a name or the key itself. */
export function publicKeyOf(key: string, crypto: DkimCrypto): Uint8Array {
  return isStandIn(key) ? crypto.publicKey(laboratorySecret(key, crypto)) : fromBase64(key)
}

/** A key record with the true public key. A text without a stand-in comes back as it is. */
export function realKeyRecord(text: string, crypto: DkimCrypto): string {
  const tag = parseTagList(text)?.get('p')
  if (tag === undefined || !isStandIn(tag.value)) return text
  const key = toBase64(publicKeyOf(tag.value, crypto))
  return text.slice(0, tag.start) + key + text.slice(tag.end)
}
