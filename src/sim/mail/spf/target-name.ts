/**
 * What the macros of a term stand for, and the name that a term speaks of.
 * Source: RFC 7208 §4.8, §7.2, §7.3.
 */
import { bestClientName } from './client-names.ts'
import { expandMacros } from './macro.ts'
import type { MacroString } from './macro.ts'
import type { Check } from './question.ts'
import type { SpfQuestion } from './spf.ts'

const NAME_LIMIT = 253

/** Where a term stands: in which check, in whose record, and where its questions are noted. */
export interface Place {
  readonly check: Check
  /** The <domain> of RFC 7208 §4.1: whose record is being evaluated. */
  readonly domain: string
  readonly log: SpfQuestion[]
}

/** The text with its macros expanded. May ask the DNS, for the macro `p`. */
export function expand(parts: MacroString, { check, domain, log }: Place): string {
  return expandMacros(parts, (letter) => {
    if (letter === 'd') return domain
    if (letter === 'p') return bestClientName(check, log, domain)
    return check.values[letter] ?? ''
  })
}

/**
 * The <target-name> of a term (RFC 7208 §4.8); the domain itself if it names none. Without a final
 * dot. It may be no name that the DNS knows how to ask for.
 */
export function targetName(target: MacroString | null, place: Place): string {
  return target === null ? place.domain : shortened(withoutDot(expand(target, place)))
}

/** Without the final dot, which is allowed and means nothing (RFC 7208 §7.3). */
export function withoutDot(name: string): string {
  return name.endsWith('.') ? name.slice(0, -1) : name
}

/** RFC 7208 §7.3: too long a name loses labels on the left until it fits. */
function shortened(name: string): string {
  if (name.length <= NAME_LIMIT) return name
  const dot = name.indexOf('.', name.length - NAME_LIMIT - 1)
  return dot < 0 ? '' : name.slice(dot + 1)
}
