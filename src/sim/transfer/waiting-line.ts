/**
 * First in, first out, in an array: those before `head` have been taken and go in one piece, since
 * shifting one by one would move all the others each time.
 */

/** Plain, mutable world state. */
export interface WaitingLine<T> {
  items: T[]
  head: number
}

export const newLine = <T>(): WaitingLine<T> => ({ items: [], head: 0 })

export function putBehind<T>(line: WaitingLine<T>, item: T): void {
  line.items.push(item)
}

export const isEmpty = <T>({ items, head }: WaitingLine<T>): boolean => head === items.length

/** Takes the one that has waited longest; null when nobody waits. */
export function takeFirst<T>(line: WaitingLine<T>): T | null {
  const item = line.items[line.head]
  if (item === undefined) return null
  line.head++
  if (line.head * 2 > line.items.length) {
    line.items = line.items.slice(line.head)
    line.head = 0
  }
  return item
}
