/**
 * A message as it lies at its present holder: the text it was sent with, and on top of it what each
 * server on its way has added, the latest first (RFC 5321 §4.4).
 */
import { present } from '../assert.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import { rootOf } from '../facts/content.ts'
import { formatMailDate } from '../mail/date.ts'
import type { DkimCrypto } from '../mail/dkim/crypto.ts'
import { formatQueueId } from '../mail/queue-id.ts'
import { locallyMadeField, mailboxFields, returnPathField } from '../mail/trace-field.ts'
import type { Instant } from '../units.ts'
import { bounceLines } from './bounce.ts'
import { field, ownText, queueIdAt, traceOf } from './fields.ts'
import type { SourceField, Written } from './fields.ts'
import { handOvers, lastMailbox, type HandOver } from './hand-overs.ts'
import { headerOf } from './header.ts'

export type { SourceField } from './fields.ts'

export interface MessageSource {
  /** Who has it now. */
  readonly host: number
  /** All of it, with CRLF line ends. */
  readonly text: string
  readonly fields: readonly SourceField[]
  /** What stands below the header, with CRLF line ends. */
  readonly body: string
}

/**
 * The source for one recipient as it stands at `until`; null before the message exists.
 * @param crypto makes true signatures; without it they are stand-ins of the same length
 */
// oxlint-disable-next-line max-params -- what, for whom, when, and with which arithmetic
export function messageSource(
  index: FactIndex,
  message: number,
  recipient: number,
  until: Instant,
  crypto: DkimCrypto | null = null,
): MessageSource | null {
  const one = index.record.messages[message]
  if (one === undefined || one.sentAt > until) return null
  const overs = handOvers(index, message, recipient, until)
  const written =
    one.kind === 'dsn'
      ? reportText(index, message, overs, crypto)
      : { fields: headerOf(index, message, overs, crypto), body: ownText(index, message).body }
  const boxed = lastMailbox(index, message, recipient, until)
  const host = boxed?.host ?? overs.at(-1)?.server ?? one.host
  const to = one.recipients[recipient] ?? ''
  const added = [returnPathField(one.reversePath), ...mailboxFields(to)]
  const last = boxed === null ? [] : added.map((lines) => field(lines, host))
  const fields = [...last, ...written.fields]
  const body = written.body.join('\r\n')
  const header = fields.map(({ text }) => text.replaceAll('\n', '\r\n')).join('\r\n')
  return { host, fields, body, text: `${header}\r\n\r\n${body}` }
}

/** A report has a text of its own; its server puts one Received field on top. */
function reportText(
  index: FactIndex,
  copy: number,
  overs: readonly HandOver[],
  crypto: DkimCrypto | null,
): Written {
  const { record } = index
  // One that was passed on is what the first was.
  const message = rootOf(record, copy)
  const one = present(record.messages[message], 'message')
  const lines = bounceLines(index, message, crypto)
  const end = lines.indexOf('')
  const date = formatMailDate(record.startsAtEpochMs + one.sentAt)
  const host = present(record.hosts[one.host], 'host')
  const id = formatQueueId(queueIdAt(index, message, one.host))
  const trace = overs.toReversed().flatMap((over) => traceOf(index, copy, over))
  const fields = [...trace, field(locallyMadeField(host.name, id, date), one.host)]
  let lately: string[] = []
  for (const line of lines.slice(0, end)) {
    if (!/^[ \t]/.test(line) && lately.length > 0) {
      fields.push(field(lately, one.host))
      lately = []
    }
    lately.push(line)
  }
  if (lately.length > 0) fields.push(field(lately, one.host))
  return { fields, body: lines.slice(end + 1) }
}
