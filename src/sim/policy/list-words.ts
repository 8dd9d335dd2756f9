/** What a refusal says of a list in the DNS, for all checks that ask one. */

/**
 * The list's words go into a reply, which has 512 octets at most (RFC 5321 §4.5.3.1.5): so many of
 * them leave room for the rest.
 */
const REASON_LIMIT = 300

/** `dnsbl.example; Seen at a trap`; the zone alone where the list gives no reason. */
export function listWords(zone: string, reason: string): string {
  return reason === '' ? zone : `${zone}; ${reason.slice(0, REASON_LIMIT)}`
}
