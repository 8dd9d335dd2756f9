/**
 * A server's checks, asked in the course of a session. What each found is put on record with the
 * session, whether it objects or not.
 */
import type { Reply } from '../mail/reply.ts'
import type { Host } from '../network/host.ts'
import type { Check, CheckStage, Fate, Finding, Letter, Question } from '../policy/check.ts'
import { CHECKS } from '../policy/index.ts'
import type { Mailboxes } from '../policy/mailboxes.ts'
import { fateOf, isDueAt, lookAt, tell, type Bench, type Look } from '../policy/pipeline.ts'
import type { Connection } from './connection.ts'
import { messageAt, type Context } from './context.ts'
import { SessionInquiry, type Said } from './session-inquiry.ts'
import { newTransaction, noteScore } from './session-notes.ts'
import { noteFinding } from './site.ts'

/** A site that judges: its mailboxes, and its checks with what they remember. */
export interface JudgingSite extends Mailboxes {
  readonly bench: Bench
}

/** One look at a session: at which stage, and what has just been said there. */
export class SessionLook implements Look {
  readonly checks = CHECKS
  readonly bench: Bench
  readonly options: Host['config']
  readonly #ctx: Context
  readonly #host: Host
  readonly #session: Connection
  readonly #stage: CheckStage
  readonly #about: string
  readonly #said: Said
  readonly #inquiry: SessionInquiry
  readonly #isPutOff: boolean
  /** One for all checks of a look: what they are asked is the same, and only the score grows. */
  #question: (Question & { score: number }) | null = null

  // oxlint-disable-next-line max-params -- where, in which session, when, and about what
  constructor(
    ctx: Context,
    host: Host,
    session: Connection,
    site: JudgingSite,
    stage: CheckStage,
    about: string,
  ) {
    this.#ctx = ctx
    this.#host = host
    this.#session = session
    this.#stage = stage
    this.#about = about
    this.bench = site.bench
    this.options = host.config
    this.#isPutOff = host.config['delayReject'] !== false
    const { helo, reversePath } = session.receiver
    this.#said = {
      helo: stage === 'hello' ? about : helo,
      reversePath: stage === 'mail' ? about : reversePath,
    }
    this.#inquiry = new SessionInquiry(ctx, host, session, this.#said, site)
    if (stage === 'mail' && session.notes !== null) newTransaction(session.notes)
  }

  isDue(check: Check): boolean {
    return isDueAt(check, this.#stage, this.#isPutOff)
  }

  question(): Question {
    const question = (this.#question ??= this.#ask())
    question.score = this.#session.notes?.score ?? 0
    return question
  }

  #ask(): Question & { score: number } {
    const { helo, reversePath } = this.#said
    return {
      now: this.#ctx.kernel.now,
      receiver: this.#host.name,
      clientAddress: this.#session.clientAddress,
      helo,
      reversePath,
      forwardPath: this.#stage === 'rcpt' ? this.#about : '',
      recipients: this.#session.receiver.recipients,
      letter: this.#stage === 'content' ? this.#letter() : null,
      inquiry: this.#inquiry,
      score: 0,
    }
  }

  #letter(): Letter {
    const { author, subject, body, octets } = messageAt(this.#ctx, this.#session.message)
    return { author, subject, body, octets }
  }

  note(check: Check, finding: Finding): void {
    const path = this.#stage === 'rcpt' ? this.#about : ''
    noteFinding(this.#ctx, this.#session, check.id, finding, path)
    if (finding.score === 0 && finding.folder === 'inbox') return
    const { notes } = this.#inquiry
    const isOfSession = this.#stage === 'greeting' || this.#stage === 'hello'
    noteScore(notes, check.id, finding.score, isOfSession)
    if (finding.folder === 'junk') notes.folder = 'junk'
  }

  /** Asks all that are due; the reply of the one that objects. Checks that learn hear of it. */
  objection(): Reply | null {
    const no = lookAt(this)
    if (no === null) return null
    tell(this, fateOf(no), no.check)
    return no.reply
  }

  tell(fate: Fate): void {
    tell(this, fate)
  }
}
