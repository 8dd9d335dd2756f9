/**
 * The checks that a receiver may make, in the order in which they are asked. The only list: a check
 * is a folder beside this file and one line here.
 */
import type { Check } from './check.ts'
import { dkim } from './dkim/check.ts'
import { dmarc } from './dmarc/check.ts'
import { dnsbl } from './dnsbl/check.ts'
import { dynamic } from './dynamic/check.ts'
import { greylisting } from './greylisting/check.ts'
import { recipient } from './recipient/check.ts'
import { reverseDns } from './reverse-dns/check.ts'
import { senderDomain } from './sender-domain/check.ts'
import { spf } from './spf/check.ts'

export const CHECKS: readonly Check[] = [
  dnsbl,
  dynamic,
  reverseDns,
  senderDomain,
  spf,
  greylisting,
  recipient,
  dkim,
  dmarc,
]
