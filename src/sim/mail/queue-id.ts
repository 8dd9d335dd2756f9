/**
 * Queue ids in the look of Postfix's short ones: five hexadecimal digits (there: microseconds of
 * the arrival) and a file's inode. Ours are made from the message's number alone, so that a run
 * always gives the same ones, and can be turned back into it.
 */

const FIRST_INODE = 0x24_2000
const MICROS = 0x10_0000
/** Odd, so that neighbours look unrelated and none meets another. */
const STRIDE = 0x9_e3b5

/** The id of the message with that number, a whole number from 0 on: `0` → `00000242000`. */
export function formatQueueId(n: number): string {
  const micros = ((n % MICROS) * STRIDE) % MICROS
  return hex(micros).padStart(5, '0') + hex(FIRST_INODE + n)
}

/** The number behind an id of ours; null for any other text. */
export function parseQueueId(id: string): number | null {
  if (!/^[0-9A-F]{11,16}$/.test(id)) return null
  const n = Number.parseInt(id.slice(5), 16) - FIRST_INODE
  return n >= 0 && formatQueueId(n) === id ? n : null
}

function hex(n: number): string {
  return n.toString(16).toUpperCase()
}
