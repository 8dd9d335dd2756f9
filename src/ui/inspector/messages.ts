/** The messages of a run, by id: the same id means the same message on every road. */
import type { LiveWorld } from '../../host/client.ts'
import type { MessageRecord } from '../../sim/facts/message.ts'
import type { Scene } from './scene.ts'

export interface MessageInWorlds {
  readonly id: string
  readonly record: MessageRecord
  /** Where it exists at the cursor, with its number there. */
  readonly worlds: readonly { readonly world: LiveWorld; readonly message: number }[]
}

/** Those that have been written until the cursor, in the order of writing. */
export function messagesOf({
  worlds,
  cursor,
}: Pick<Scene, 'worlds' | 'cursor'>): MessageInWorlds[] {
  const found = new Map<string, { record: MessageRecord; worlds: MessageInWorlds['worlds'] }>()
  for (const world of worlds)
    world.record.messages.forEach((record, message) => {
      if (record.sentAt > cursor || world.index.messages[message] === undefined) return
      const before = found.get(record.id)
      const here = [...(before?.worlds ?? []), { world, message }]
      found.set(record.id, { record: before?.record ?? record, worlds: here })
    })
  return [...found]
    .map(([id, one]) => ({ id, ...one }))
    .sort((a, b) => a.record.sentAt - b.record.sentAt)
}
