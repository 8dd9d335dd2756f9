/**
 * The checks that a receiver may make, in the order in which they are asked. The only list: a check
 * is a folder beside this file and one line here. What goes by the sum of all points comes last.
 */
import type { Check } from './check.ts'
import { content } from './content/check.ts'
import { dkim } from './dkim/check.ts'
import { dmarc } from './dmarc/check.ts'
import { dnsbl } from './dnsbl/check.ts'
import { dynamic } from './dynamic/check.ts'
import { greylistingByScore } from './greylisting/by-score.ts'
import { greylisting } from './greylisting/check.ts'
import { helo } from './helo/check.ts'
import { connectionLimit, messageLimit } from './limits/check.ts'
import { recipient } from './recipient/check.ts'
import { reputation } from './reputation/check.ts'
import { complaints } from './reputation/complaints.ts'
import { reverseDns } from './reverse-dns/check.ts'
import { score } from './score/check.ts'
import { senderDomain } from './sender-domain/check.ts'
import { spf } from './spf/check.ts'

export const CHECKS: readonly Check[] = [
  connectionLimit,
  messageLimit,
  dnsbl,
  dynamic,
  reverseDns,
  helo,
  senderDomain,
  spf,
  reputation,
  complaints,
  greylisting,
  recipient,
  content,
  dkim,
  dmarc,
  score,
  greylistingByScore,
]
