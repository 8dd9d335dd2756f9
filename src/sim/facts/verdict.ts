/**
 * What a session gave for one recipient, read off the replies that the client heard: the reply that
 * decided and the step at which it came, or how the connection ended. The rules are those of the
 * sender table (`mail/smtp/sender-table.ts`): a refusal at RCPT is one recipient's, any other is
 * everybody's, the first counts; who refuses EHLO is spoken to with HELO.
 */
import { present } from '../assert.ts'
import { REPLIES } from '../mail/reply-catalogue.ts'
import type { ReplySpec } from '../mail/reply-spec.ts'
import type { Verb } from '../mail/smtp/command.ts'
import { SENDER } from '../mail/smtp/sender-table.ts'
import type { Instant } from '../units.ts'
import { read, readAs } from './codec.ts'
import type { ConnectionEnd, FactOf } from './fact.ts'
import type { FactIndex } from './fact-index.ts'

/** What a reply answers; the greeting answers nothing. */
export type Step = Verb | 'greeting'

export type Verdict =
  | {
      readonly by: 'reply'
      readonly step: Step
      readonly spec: ReplySpec
      /** Position of the reply among the facts. */
      readonly fact: number
    }
  | {
      readonly by: 'end'
      readonly end: Exclude<ConnectionEnd, 'quit'>
      /** What the client was waiting for an answer to; null before the connection was there. */
      readonly step: Step | null
    }

/** One reply that the client has heard. */
interface Heard {
  readonly step: Step
  readonly spec: ReplySpec
  readonly fact: number
  /** When it arrived. */
  readonly at: Instant
  /** Whom a reply to RCPT is about; −1 for others. */
  readonly recipient: number
}

/** A session from the client's point of view. */
interface ClientSession {
  readonly heard: readonly Heard[]
  readonly commands: readonly FactOf<'command'>[]
  /** Null while it goes on. */
  readonly end: ConnectionEnd | null
  /** Whether the other side was there at all. */
  readonly isOpen: boolean
}

/** Replies answer commands in order, behind the greeting; what came too late was not heard. */
export function clientSession(
  { connections, record }: FactIndex,
  connection: number,
): ClientSession {
  const positions = connections[connection]?.facts ?? []
  const session = positions.map((fact) => ({ fact, one: read(record.facts, fact) }))
  const closed = session.map(({ one }) => one).find((one) => one.kind === 'close')
  const commands = session.map(({ one }) => one).filter((one) => one.kind === 'command')
  // A client speaks as soon as it has heard. Where it did not, a line that broke took the reply.
  const isCut = closed !== undefined && closed.end !== 'quit'
  const heardUntil = isCut ? (commands.at(-1)?.at ?? -1) : (closed?.at ?? Infinity)
  const heard: Heard[] = []
  let count = 0
  for (const { fact, one } of session) {
    if (one.kind !== 'reply') continue
    const at = one.at + one.span
    if (at > heardUntil) break
    const answered = count === 0 ? undefined : commands[count - 1]
    count++
    heard.push({
      step: answered?.verb ?? 'greeting',
      spec: present(REPLIES[one.reply], 'reply'),
      fact,
      at,
      recipient: answered?.verb === 'RCPT' ? answered.detail : -1,
    })
  }
  const isOpen = session.some(({ one }) => one.kind === 'accept') || heard.length > 0
  return { heard, commands, end: closed?.end ?? null, isOpen }
}

/** What it gave for that recipient of the message; null where nothing has been decided. */
export function verdictOf(session: ClientSession, recipient: number): Verdict | null {
  let hellos = 0
  for (const { step, spec, fact, recipient: about } of session.heard) {
    const { code } = spec
    if (step === 'EHLO') hellos++
    // RFC 5321 §3.8
    const decides =
      code === 421 || (isDecision(step, code, hellos) && (about < 0 || about === recipient))
    if (decides) return { by: 'reply', step, spec, fact }
  }
  const { end } = session
  if (end === null || end === 'quit') return null
  return { by: 'end', end, step: session.isOpen ? awaited(session) : null }
}

function isDecision(step: Step, code: number, hellos: number): boolean {
  if (step === 'CONTENT') return true
  // RFC 3207 §4.2: the one after the TLS handshake has no HELO to fall back to.
  if (step === 'EHLO') return code >= 400 && hellos > 1
  return step !== 'QUIT' && step !== 'RSET' && code >= 400
}

/**
 * The replies of a session that decided, as positions among the facts: for each recipient whose
 * result names this session and a reply, the one that the verdict stands on. A refusal after which
 * the client turned to another host is none.
 */
export function decidingReplies(index: FactIndex, connection: number): ReadonlySet<number> {
  const attempt = index.attempts[index.connections[connection]?.attempt ?? -1]
  const deciding = new Set<number>()
  let session: ClientSession | null = null
  for (const i of attempt?.facts ?? []) {
    const result = readAs(index.record.facts, i, 'result')
    if (result?.connection !== connection || result.decision.by !== 'reply') continue
    session ??= clientSession(index, connection)
    const verdict = verdictOf(session, result.recipient)
    // What a client notes for itself is in no reply.
    if (verdict?.by === 'reply' && verdict.spec.index === result.decision.reply)
      deciding.add(verdict.fact)
  }
  return deciding
}

/** The first command without an answer, else the last one. */
function awaited({ heard, commands }: ClientSession): Step {
  if (heard.length === 0) return 'greeting'
  return (commands[heard.length - 1] ?? commands.at(-1))?.verb ?? 'greeting'
}

/**
 * A 5yz that is final, as `finalNo` of the sender table has it: Postfix takes the one to HELO at its
 * word (smtp_site_fail). To a greeting, STARTTLS or AUTH it only means this host, now.
 */
export function isFinal({ step, spec }: { step: Step; spec: ReplySpec }): boolean {
  return spec.code >= 500 && FINAL_STEPS.has(step)
}

const FINAL_STEPS: ReadonlySet<Step | null> = new Set(
  Object.values(SENDER)
    .filter(({ finalNo }) => finalNo)
    .map(({ sends }) => sends),
)
