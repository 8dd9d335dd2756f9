/** The sender's table bound to a socket. Octets travel as latin1 strings. */
import { connect } from 'node:net'
import type { Reply } from '../../src/sim/mail/reply.ts'
import { parseReply, reply } from '../../src/sim/mail/reply.ts'
import { R } from '../../src/sim/mail/reply-catalogue.ts'
import type { Command } from '../../src/sim/mail/smtp/command.ts'
import { formatCommand } from '../../src/sim/mail/smtp/command.ts'
import type { SenderPlan, SenderState } from '../../src/sim/mail/smtp/sender.ts'
import {
  abandon,
  isFinished,
  newSender,
  nextBatch,
  onReply,
  SMTP_TIMEOUT,
} from '../../src/sim/mail/smtp/sender.ts'
import { endsReply, feed, frameContent, newLineBuffer } from '../../src/sim/mail/smtp/wire.ts'

export interface Delivery {
  readonly state: SenderState
  readonly replies: readonly Reply[]
  /** The verbs of each group as it was sent. */
  readonly groups: readonly (readonly string[])[]
}

/** One session with the server at 127.0.0.1:port. Resolves when the session is over. */
export function deliver(port: number, plan: SenderPlan, text: string): Promise<Delivery> {
  const state = newSender(plan)
  const replies: Reply[] = []
  const groups: string[][] = []
  const buffer = newLineBuffer()
  const partial: string[] = []
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.setEncoding('latin1')
    const giveUp = (r: Reply): void => {
      abandon(state, r)
      socket.destroy()
    }
    const sendNext = (): void => {
      const batch: Command[] = []
      nextBatch(state, plan, batch)
      if (batch.length > 0) groups.push(batch.map((each) => each.verb))
      const wire = batch.map((each) => textOf(each, text)).join('')
      if (wire !== '') socket.write(wire, 'latin1')
      socket.setTimeout(SMTP_TIMEOUT[state.step])
    }
    socket.on('data', (chunk) => {
      for (const line of feed(buffer, String(chunk))) {
        partial.push(line)
        if (!endsReply(line) || isFinished(state)) continue
        const r = parseReply(partial.splice(0))
        replies.push(r)
        onReply(state, plan, r)
      }
      sendNext()
      if (isFinished(state)) socket.end()
    })
    socket.on('timeout', () => giveUp(reply(R.conversationTimeout)))
    socket.on('error', () => giveUp(reply(R.connectRefused)))
    socket.on('close', () => {
      if (!isFinished(state)) abandon(state, reply(R.lostConnection))
      resolve({ state, replies, groups })
    })
  })
}

function textOf(c: Command, text: string): string {
  if (c.verb !== 'CONTENT') return `${formatCommand(c)}\r\n`
  // no octets: 354 although nobody was accepted
  return frameContent(c.octets === 0 ? '' : text)
}
