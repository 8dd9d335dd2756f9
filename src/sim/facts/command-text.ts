/** What stood behind the verb of a command: facts keep a number, and the words lie elsewhere. */
import { present } from '../assert.ts'
import { readAs } from './codec.ts'
import type { FactOf } from './fact.ts'
import type { FactIndex } from './fact-index.ts'

/**
 * What a reply speaks of: nearly always what the command has named that it answers. A refusal that was
 * put off to RCPT speaks of the name in HELO, or of a list.
 */
export function replyAbout(
  index: FactIndex,
  { about }: FactOf<'reply'>,
  answers: FactOf<'command'> | null,
): string {
  if (about >= 0) return index.record.names[about] ?? ''
  return answers === null ? '' : commandText(index, answers)
}

/** The argument of a command: a name, a path without its brackets, or who logs in; '' for none. */
export function commandText(
  index: FactIndex,
  { connection, verb, detail }: FactOf<'command'>,
): string {
  const { hosts, messages, names } = index.record
  const entry = present(index.connections[connection], 'connection', connection)
  const { aim, host, message } = present(index.attempts[entry.attempt], 'attempt')
  switch (verb) {
    case 'EHLO':
    case 'HELO':
      return hosts[host]?.name ?? ''
    case 'MAIL':
      return messages[message]?.reversePath ?? ''
    case 'RCPT':
      return messages[message]?.recipients[detail] ?? ''
    case 'AUTH':
      return aim === 'odmr' ? askedDomain(index, connection) : (hosts[host]?.account ?? '')
    case 'ETRN':
    case 'ATRN':
      return names[detail] ?? ''
    default:
      return ''
  }
}

/** Who asks for the mail of a domain logs in under the name that its ATRN says. */
function askedDomain({ connections, record }: FactIndex, connection: number): string {
  for (const i of connections[connection]?.facts ?? []) {
    const one = readAs(record.facts, i, 'command')
    if (one?.verb === 'ATRN') return record.names[one.detail] ?? ''
  }
  return ''
}
