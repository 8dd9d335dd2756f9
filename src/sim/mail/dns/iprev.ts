/**
 * iprev (RFC 8601 §3): does the name that an address has by reverse DNS lead back to the address?
 * Anybody can write any name into the reverse zone of an own address, so an unconfirmed name says
 * nothing. This is what Postfix calls the verified client hostname.
 */
import { isTemporary } from './answer.ts'
import { ask } from './asking.ts'
import type { Ask, Asking, Question } from './asking.ts'
import { isIpAddress, sameAddress } from './ip-address.ts'
import { canonicalName } from './name.ts'
import type { DnsRecord } from './record.ts'
import { reverseName } from './reverse-name.ts'

/** In the words of RFC 8601 §2.7.3. */
export type IprevResult = 'pass' | 'fail' | 'temperror' | 'permerror'

/** What came of it. */
export interface IprevVerdict {
  readonly result: IprevResult
  /** The first name that leads back; '' when none does. */
  readonly name: string
  /** The names of the address in the order of the answer, at most `POINTER_LIMIT`. */
  readonly pointers: readonly string[]
  readonly questions: readonly Question[]
}

/** So many names are looked at: an answer may be as long as somebody likes (RFC 8601 §3). */
export const POINTER_LIMIT = 10

/**
 * Asks for the names of the address, and for the addresses of each until one fits. A and AAAA are
 * asked for according to the address; the spelling of an IPv6 address does not matter.
 *
 * - `pass`: a name leads back. - `fail`: there are names, and none does, or they have no address.
 * - `temperror`: the DNS did not answer, and no name was confirmed without that answer.
 * - `permerror`: the address has no name, or is none (then nothing is asked). Never throws.
 */
export function checkIprev(address: string, resolve: Ask): IprevVerdict {
  const asking: Asking = { resolve, questions: [] }
  const { questions } = asking
  if (!isIpAddress(address)) return { result: 'permerror', name: '', pointers: [], questions }
  const answer = ask(asking, reverseName(address), 'PTR')
  const pointers = names(answer.records)
  // RFC 8601 §3: without a name there is nothing to confirm, and asking again will not help.
  if (pointers.length === 0) {
    const result = isTemporary(answer) ? 'temperror' : 'permerror'
    return { result, name: '', pointers, questions }
  }
  let result: IprevResult = 'fail'
  for (const name of pointers) {
    const forward = ask(asking, name, address.includes(':') ? 'AAAA' : 'A')
    if (leadsTo(forward.records, address)) return { result: 'pass', name, pointers, questions }
    if (isTemporary(forward)) result = 'temperror'
  }
  return { result, name: '', pointers, questions }
}

function names(records: readonly DnsRecord[]): readonly string[] {
  const found: string[] = []
  for (const record of records) {
    const name = record.type === 'PTR' ? canonicalName(record.name) : ''
    if (name !== '' && !found.includes(name)) found.push(name)
    if (found.length === POINTER_LIMIT) break
  }
  return found
}

function leadsTo(records: readonly DnsRecord[], address: string): boolean {
  return records.some((record) => {
    if (record.type !== 'A' && record.type !== 'AAAA') return false
    return sameAddress(record.address, address)
  })
}
