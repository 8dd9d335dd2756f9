/**
 * Signing (RFC 6376 §5): a host that has the key of a domain answers for a message in its name.
 *
 * Which keys a host has stands in the scenario: whoever has none cannot sign, and whoever has one
 * that the domain has not published signs in vain.
 */
import { KIND } from '../facts/fact.ts'
import { signatureBy } from '../facts/signing.ts'
import { domainOf } from '../mail/address.ts'
import type { Host } from '../network/host.ts'
import { messageAt, nameIndexOf, type Context } from './context.ts'

/** The options of a host that may sign; `agents/sign-options.ts`. */
export interface SignConfig {
  readonly signOn: boolean
  /** s=: which of the domain's keys. */
  readonly signSelector: string
  /** For the domain in From, or for the host's own whoever has written it (RFC 6376 §5.1). */
  readonly signAs: 'author' | 'own'
}

/** Signs if the host is set up for it and has a key that fits; once in each name. */
export function sign(ctx: Context, host: Host, message: number): void {
  const config = host.config as unknown as Partial<SignConfig>
  if (config.signOn !== true) return
  const domain = signingDomain(ctx, host, message, config.signAs === 'own')
  const selector = config.signSelector ?? ''
  if (domain === '' || isSigned(ctx, message, domain, selector)) return
  const { chronicle, kernel, world, setting } = ctx
  const { startsAtEpochMs } = setting
  const written = { messages: chronicle.messages, hosts: world.hosts, startsAtEpochMs }
  const signature = signatureBy(written, message, { domain, selector, at: kernel.now })
  world.signatures.set(message, [signature, ...signaturesOn(ctx, message)])
  const [d, s] = [nameIndexOf(chronicle, domain), nameIndexOf(chronicle, selector)]
  chronicle.facts.add(kernel.now, KIND.signed, message, host.index, d, s)
}

/** A copy carries what the first had: a signature is a field like others (RFC 6376 §3.5). */
export function keepSignatures(ctx: Context, from: number, to: number): void {
  const kept = signaturesOn(ctx, from)
  if (kept.length > 0) ctx.world.signatures.set(to, kept)
}

const signaturesOn = (ctx: Context, message: number) => ctx.world.signatures.get(message) ?? []

/** '' where the host has no key for it. */
function signingDomain(ctx: Context, host: Host, message: number, own: boolean): string {
  const keys = ctx.setting.keys[host.index] ?? []
  if (own) return keys[0] ?? ''
  const author = domainOf(messageAt(ctx, message).author).toLowerCase()
  return keys.includes(author) ? author : ''
}

/** A letter that is handed over twice is not signed twice by the same key. */
function isSigned(ctx: Context, message: number, domain: string, selector: string): boolean {
  return signaturesOn(ctx, message).some(({ read }) => {
    const tags = read.reason === null ? read.tags : read
    return tags.domain === domain && tags.selector === selector
  })
}
