/**
 * Greylisting as postgrey does it: a stranger is told to come back, and who comes back is let in.
 *
 * The order of decisions is postgrey's own (function `smtpd_access_policy`); RFC 6647 describes the
 * family. Not simulated: the white lists that postgrey ships; its nightly clean-up, whose effect is
 * computed on the spot (an entry past its time counts as absent); and that it knows by the exact
 * address, instead of the network, a client whose name has the last two numbers of the address in it.
 */
import { remembered } from '../../mail/memo.ts'
import { reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import type { Instant, Millis } from '../../units.ts'
import { hours } from '../../units.ts'
import { objects, optionsAs, passes, type Check, type Finding, type Question } from '../check.ts'
import { GREYLIST_OPTIONS } from './options.ts'

export interface GreylistOptions {
  readonly greylistOn: boolean
  readonly greylistDelayMs: Millis
  readonly greylistRetryWindowMs: Millis
  readonly greylistMaxAgeMs: Millis
  /** Passes after which a client is trusted; 0: never. */
  readonly greylistAutoWhitelist: number
  readonly greylistKey: string
}

/** When a triplet was seen first and last. */
interface Triplet {
  first: Instant
  last: Instant
}

interface Client {
  passes: number
  /** When a pass was counted last, or when a trusted client was met; at most once an hour. */
  last: Instant
}

/** Plain world state. Maps keep the order of insertion. */
export interface GreylistState {
  readonly triplets: Map<string, Triplet>
  readonly clients: Map<string, Client>
}

/** What a client does is noted at most once in this time. */
const NOTED_EVERY = hours(1)

export const greylisting: Check<GreylistState> = {
  id: 'greylisting',
  title: 'Greylisting',
  source: 'postgrey 1.37, RFC 6647',
  stage: 'rcpt',
  options: GREYLIST_OPTIONS,
  isOn: ({ greylistOn, greylistWhen }) => greylistOn === true && greylistWhen !== 'score',
  create: () => ({ triplets: new Map(), clients: new Map() }),
  evaluate: (q, state, options) => judge(q, state, optionsAs<GreylistOptions>(options)),
}

function judge(q: Question, state: GreylistState, options: GreylistOptions): Finding {
  const pass = (reason: string, value: Millis): Finding =>
    passes(reason, { value, threshold: options.greylistDelayMs })
  const defer = (reason: string, value: Millis): Finding => {
    const threshold =
      reason === 'triplet-expired' ? options.greylistRetryWindowMs : options.greylistDelayMs
    return objects(reason, reply(R.greylisted, q.forwardPath), { value, threshold })
  }
  if (isAutoWhitelisted(q, state, options)) return pass('client-auto-whitelisted', 0)
  const key = tripletKey(q, options.greylistKey)
  const known = state.triplets.get(key)
  if (known === undefined || isForgotten(known, q.now, options)) {
    state.triplets.set(key, { first: q.now, last: q.now })
    return options.greylistDelayMs === 0 ? pass('triplet-passed', 0) : defer('triplet-new', 0)
  }
  const passedBefore = known.last - known.first >= options.greylistDelayMs
  if (!passedBefore && q.now - known.first > options.greylistRetryWindowMs) {
    known.first = q.now
    known.last = q.now
    return defer('triplet-expired', 0)
  }
  known.last = q.now
  const waited = q.now - known.first
  // An early retry does not start the wait anew: `first` stays.
  if (waited < options.greylistDelayMs) return defer('triplet-early', waited)
  if (passedBefore) return pass('triplet-known', waited)
  // Only a wait that is over counts: the next letters of the same triplet prove nothing new.
  countPass(q, state)
  return pass('triplet-passed', waited)
}

/** Passed entries live for the maximal age since last seen, others for the retry window. */
function isForgotten(t: Triplet, now: Instant, options: GreylistOptions): boolean {
  const passed = t.last - t.first >= options.greylistDelayMs
  return passed && now - t.last > options.greylistMaxAgeMs
}

function isAutoWhitelisted(q: Question, state: GreylistState, options: GreylistOptions): boolean {
  const client = state.clients.get(q.clientAddress)
  if (client === undefined || options.greylistAutoWhitelist === 0) return false
  if (q.now - client.last > options.greylistMaxAgeMs) {
    state.clients.delete(q.clientAddress)
    return false
  }
  if (client.passes < options.greylistAutoWhitelist) return false
  if (q.now - client.last >= NOTED_EVERY) client.last = q.now
  return true
}

function countPass(q: Question, state: GreylistState): void {
  const client = state.clients.get(q.clientAddress)
  if (client === undefined) {
    state.clients.set(q.clientAddress, { passes: 1, last: q.now })
    return
  }
  if (q.now - client.last < NOTED_EVERY) return
  client.passes++
  client.last = q.now
}

/** Client network / sender / recipient, as one text. */
export function tripletKey(q: Question, by: string): string {
  const client = by === 'address' ? q.clientAddress : networkOf(q.clientAddress)
  return `${client}/${senderOf(q.reversePath)}/${q.forwardPath.toLowerCase()}`
}

/** The /24 of an IPv4 address. */
function networkOf(address: string): string {
  return address.slice(0, address.lastIndexOf('.'))
}

/**
 * Takes away what changes from one copy to the next: a BATV tag, a `+detail`, and numbers that
 * stand alone (VERP), so that a retry under a slightly different sender still matches.
 */
function normalisedSender(sender: string): string {
  const at = sender.lastIndexOf('@')
  if (at < 0) return sender
  let local = sender.slice(0, at).toLowerCase()
  if (local.startsWith('prvs=')) local = local.slice(local.lastIndexOf('=') + 1)
  const plus = local.indexOf('+')
  if (plus > 0) local = local.slice(0, plus)
  if (/\d/.test(local)) local = local.replace(/\b\d+\b/g, '#')
  return local + sender.slice(at).toLowerCase()
}

const senderOf = remembered(normalisedSender)
