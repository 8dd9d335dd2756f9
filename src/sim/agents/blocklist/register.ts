/**
 * Whom the operator of a block list has met at its traps, and since when an address is on the list.
 * Plain data and functions over it; what happens at which instant is the agent's business.
 */
import type { Instant, Millis } from '../../units.ts'

export interface Entry {
  hits: number
  isListed: boolean
  /** When it is to be put on the list; −1: not planned. */
  listAt: Instant
  /** When it is to be forgotten, unless it is met again. */
  forgetAt: Instant
  /** The instant for which a look at `forgetAt` is planned; −1: none. */
  looksAt: Instant
}

/** By address, in the order in which they were met. */
export type Register = Map<string, Entry>

export interface Terms {
  readonly hitsNeeded: number
  readonly lagMs: Millis
  readonly listsForMs: Millis
}

/** Notes that an address has been met. */
export function noteHit(register: Register, address: string, now: Instant, terms: Terms): Entry {
  const known = register.get(address)
  const entry = known === undefined || isForgotten(known, now) ? newEntry() : known
  register.set(address, entry)
  entry.hits++
  entry.forgetAt = now + terms.listsForMs
  if (!entry.isListed && entry.listAt < 0 && entry.hits >= terms.hitsNeeded)
    entry.listAt = now + terms.lagMs
  return entry
}

const newEntry = (): Entry => ({ hits: 0, isListed: false, listAt: -1, forgetAt: 0, looksAt: -1 })

/** Too few letters in too long a time come to nothing. */
function isForgotten({ isListed, listAt, forgetAt }: Entry, now: Instant): boolean {
  return !isListed && listAt < 0 && now >= forgetAt
}

export interface Change {
  readonly address: string
  readonly entry: Entry
  readonly event: 'listed' | 'delisted'
}

/** Carries out what is due by now, and says what has changed, in the order of the register. */
export function changesDue(register: Register, now: Instant): Change[] {
  const changes: Change[] = []
  for (const [address, entry] of register) {
    const isOver = now >= entry.forgetAt
    if (!entry.isListed && entry.listAt >= 0 && now >= entry.listAt) {
      entry.listAt = -1
      // Who works slower than it forgets lists nobody.
      if (isOver) register.delete(address)
      else {
        entry.isListed = true
        changes.push({ address, entry, event: 'listed' })
      }
    } else if (entry.isListed && isOver) {
      register.delete(address)
      changes.push({ address, entry, event: 'delisted' })
    }
  }
  return changes
}
