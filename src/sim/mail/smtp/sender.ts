/**
 * The sending side of SMTP, after the manner of Postfix's client.
 *
 * Theory of operation. A session is plain data (`SenderState`). `nextBatch` gives the commands to
 * send now, one or a pipelined group, and nothing while replies are outstanding; `onReply` takes
 * the next reply. Where a reply leads is in ONE table, `SENDER`. The session is over when
 * `isFinished`; what each recipient got tells `recipientResult`, and that is known as soon as
 * `isDecided` (Postfix does not wait for the reply to QUIT before it goes on).
 *
 * With PIPELINING, MAIL, all RCPT and DATA travel as one group, and the content with QUIT as
 * another (RFC 2920 §3.1). Replies to a group come in order; what to do about them is settled when
 * the last is there. When everybody was refused, RSET and QUIT go together.
 *
 * A session may carry no message but ask for mail: then ETRN or ATRN stands in the place of MAIL and
 * all that follows it, and `askedResult` has the answer. It asks whether the extension is offered or
 * not: a 502 says more than silence.
 *
 * Simplified: one message per session; the SIZE limit that the server announced is not compared
 * before MAIL; groups are not cut at the size of a send buffer.
 */
import { assert } from '../../assert.ts'
import type { Reply } from '../reply.ts'
import { reply, replyClass } from '../reply.ts'
import { R } from '../reply-catalogue.ts'
import type { Command } from './command-record.ts'
import { authCommand, command } from './command-record.ts'
import { EXT } from './extensions.ts'
import type { Fate, RecipientResult, SenderPlan, SenderState, SenderStep } from './sender-state.ts'
import { SENDER } from './sender-table.ts'

export type { RecipientResult, SenderPlan, SenderState } from './sender-state.ts'
export { newSender } from './sender-state.ts'
export { SENDER, SMTP_TIMEOUT } from './sender-table.ts'

/** Takes the next outstanding reply. It is a mistake to call it when none is outstanding. */
export function onReply(state: SenderState, plan: SenderPlan, r: Reply): void {
  const step = state.answered < state.sent ? state.awaiting[state.answered] : undefined
  assert(step !== undefined, 'a reply that nothing was sent for')
  state.answered += 1
  const row = SENDER[step]
  const done = replyClass(r) === row.hopesFor
  if (step === 'rcpt') noteRecipient(state, r, done)
  else if (step === 'content') noteContent(state, r, done)
  else if (step === 'etrn' || step === 'atrn') decide(state, r, step)
  else if (!done && row.decidesFor === 'all') decide(state, r, step)
  if (r.spec.code === 421) {
    // RFC 5321 §3.8: the server hangs up; further replies will not come
    decide(state, r, step)
    close(state)
    return
  }
  if (done && (step === 'ehlo' || step === 'ehlo-again')) state.extensions = r.detail
  const outstanding = state.answered < state.sent ? state.awaiting[state.answered] : undefined
  if (outstanding !== undefined) {
    state.step = outstanding
    return
  }
  state.sent = 0
  state.answered = 0
  state.step = onwards(
    state,
    plan,
    step,
    done ? row.done : replyClass(r) === 4 ? row.notNow : row.no,
  )
}

function noteRecipient(state: SenderState, r: Reply, done: boolean): void {
  const index = state.repliedRecipients
  state.repliedRecipients += 1
  // after a refused MAIL the answers to the rest of the group are noise
  if (state.deciding !== null) return
  state.recipientReplies[index] = r
  if (done) state.acceptedCount += 1
}

function noteContent(state: SenderState, r: Reply, done: boolean): void {
  // an empty content for nobody decides nothing, see commandFor
  if (state.acceptedCount === 0 || state.deciding !== null) return
  state.delivered = done
  decide(state, r, 'content')
}

/** Decides for all who have no refusal of their own; the first decision counts. */
function decide(state: SenderState, r: Reply, step: SenderStep): void {
  if (isDecided(state)) return
  state.deciding = r
  state.decidedAt = step
}

/** Where to go when a group is answered: the table's word, minus the steps that do not apply. */
function onwards(
  state: SenderState,
  plan: SenderPlan,
  step: SenderStep,
  target: SenderStep,
): SenderStep {
  // a group that ended with DATA, or the last RCPT of many: MAIL refused, or everybody
  if (step === 'data' && target === 'content') return 'content'
  if (step === 'rcpt' && state.deciding === null) {
    if (state.nextRecipient < plan.recipients.length) return 'rcpt'
    return state.acceptedCount > 0 ? 'data' : leave(plan, 'rset')
  }
  if (target === 'ehlo' && !plan.usesEhlo) return 'helo'
  if (plan.asks !== null && (target === 'starttls' || target === 'mail')) {
    return asking(state, plan, step, plan.asks.verb)
  }
  if (target === 'starttls' && !plan.submission) return 'mail'
  if ((target === 'starttls' || target === 'mail') && plan.submission && !isEncrypted(step)) {
    return (state.extensions & EXT.STARTTLS) !== 0 ? 'starttls' : refuseUnencrypted(state, plan)
  }
  // RFC 4954 §4: where AUTH is not offered there is nothing to log in to
  if (target === 'auth' && (plan.user === '' || (state.extensions & EXT.AUTH) === 0)) return 'mail'
  return target === 'rset' || target === 'quit' ? leave(plan, target) : target
}

/**
 * RFC 2645 §5.2: AUTH before ATRN. The password is shown to whoever offers AUTH without encryption,
 * which of our servers only an on-demand mail relay does, see `receiver.ts`.
 */
function asking(
  state: SenderState,
  plan: SenderPlan,
  step: SenderStep,
  verb: 'ETRN' | 'ATRN',
): SenderStep {
  if (verb === 'ETRN') return 'etrn'
  const logsIn = step === 'ehlo' && plan.user !== '' && (state.extensions & EXT.AUTH) !== 0
  return logsIn ? 'auth' : 'atrn'
}

function isEncrypted(step: SenderStep): boolean {
  return step === 'ehlo-again' || step === 'auth'
}

function refuseUnencrypted(state: SenderState, plan: SenderPlan): SenderStep {
  decide(state, reply(R.tlsNotOffered), 'starttls')
  return leave(plan, 'quit')
}

/** Programs that do not say goodbye just close. */
function leave(plan: SenderPlan, target: 'rset' | 'quit'): SenderStep {
  return plan.quits ? target : 'closed'
}

function close(state: SenderState): void {
  state.sent = 0
  state.answered = 0
  state.step = 'closed'
}

/**
 * Adds the commands to send now to `out`: a pipelined group or one command. Adds nothing while
 * replies are outstanding and after the end.
 */
export function nextBatch(state: SenderState, plan: SenderPlan, out: Command[]): void {
  if (state.sent > 0 || state.step === 'closed') return
  const groups = plan.pipelines && (state.extensions & EXT.PIPELINING) !== 0
  const step = state.step
  push(state, plan, step, out)
  if (!groups) return
  if (step === 'mail') {
    // RFC 2920 §3.1: DATA may end a group
    while (state.nextRecipient < plan.recipients.length) push(state, plan, 'rcpt', out)
    push(state, plan, 'data', out)
  } else if ((step === 'content' || step === 'rset') && plan.quits) {
    push(state, plan, 'quit', out)
  }
}

function push(state: SenderState, plan: SenderPlan, step: SenderStep, out: Command[]): void {
  out.push(commandFor(state, plan, step))
  state.awaiting[state.sent++] = step
}

function commandFor(state: SenderState, plan: SenderPlan, step: SenderStep): Command {
  switch (step) {
    case 'ehlo':
    case 'ehlo-again':
      return command('EHLO', plan.heloName)
    case 'helo':
      return command('HELO', plan.heloName)
    case 'auth':
      return authCommand(plan.user, plan.secret)
    case 'etrn':
    case 'atrn':
      assert(plan.asks !== null, `nothing to ask for at ${step}`)
      return command(plan.asks.verb, plan.asks.domain)
    case 'mail':
      // RFC 1870 §3: the parameter only where offered
      return command(
        'MAIL',
        plan.reversePath,
        (state.extensions & EXT.SIZE) !== 0 ? plan.octets : 0,
      )
    case 'rcpt': {
      const recipient = plan.recipients[state.nextRecipient]
      assert(recipient !== undefined, 'RCPT without a recipient')
      state.nextRecipient += 1
      return command('RCPT', recipient)
    }
    case 'content':
      // RFC 2920 §3.1: 354 although nobody was accepted: only the final dot (Postfix too)
      return command('CONTENT', '', state.acceptedCount > 0 ? plan.octets : 0)
    default: {
      const verb = SENDER[step].sends
      assert(verb !== null, `nothing to send at ${step}`)
      return command(verb)
    }
  }
}

/**
 * Ends the session because nobody speaks any more: a lost connection or a timeout. `r` is one of
 * the local replies (`lostConnection`, `conversationTimeout`) and decides for the undecided.
 */
export function abandon(state: SenderState, r: Reply): void {
  decide(state, r, state.step)
  close(state)
}

/** Whether the session is over and the connection can be closed. */
export function isFinished(state: SenderState): boolean {
  return state.step === 'closed'
}

/** Whether it is known for every recipient what became of it, or what the answer to a request is. */
export function isDecided(state: SenderState): boolean {
  if (state.deciding !== null) return true
  const all = state.recipientReplies.length
  return all > 0 && state.acceptedCount === 0 && state.repliedRecipients === all
}

/** The reply that decided a session which only asks for mail: to ETRN or ATRN, or a refusal before. */
export function askedResult(state: SenderState): Reply | null {
  return state.deciding
}

/** What became of the recipient with that index in the plan. */
export function recipientResult(state: SenderState, index: number): RecipientResult {
  const own = state.recipientReplies[index] ?? null
  if (own !== null && replyClass(own) !== 2) return resultOf(own, 'rcpt')
  if (state.deciding === null || state.decidedAt === null) return resultOf(null, null)
  if (state.delivered) return resultOf(state.deciding, 'content')
  return resultOf(state.deciding, state.decidedAt)
}

function resultOf(r: Reply | null, step: SenderStep | null): RecipientResult {
  let fate: Fate = 'undecided'
  if (r !== null && step !== null) {
    // RFC 5321 §4.2.1 with the exceptions of Postfix: see finalNo
    if (replyClass(r) === 5 && SENDER[step].finalNo) fate = 'failed'
    else fate = step === 'content' && replyClass(r) === 2 ? 'delivered' : 'retry'
  }
  return {
    reply: r,
    delivered: fate === 'delivered',
    fate,
    step,
    triesNextHost: fate === 'retry',
  }
}
