import type { DnsRecord } from './record.ts'

/** How a question ended. Stands for the response code and for what happens without a response. */
export type DnsAnswerCode = 'NOERROR' | 'NXDOMAIN' | 'SERVFAIL' | 'TIMEOUT'

/**
 * What a resolver tells its client.
 *
 * - `NOERROR` with records: the answer. `NOERROR` without: the name exists, but has nothing of
 *   the type asked for ("no data", RFC 2308 §2.2).
 * - `NXDOMAIN`: nothing exists at the name or below it (RFC 2308 §2.1, RFC 8020 §2).
 * - `SERVFAIL`: a server answered that it cannot tell. `TIMEOUT`: no server answered. Both mean
 *   "ask again later" and never "does not exist".
 *
 * `records` holds only records of the type asked for: the aliases passed on the way are left out.
 */
export interface DnsAnswer {
  readonly rcode: DnsAnswerCode
  readonly records: readonly DnsRecord[]
}

/** Whether the answer leaves the question open, so that the client should ask again later. */
export function isTemporary(answer: DnsAnswer): boolean {
  return answer.rcode === 'SERVFAIL' || answer.rcode === 'TIMEOUT'
}
