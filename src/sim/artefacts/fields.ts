/** The header fields of a message: its own, and what servers have put on top (RFC 5321 §4.4). */
import { present } from '../assert.ts'
import { readAs } from '../facts/codec.ts'
import { contentOf, rootOf } from '../facts/content.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import { formatMailDate } from '../mail/date.ts'
import { fieldText } from '../mail/dkim/content.ts'
import { formatQueueId } from '../mail/queue-id.ts'
import { greylistField, receivedField } from '../mail/trace-field.ts'
import type { HandOver } from './hand-overs.ts'

export interface SourceField {
  readonly name: string
  /** The field's lines without the last line end; folded lines keep their tab. */
  readonly text: string
  /** Index of the host that put it there. */
  readonly addedBy: number
}

/** What the writer of a message has made. */
export interface Written {
  readonly fields: readonly SourceField[]
  readonly body: readonly string[]
}

/** What the sender's program writes (RFC 5322 §3.6). */
export function ownText(index: FactIndex, message: number): Written {
  const { fields, body } = contentOf(index.record, message)
  const writer = present(index.record.messages[rootOf(index.record, message)], 'message').host
  return {
    fields: fields.map((one) => field(fieldText(one).split('\r\n'), writer)),
    body: body.split('\r\n'),
  }
}

export function field(lines: readonly string[], addedBy: number): SourceField {
  const [first = ''] = lines
  return { name: first.slice(0, first.indexOf(':')), text: lines.join('\n'), addedBy }
}

/** What a server adds when it takes a message in: the latest field first. */
export function traceOf(index: FactIndex, message: number, over: HandOver): SourceField[] {
  const { record } = index
  const { recipients } = present(record.messages[message], 'message')
  const client = present(record.hosts[over.client], 'client')
  const server = present(record.hosts[over.server], 'server')
  const date = formatMailDate(record.startsAtEpochMs + over.at)
  const received = receivedField({
    heloName: client.name,
    clientName: client.reverseNames[client.addresses.indexOf(over.clientAddress)] ?? '',
    clientAddress: over.clientAddress,
    byHost: server.name,
    protocol: over.protocol,
    queueId: formatQueueId(over.queueId),
    user: over.authenticated ? client.account : '',
    recipients: over.recipients.map((i) => recipients[i] ?? ''),
    date,
  })
  const fields = [field(received, over.server)]
  if (over.greylisted === null) return fields
  const { at, waited } = over.greylisted
  const epoch = record.startsAtEpochMs
  // postgrey counts whole seconds of the clock, and names the zone by its letters.
  const delay = Math.floor((epoch + at) / 1000) - Math.floor((epoch + at - waited) / 1000)
  const passed = formatMailDate(epoch + at).replace('+0000 (UTC)', 'UTC')
  return [field(greylistField(delay, server.name, passed), over.server), ...fields]
}

/** The number by which a host's queue knows a message. */
export function queueIdAt(index: FactIndex, message: number, host: number): number {
  const { facts } = index.record
  for (const i of index.messages[message]?.facts ?? []) {
    const queue = readAs(facts, i, 'queue')
    if (queue?.host === host) return queue.queueId
  }
  return 0
}
