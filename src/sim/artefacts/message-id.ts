/** Message-ID as the sending program makes it (RFC 5322 §3.6.4): an instant, a name, its host. */
import { present } from '../assert.ts'
import type { FactIndex } from '../facts/fact-index.ts'

export function messageIdOf({ record }: FactIndex, message: number): string {
  const one = present(record.messages[message], 'message')
  const host = present(record.hosts[one.host], 'host')
  return `<${record.startsAtEpochMs + one.sentAt}.${one.id}@${host.name}>`
}
