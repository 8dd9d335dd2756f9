/**
 * One term of a record: a directive or a modifier, checked against the grammar in full.
 * Source: RFC 7208 §4.6.1, §5, §6 and §12 (the grammar at one place).
 */
import { parseIp4, parseIp6 } from './ip-address.ts'
import type { IpAddress } from './ip-address.ts'
import { parseDomainSpec, parseMacroString } from './macro.ts'
import type { MacroString } from './macro.ts'

/** What a directive means if its mechanism matches (RFC 7208 §4.6.2). */
export type Qualifier = '+' | '-' | '~' | '?'

/** A mechanism with its argument. A `target` of null stands for the domain itself. */
export type Mechanism =
  | { readonly name: 'all' }
  | { readonly name: 'include'; readonly target: MacroString }
  | { readonly name: 'exists'; readonly target: MacroString }
  | { readonly name: 'ptr'; readonly target: MacroString | null }
  | HostMechanism
  | { readonly name: 'ip4' | 'ip6'; readonly network: IpAddress; readonly bits: number }

/** A mechanism about the addresses of hosts, with a prefix length for each family. */
export interface HostMechanism {
  readonly name: 'a' | 'mx'
  readonly target: MacroString | null
  readonly bits4: number
  readonly bits6: number
}

/** A term as written (`text`) and as understood. */
export type Term =
  | {
      readonly kind: 'directive'
      readonly text: string
      readonly qualifier: Qualifier
      readonly mechanism: Mechanism
    }
  | { readonly kind: 'redirect' | 'exp'; readonly text: string; readonly target: MacroString }
  | { readonly kind: 'unknown'; readonly text: string }
  | { readonly kind: 'error'; readonly text: string; readonly problem: string }

const MODIFIER = /^([a-z][a-z0-9._-]*)=/i
const NETWORK = /^:([^/]*)(?:\/(0|[1-9]\d{0,2}))?$/
const DUAL_PREFIX = /(?:\/(0|[1-9]\d?))?(?:\/\/(0|[1-9]\d{0,2}))?$/

/** Reads a term. Never fails: a term that breaks the grammar is one of kind `error`. */
export function parseTerm(text: string): Term {
  const name = MODIFIER.exec(text)?.[1]
  // RFC 7208 §4.6.1: a = right after the name makes a modifier
  return name === undefined ? parseDirective(text) : parseModifier(text, name)
}

function parseModifier(text: string, name: string): Term {
  const value = text.slice(name.length + 1)
  const kind = name.toLowerCase()
  if (kind === 'redirect' || kind === 'exp') {
    const target = parseDomainSpec(value)
    return target === null ? wrong(text, 'not a valid domain') : { kind, text, target }
  }
  // RFC 7208 §6: an unknown modifier means nothing, but its value has to be a macro string
  if (parseMacroString(value, 'term') === null) return wrong(text, 'not a valid macro string')
  return { kind: 'unknown', text }
}

function parseDirective(text: string): Term {
  const first = text.charAt(0)
  const isQualified = first === '+' || first === '-' || first === '~' || first === '?'
  const body = isQualified ? text.slice(1) : text
  const end = body.search(/[:/]/)
  const name = (end < 0 ? body : body.slice(0, end)).toLowerCase()
  const mechanism = parseMechanism(name, end < 0 ? '' : body.slice(end))
  if (typeof mechanism === 'string') return wrong(text, mechanism)
  return { kind: 'directive', text, qualifier: isQualified ? first : '+', mechanism }
}

/** The mechanism, or what is wrong with it. `rest` is what follows its name. */
function parseMechanism(name: string, rest: string): Mechanism | string {
  switch (name) {
    case 'all':
      return rest === '' ? { name } : 'all takes nothing'
    case 'include':
    case 'exists':
      return withTarget(rest, (target) => target !== null && { name, target })
    case 'ptr':
      return withTarget(rest, (target) => ({ name, target }))
    case 'a':
    case 'mx':
      return parseHosts(name, rest)
    case 'ip4':
    case 'ip6':
      return parseNetwork(name, rest)
    default:
      return 'no such mechanism'
  }
}

function withTarget(
  rest: string,
  make: (target: MacroString | null) => Mechanism | false,
): Mechanism | string {
  if (rest === '') return make(null) || 'needs a domain'
  const target = rest.startsWith(':') ? parseDomainSpec(rest.slice(1)) : null
  return (target !== null && make(target)) || 'not a valid domain'
}

function parseHosts(name: 'a' | 'mx', rest: string): Mechanism | string {
  const match = DUAL_PREFIX.exec(rest)
  const bits4 = Number(match?.[1] ?? 32)
  const bits6 = Number(match?.[2] ?? 128)
  // RFC 7208 §5.6: at most /32 and //128
  if (bits4 > 32 || bits6 > 128) return 'prefix too long'
  return withTarget(rest.slice(0, match?.index), (target) => ({ name, target, bits4, bits6 }))
}

function parseNetwork(name: 'ip4' | 'ip6', rest: string): Mechanism | string {
  const match = NETWORK.exec(rest)
  if (match === null) return 'not a valid network'
  const [, address = '', written] = match
  const network = name === 'ip4' ? parseIp4(address) : parseIp6(address)
  if (network === null) return 'not a valid address'
  const longest = name === 'ip4' ? 32 : 128
  const bits = written === undefined ? longest : Number(written)
  return bits > longest ? 'prefix too long' : { name, network, bits }
}

function wrong(text: string, problem: string): Term {
  return { kind: 'error', text, problem }
}
