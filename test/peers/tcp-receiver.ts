/**
 * The receiver's table bound to a socket: each line becomes a command, each reply becomes lines.
 * Octets travel as latin1 strings, so that the length of a content is its number of octets.
 */
import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'
import { formatQueueId } from '../../src/sim/mail/queue-id.ts'
import type { Reply } from '../../src/sim/mail/reply.ts'
import { renderReply, replyClass } from '../../src/sim/mail/reply.ts'
import { command, parseCommand } from '../../src/sim/mail/smtp/command.ts'
import type {
  ReceiverConfig,
  ReceiverSite,
  ReceiverState,
} from '../../src/sim/mail/smtp/receiver.ts'
import { greet, newReceiver, receive } from '../../src/sim/mail/smtp/receiver.ts'
import {
  feed,
  newContentBuffer,
  newLineBuffer,
  takeContentLine,
} from '../../src/sim/mail/smtp/wire.ts'

/** A message that was accepted. */
export interface Accepted {
  readonly reversePath: string
  readonly recipients: readonly string[]
  readonly text: string
}

export interface RunningReceiver {
  readonly port: number
  /** In the order of acceptance. */
  readonly accepted: Accepted[]
  /** Everything said, `C: ` and `S: `; contents are left out. */
  readonly lines: string[]
  close(): Promise<void>
}

/** Serves on 127.0.0.1, any free port. */
export async function serve(config: ReceiverConfig, site: ReceiverSite): Promise<RunningReceiver> {
  const accepted: Accepted[] = []
  const lines: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    converse(socket, config, site, { accepted, lines })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    await new Promise((closed) => server.close(closed))
  }
  return { port, accepted, lines, close }
}

/** Asked of the state anew: a call has changed it meanwhile. */
function isClosed(state: ReceiverState): boolean {
  return state.phase === 'closed'
}

function converse(
  socket: Socket,
  config: ReceiverConfig,
  site: ReceiverSite,
  notes: { accepted: Accepted[]; lines: string[] },
): void {
  const state = newReceiver()
  const buffer = newLineBuffer()
  const content = newContentBuffer()
  const say = (r: Reply): void => {
    const rendered = renderReply(r, {
      host: config.hostName,
      client: socket.remoteAddress ?? '127.0.0.1',
      queueId: formatQueueId,
      sizeLimitOctets: config.sizeLimitOctets,
    })
    notes.lines.push(...rendered.map((line) => `S: ${line}`))
    socket.write(`${rendered.join('\r\n')}\r\n`, 'latin1')
  }
  const takeContent = (line: string): void => {
    const text = takeContentLine(content, line)
    if (text === null) return
    const { reversePath } = state
    const recipients = [...state.recipients]
    const r = receive(state, command('CONTENT', '', text.length), config, site)
    if (replyClass(r) === 2) notes.accepted.push({ reversePath, recipients, text })
    say(r)
  }
  const takeLine = (line: string): void => {
    if (state.phase === 'data') {
      takeContent(line)
      return
    }
    notes.lines.push(`C: ${line}`)
    say(receive(state, parseCommand(line), config, site))
    if (isClosed(state)) socket.end()
  }
  socket.setEncoding('latin1')
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    for (const line of feed(buffer, String(chunk))) {
      if (state.phase !== 'closed') takeLine(line)
    }
  })
  say(greet(state, config, site))
  if (isClosed(state)) socket.end()
}
