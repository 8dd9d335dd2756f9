/**
 * The validated names of the client: for the mechanism `ptr` and the macro `p`.
 * Source: RFC 7208 §5.5, §4.6.4, §7.3.
 */
import { canonicalName, isWithin } from '../dns/name.ts'
import { reverseName } from '../dns/reverse-name.ts'
import { formatIp, parseIp, samePrefix } from './ip-address.ts'
import { ask, isName } from './question.ts'
import type { Check, ClientNames } from './question.ts'
import type { SpfQuestion } from './spf.ts'

/** So many names are looked at; the rest are ignored (RFC 7208 §4.6.4). */
export const PTR_LIMIT = 10

/**
 * The names that the client's address points at and that point back, in the order of the answer.
 * Asked for once a check, however often they are needed.
 *
 * The questions for the names' addresses are not counted as void: the names are the client's own
 * choice, and RFC 7208 §4.6.4 does not let them spoil somebody else's record.
 */
export function clientNames(check: Check, log: SpfQuestion[]): ClientNames {
  check.clientNames ??= findNames(check, log)
  return check.clientNames
}

/** What the macro `p` stands for (RFC 7208 §7.3): the domain, else a name below it, else any. */
export function bestClientName(check: Check, log: SpfQuestion[], domain: string): string {
  const { names } = clientNames(check, log)
  const wanted = canonicalName(domain)
  const itself = names.find((name) => canonicalName(name) === wanted)
  const below = names.find((name) => isWithin(canonicalName(name), wanted))
  return itself ?? below ?? names[0] ?? 'unknown'
}

function findNames(check: Check, log: SpfQuestion[]): ClientNames {
  const { kind, records } = ask(check, log, reverseName(formatIp(check.ip)), 'PTR')
  const names: string[] = []
  // RFC 7208 §4.6.4: with more than ten, the rest are ignored, and it is no error
  for (const record of records.slice(0, PTR_LIMIT)) {
    if (record.type !== 'PTR') continue
    const name = record.name.endsWith('.') ? record.name.slice(0, -1) : record.name
    if (isName(name) && hasAddress(check, log, name)) names.push(name)
  }
  return { names, isVoid: kind === 'nothing' }
}

/** RFC 7208 §5.5: a name whose addresses cannot be had is passed over. */
function hasAddress(check: Check, log: SpfQuestion[], name: string): boolean {
  const { records } = ask(check, log, name, check.ip.family === 4 ? 'A' : 'AAAA')
  return records.some((record) => {
    const address = 'address' in record ? parseIp(record.address) : null
    return address !== null && samePrefix(address, check.ip, 128)
  })
}
