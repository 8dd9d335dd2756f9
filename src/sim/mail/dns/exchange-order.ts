import { assert } from '../../assert.ts'
import { canonicalName } from './name.ts'
import type { DnsRecord, MxRecord } from './record.ts'

/** A draw: a uniform integer in [0, n). `k` numbers the draws of one route from 0. */
export type Shuffle = (k: number, n: number) => number

/** The preference from which on a host removes exchanges: its own; Infinity when not listed. */
export function ownPreference(records: readonly DnsRecord[], ownNames: readonly string[]): number {
  let own = Infinity
  for (const record of records) {
    if (record.type !== 'MX' || record.preference >= own) continue
    if (isOwnName(canonicalName(record.exchange), ownNames)) own = record.preference
  }
  return own
}

/** Whether a canonical name is one of the host's own, in whatever case those are written. */
export function isOwnName(name: string, ownNames: readonly string[]): boolean {
  for (const own of ownNames) {
    if (canonicalName(own) === name) return true
  }
  return false
}

/**
 * The exchanges with a preference below `limit` in the order to try them: ascending, equal ones
 * shuffled so that senders spread over them (RFC 5321 §5.1). Groups of one draw nothing. Which
 * records enter is decided by the caller's `limit` and by the name: an exchange `.` is no host.
 */
export function inOrder(
  records: readonly DnsRecord[],
  limit: number,
  shuffle: Shuffle,
): readonly MxRecord[] {
  const ordered: MxRecord[] = []
  for (const record of records) {
    if (record.type !== 'MX' || record.preference >= limit) continue
    if (canonicalName(record.exchange) !== '') insert(ordered, record)
  }
  let draws = 0
  for (let start = 0; start < ordered.length;) {
    const end = groupEnd(ordered, start)
    // Fisher-Yates from the back: each order of the group is equally likely.
    for (let last = end - 1; last > start; last--) {
      const n = last - start + 1
      const drawn = shuffle(draws++, n)
      assert(Number.isInteger(drawn) && drawn >= 0 && drawn < n, 'shuffle drew outside its range')
      swap(ordered, start + drawn, last)
    }
    start = end
  }
  return ordered
}

/** Insertion sort: lists are short, and equal preferences keep the order of the answer. */
function insert(ordered: MxRecord[], record: MxRecord): void {
  let i = ordered.length
  ordered.push(record)
  for (; i > 0; i--) {
    const before = ordered[i - 1]
    if (before === undefined || before.preference <= record.preference) break
    ordered[i] = before
  }
  ordered[i] = record
}

function groupEnd(ordered: readonly MxRecord[], start: number): number {
  const preference = ordered[start]?.preference
  let end = start + 1
  while (end < ordered.length && ordered[end]?.preference === preference) end++
  return end
}

function swap(list: MxRecord[], i: number, j: number): void {
  const a = list[i]
  const b = list[j]
  if (a === undefined || b === undefined) return
  list[i] = b
  list[j] = a
}
