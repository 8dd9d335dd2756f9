/**
 * Segments under way in one direction, oldest first. Nearly always there is one, so two have fields
 * of their own: in a burst of many thousand sessions, arrays that grow would be half of all memory.
 */
import { present } from '../assert.ts'
import type { Segment } from './connection.ts'

/** Plain, mutable world state. */
export interface Lane {
  first: Segment | null
  second: Segment | null
  rest: Segment[] | null
}

export const emptyLane = (): Lane => ({ first: null, second: null, rest: null })

/** Adds a segment behind the others. */
export function putIn(lane: Lane, segment: Segment): void {
  if (lane.first === null) lane.first = segment
  else if (lane.second === null) lane.second = segment
  else if (lane.rest === null) lane.rest = [segment]
  else lane.rest.push(segment)
}

/** Takes the oldest segment out; there must be one. */
export function takeFrom(lane: Lane): Segment {
  const oldest = present(lane.first, 'segment under way')
  lane.first = lane.second
  lane.second = lane.rest?.shift() ?? null
  if (lane.rest?.length === 0) lane.rest = null
  return oldest
}
