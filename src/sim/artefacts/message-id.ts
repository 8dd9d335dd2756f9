/** Message-ID as the program that wrote the message makes it (RFC 5322 §3.6.4). */
import { present } from '../assert.ts'
import { readAs } from '../facts/codec.ts'
import { rootOf } from '../facts/content.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import { formatInstant } from '../mail/date.ts'
import { formatQueueId } from '../mail/queue-id.ts'

/** With its angle brackets. A report has Postfix's form: the second, the queue id, the host. */
export function messageIdOf(index: FactIndex, copy: number): string {
  const { record } = index
  // Who passes a message on does not write it anew (RFC 5322 §3.6.4).
  const message = rootOf(record, copy)
  const one = present(record.messages[message], 'message')
  const host = present(record.hosts[one.host], 'host')
  const made = record.startsAtEpochMs + one.sentAt
  if (one.about < 0) return `<${made}.${one.id}@${host.name}>`
  const second = formatInstant(made).replaceAll(/\D/g, '').slice(0, 14)
  return `<${second}.${queueIdOf(index, message)}@${host.name}>`
}

/** The queue id under which the message was first taken in. */
function queueIdOf({ record, messages }: FactIndex, message: number): string {
  for (const i of messages[message]?.facts ?? []) {
    const queued = readAs(record.facts, i, 'queue')
    if (queued !== null) return formatQueueId(queued.queueId)
  }
  return ''
}
