/** Facts as JSON lines: one object a fact, with names instead of numbers. */
import { read } from '../facts/codec.ts'
import { LIMITS, type Fact } from '../facts/fact.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import type { WorldRecord } from '../facts/record.ts'
import { formatQueueId } from '../mail/queue-id.ts'
import { REPLIES } from '../mail/reply-catalogue.ts'

/** One line per fact, without line ends. */
export function factLines({ record }: FactIndex): string[] {
  const lines: string[] = []
  for (let i = 0; i < record.facts.length; i++) {
    const fact = read(record.facts, i)
    lines.push(JSON.stringify({ world: record.id, ...named(record, fact) }))
  }
  return lines
}

function named(record: WorldRecord, fact: Fact): Record<string, unknown> {
  const out: Record<string, unknown> = { ...fact }
  for (const key of ['host', 'server', 'from'] as const) {
    const index = out[key]
    if (typeof index === 'number') out[key] = record.hosts[index]?.id ?? null
  }
  if (typeof out['message'] === 'number') out['message'] = record.messages[out['message']]?.id
  switch (fact.kind) {
    case 'host':
      return { ...out, address: record.hosts[fact.host]?.addresses[fact.address] ?? null }
    case 'message':
      return { ...out, about: record.messages[fact.about]?.id ?? null }
    case 'lookup':
      return { ...out, name: record.names[fact.name] }
    case 'connect':
      return { ...out, address: record.names[fact.address] }
    case 'reply':
      return { ...out, ...replyOf(fact.reply) }
    case 'queue':
      return { ...out, queueId: formatQueueId(fact.queueId) }
    case 'result':
      return fact.decision.by === 'reply'
        ? { ...out, decision: { by: 'reply', ...replyOf(fact.decision.reply) } }
        : out
    case 'limit':
      return { ...out, which: LIMITS[fact.which] }
    default:
      return out
  }
}

function replyOf(index: number): { reply: string; code: number; enhanced: string | null } {
  const spec = REPLIES[index]
  return { reply: spec?.name ?? '', code: spec?.code ?? 0, enhanced: spec?.enhanced ?? null }
}
