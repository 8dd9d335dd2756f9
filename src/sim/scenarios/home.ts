/**
 * What the DNS says of Alice's line at home, in pieces that several scenarios share: its name, the
 * list of home connections that its range stands in.
 */
import type { DnsRecord } from '../mail/dns/record.ts'
import type { ZoneSpec } from './scenario.ts'
import { a, ptr, txt, zone } from './zone.ts'

/** The address of her line, and the name of the machine that stands there. */
export const HOME_ADDRESS = '203.0.113.25'
export const HOME_NAME = 'laptop.home.example'

type Names = ZoneSpec['names']

/** The names of the addresses of the range that her line is one of. */
export const homeReverse = (names: Names = {}): ZoneSpec => zone('113.0.203.in-addr.arpa', names)

/** Her address has a name, and what that name says of addresses is in another zone. */
export const NAMED: ZoneSpec = homeReverse({
  '25.113.0.203.in-addr.arpa': [ptr(HOME_NAME)],
})

/**
 * A list of addresses from which no mail server is to be expected, as the companies that run the lines
 * have named them (RFC 5782 §2.1; 127.0.0.10 as Spamhaus answers for its PBL).
 */
const rangeList = (names: Names): ZoneSpec => zone('pbl.example', names)

const HOME_LINE: readonly DnsRecord[] = [
  a('127.0.0.10'),
  txt('Home connection, see https://pbl.example/'),
]

/** All of the range that her line is one of. */
const HER_RANGE: Names = { '*.113.0.203.pbl.example': HOME_LINE }

export const HOMES_LISTED: ZoneSpec = rangeList(HER_RANGE)

/** The same with a hole in it: a name that is there hides the wildcard (RFC 4592 §3.3.1). */
export const HOME_TAKEN_OFF: ZoneSpec = rangeList({
  ...HER_RANGE,
  '25.113.0.203.pbl.example': [],
})
