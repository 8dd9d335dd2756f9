/**
 * The Sender Policy Framework: may this client send mail for this domain? The function
 * `check_host()` of RFC 7208 §4, pure: the DNS is asked through a function that is passed in.
 *
 * Simplified: there is no limit on elapsed time (RFC 7208 §4.6.4), since none passes here; a
 * resolver that takes too long answers TIMEOUT. Internationalised names are expected as A-labels,
 * as RFC 7208 §4.3 has it, and others count as malformed.
 */
import { remembered } from '../memo.ts'
import { evaluate } from './evaluate.ts'
import { dottedIp, formatIp, parseIp, unmapped } from './ip-address.ts'
import type { IpAddress } from './ip-address.ts'
import type { Check, Resolve } from './question.ts'
import type { SpfNode, SpfResult } from './spf.ts'
import { withoutDot } from './target-name.ts'

export type { DnsAnswer } from '../dns/answer.ts'
export type { SpfNode, SpfResult } from './spf.ts'

/** Who sends what. */
export interface SpfQuery {
  /** The client's address. `::ffff:192.0.2.1` counts as 192.0.2.1. */
  readonly ip: string
  /** What the client called itself. */
  readonly helo: string
  /** Reverse-path without angle brackets; '' for the null one, which stands for the HELO name. */
  readonly mailFrom: string
  /** Our own name, for the macro `r`; `unknown` if not given. */
  readonly receiver?: string
  /** Whole seconds since 1970, for the macro `t`; 0 if not given. */
  readonly epochSeconds?: number
}

/** What came of a check. */
export interface SpfCheck {
  readonly result: SpfResult
  /** What the domain has to say about a `fail`; missing if nothing, or nothing that can be used. */
  readonly explanation?: string
  /** The directive that matched, as written; `default` if none did (RFC 7208 §9.1). Always there. */
  readonly mechanism?: string
  /** Terms that asked the DNS, at most 10. The search for the first record is not one. */
  readonly lookups: number
  /** Questions of such terms that were answered with nothing. Two are allowed; the third ends it. */
  readonly voidLookups: number
  readonly evaluation: SpfNode
}

/**
 * Checks a client. Never throws, whatever it is given; what `resolve` throws, it lets pass.
 *
 * `resolve` is asked with canonical names and may follow aliases itself or leave it to us. A client
 * address that is none makes a `permerror` (RFC 7208 §8.7), a malformed domain a `none`.
 */
export function checkHost(query: SpfQuery, resolve: Resolve): SpfCheck {
  const { domain, values } = senderOf(query)
  const client = clientOf(textOf(query.ip))
  if (client === null) return unchecked(domain)
  const check: Check = {
    ip: client.ip,
    values: Object.assign(values, client.values),
    resolve,
    lookups: 0,
    voidLookups: 0,
    clientNames: null,
  }
  const { node, mechanism, explanation } = evaluate(check, domain, {
    isFirst: true,
    mayExplain: true,
  })
  return {
    result: node.result,
    ...(explanation === null ? {} : { explanation }),
    mechanism,
    lookups: check.lookups,
    voidLookups: check.voidLookups,
    evaluation: node,
  }
}

/** The domain to ask about, and the macros that come from the session (RFC 7208 §4.1, §7.2). */
function senderOf(query: SpfQuery): { domain: string; values: Record<string, string> } {
  const helo = textOf(query.helo)
  // RFC 7208 §2.4: the null reverse-path stands for postmaster at the HELO name
  const path = textOf(query.mailFrom) || helo
  const at = textOf(query.mailFrom) === '' ? -1 : path.lastIndexOf('@')
  // RFC 7208 §4.3: without a local part it is postmaster's
  const local = path.slice(0, Math.max(0, at)) || 'postmaster'
  const domain = withoutDot(path.slice(at + 1))
  const seconds = Number.isFinite(query.epochSeconds) ? Math.floor(query.epochSeconds ?? 0) : 0
  return {
    domain,
    values: {
      s: `${local}@${domain}`,
      l: local,
      o: domain,
      h: helo,
      r: textOf(query.receiver) || 'unknown',
      t: String(seconds),
    },
  }
}

/** A client's address, read, with its macros; null when it is none. */
const clientOf = remembered((written) => {
  const parsed = parseIp(written)
  if (parsed === null) return null
  const ip = unmapped(parsed)
  return { ip, values: addressValues(ip, written) }
})

/** The macros i, v and c (RFC 7208 §7.3). The digits of i are in the case they were written in. */
function addressValues(ip: IpAddress, written: string): Record<string, string> {
  const dotted = dottedIp(ip)
  const i = /[A-F]/.test(written) ? dotted.toUpperCase() : dotted
  return { i, v: ip.family === 4 ? 'in-addr' : 'ip6', c: formatIp(ip) }
}

function unchecked(domain: string): SpfCheck {
  const reason = 'the client’s address is not an address'
  const node = { domain, record: null, questions: [], lines: [] }
  return {
    result: 'permerror',
    mechanism: 'default',
    lookups: 0,
    voidLookups: 0,
    evaluation: { ...node, result: 'permerror', reason },
  }
}

/** What comes from outside the type checker's reach may be anything. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
