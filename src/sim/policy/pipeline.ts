/**
 * Asking the checks: which of them, in which order, and what follows from what they find.
 *
 * The order is data: an option names the checks that come first, and the rest follow in the order of
 * the list in `index.ts`, which is the default. The first objection ends the look at this stage.
 */
import type { Reply } from '../mail/reply.ts'
import type { Check, CheckOptions, CheckStage, Fate, Finding, Question } from './check.ts'

/** The checks of one site with their states, in the order in which they are asked. Plain data. */
export interface Bench {
  /** The option's text that this order was made from. */
  order: string
  /** Positions in the list of checks. */
  sequence: readonly number[]
  /** By position in the list of checks. */
  readonly states: readonly unknown[]
}

export function newBench(checks: readonly Check[]): Bench {
  return {
    order: '',
    sequence: checks.map((_, i) => i),
    states: checks.map((check) => check.create()),
  }
}

/** Positions of the checks: those that the text names, then the rest as the list has them. */
export function sequenceOf(checks: readonly Check[], order: string): readonly number[] {
  const named = order.split(',').map((id) => checks.findIndex((check) => check.id === id.trim()))
  const first = named.filter((i) => i >= 0)
  return [...first, ...checks.keys()].filter((i, at, all) => all.indexOf(i) === at)
}

/** What asks and is told on the way through a stage. */
export interface Look {
  readonly checks: readonly Check[]
  readonly bench: Bench
  readonly options: CheckOptions
  /** Whether this check is asked at this stage; a site may put off objections to RCPT. */
  isDue(check: Check): boolean
  question(): Question
  note(check: Check, finding: Finding): void
}

/** Who objected, and to what. */
export interface Objection {
  readonly check: Check
  readonly finding: Finding
  readonly reply: Reply
}

/** Asks every check that is due; the first one that objects ends it. */
export function lookAt(look: Look): Objection | null {
  const { bench, checks, options } = look
  const order = String(options['order'] ?? '')
  if (order !== bench.order) {
    bench.sequence = sequenceOf(checks, order)
    bench.order = order
  }
  for (const i of bench.sequence) {
    const check = checks[i]
    if (check === undefined || !look.isDue(check) || !check.isOn(options)) continue
    const finding = check.evaluate(look.question(), bench.states[i], options)
    look.note(check, finding)
    if (finding.reply !== null) return { check, finding, reply: finding.reply }
  }
  return null
}

/** What an objection makes of a message: see `Fate`. */
export function fateOf({ reply: { spec } }: Objection): Fate {
  // RFC 3463 §3.8: X.7.Z is security or policy; an unknown user (5.1.1) is no sign of spam.
  const isSpam = spec.code >= 500 && (spec.enhanced ?? '').startsWith('5.7.')
  return isSpam ? 'refused' : 'turned-away'
}

/**
 * Tells the checks that learn what became of a message. Who objected does not hear of it: a bad
 * reputation would otherwise be a reason for itself.
 */
export function tell(
  look: Omit<Look, 'isDue' | 'note'>,
  fate: Fate,
  by: Check | null = null,
): void {
  const { checks, bench, options } = look
  for (const [i, check] of checks.entries())
    if (check.learn !== undefined && check !== by && check.isOn(options))
      check.learn(look.question(), bench.states[i], options, fate)
}

/**
 * At which stage a check is asked. By default everything that is known earlier is judged at RCPT
 * (Postfix: smtpd_delay_reject), so that the log tells whom a refused message was for; only limits,
 * which are about the session and not about mail, are not put off.
 */
export function isDueAt(check: Check, stage: CheckStage, isPutOff: boolean): boolean {
  const own = check.stage
  const waits = isPutOff && check.neverPutOff !== true && (own === 'hello' || own === 'mail')
  return stage === (waits ? 'rcpt' : own)
}
