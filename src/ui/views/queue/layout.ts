/** What waits at each host that sends, in the order in which it is due. */
import type { FactIndex } from '../../../sim/facts/fact-index.ts'
import type { HostStateReading, QueueEntry } from '../../../sim/facts/host-states.ts'
import type { MessageRecord } from '../../../sim/facts/message.ts'

export interface Block {
  readonly entry: QueueEntry
  readonly record: MessageRecord
}

export interface HostQueue {
  readonly host: number
  readonly asleep: boolean
  readonly blocks: readonly Block[]
  /** Those behind the last block that is shown. */
  readonly more: number
}

/** Blocks that are shown one by one. */
const BLOCKS_MAX = 12

/** Mail programs and relays; a mail exchanger that only receives has no queue to look at. */
export function queuesOf({ record }: FactIndex, states: readonly HostStateReading[]): HostQueue[] {
  return states.flatMap(({ host, queue, state }) => {
    const kind = record.hosts[host]?.kind
    const sends = kind === 'mua' ? true : kind === 'submission' && record.route === 'relayed'
    if (!sends && queue.length === 0) return []
    const blocks = queue.slice(0, BLOCKS_MAX).flatMap((entry) => {
      const message = record.messages[entry.message]
      return message === undefined ? [] : [{ entry, record: message }]
    })
    return [{ host, asleep: state === 'asleep', blocks, more: queue.length - blocks.length }]
  })
}
