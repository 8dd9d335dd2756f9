/**
 * The header of a message after so many hand-overs: what was written, and what each server has put
 * on top of it (RFC 5321 §4.4). A message that was passed on carries what the first one had.
 */
import { present } from '../assert.ts'
import { readAs } from '../facts/codec.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import { signaturesOf } from '../facts/signing.ts'
import { formatMailDate } from '../mail/date.ts'
import { removeForged } from '../mail/authentication-results/forged.ts'
import type { HeaderField } from '../mail/dkim/content.ts'
import { fieldText } from '../mail/dkim/content.ts'
import type { DkimCrypto } from '../mail/dkim/crypto.ts'
import { realContent } from '../mail/dkim/realise.ts'
import { formatQueueId } from '../mail/queue-id.ts'
import { listFields, locallyMadeField } from '../mail/trace-field.ts'
import { authenticationFields, hasAuthenticated } from './authentication.ts'
import { field, ownText, queueIdAt, traceOf, type SourceField } from './fields.ts'
import { handOvers, type HandOver } from './hand-overs.ts'

/** A signature as it is shown, and who has put it there. */
interface ShownSignature {
  readonly message: number
  readonly host: number
  readonly field: HeaderField
}

/**
 * @param overs by which it came to where it lies, the first one first
 * @param crypto makes true signatures; without it they are stand-ins of the same length
 */
export function headerOf(
  index: FactIndex,
  message: number,
  overs: readonly HandOver[],
  crypto: DkimCrypto | null,
): readonly SourceField[] {
  const signatures = shownSignatures(index, message, crypto)
  const chain = chainOf(index, message, overs)
  let fields: readonly SourceField[] = ownText(index, message).fields
  for (const [i, link] of chain.entries()) {
    const by = (host: number): SourceField[] => signedBy(signatures, link.message, host)
    const { host } = present(index.record.messages[link.message], 'message')
    fields =
      i === 0 ? [...by(host), ...fields] : [...passedOn(index, link.message, by(host)), ...fields]
    for (const over of link.overs) {
      const carried = signatures.filter((one) => isOn(chain, one, i))
      const said = authenticationFields(
        index,
        link.message,
        over,
        carried.map((one) => one.field),
      )
      const server = index.record.hosts[over.server]?.name ?? ''
      // RFC 8601 §5: whoever says something of this kind takes out what pretends to be from it.
      const below = hasAuthenticated(over) ? removeForged(fields, server) : fields
      const own = over.server === host ? [] : by(over.server)
      fields = [...said, ...traceOf(index, link.message, over), ...own, ...below]
    }
  }
  return fields
}

/** From the first writing of a message to this copy of it, each with its way. */
interface Link {
  readonly message: number
  readonly overs: readonly HandOver[]
}

function chainOf(index: FactIndex, message: number, overs: readonly HandOver[]): readonly Link[] {
  const { origin, sentAt } = present(index.record.messages[message], 'message')
  if (origin < 0) return [{ message, overs }]
  const to = recipientBefore(index, message)
  return [...chainOf(index, origin, handOvers(index, origin, to, sentAt)), { message, overs }]
}

/** Whether a signature was there already when a message of the chain was on its way. */
const isOn = (chain: readonly Link[], { message }: ShownSignature, at: number): boolean =>
  chain.findIndex((link) => link.message === message) <= at

function shownSignatures(
  index: FactIndex,
  message: number,
  crypto: DkimCrypto | null,
): readonly ShownSignature[] {
  const all = signaturesOf(index, message, Infinity)
  const signatures = all.map(({ signature }) => signature)
  const standIns = signatures.map((one) => one.field)
  if (crypto === null) return all.map((one, i) => ({ ...one, field: standIns[i]! }))
  const { fields } = realContent({ fields: standIns, body: '' }, signatures, crypto)
  return all.map((one, i) => ({ ...one, field: fields[i]! }))
}

const signedBy = (
  signatures: readonly ShownSignature[],
  message: number,
  host: number,
): SourceField[] =>
  signatures
    .filter((one) => one.message === message && one.host === host)
    .map((one) => field(fieldText(one.field).split('\r\n'), host))

/** What a forwarder or a list puts on a message that it passes on, as Postfix's local delivery. */
function passedOn(
  index: FactIndex,
  message: number,
  signed: readonly SourceField[],
): SourceField[] {
  const { record } = index
  const { host, sentAt, origin } = present(record.messages[message], 'message')
  const id = formatQueueId(queueIdAt(index, message, host))
  const date = formatMailDate(record.startsAtEpochMs + sentAt)
  const { name, kind } = present(record.hosts[host], 'host')
  const to = record.messages[origin]?.recipients[recipientBefore(index, message)] ?? ''
  const received = field(locallyMadeField(name, id, date), host)
  const ofList = kind === 'list' ? listFields(to).map((lines) => field(lines, host)) : []
  return [received, ...signed, ...ofList, field([`Delivered-To: ${to}`], host)]
}

/** For which of its recipients the first message was passed on as this one. */
function recipientBefore(index: FactIndex, message: number): number {
  const { record, messages, attempts } = index
  const { origin, host } = present(record.messages[message], 'message')
  const made = messages[message]?.facts[0] ?? -1
  let recipient = 0
  for (const serial of messages[origin]?.attempts ?? []) {
    const attempt = attempts[serial]
    if (attempt?.host !== host || attempt.aim !== 'local') continue
    for (const i of attempt.facts) {
      const result = i < made ? readAs(record.facts, i, 'result') : null
      if (result?.decision.by === 'network' && result.decision.result === 'forwarded')
        recipient = result.recipient
    }
  }
  return recipient
}
