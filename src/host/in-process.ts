/** A host in the same thread: for tests, and where there are no workers. */
import type { Host } from './client.ts'
import type { Response } from './protocol.ts'
import { Session } from './session.ts'

export function inProcessHost(): Host {
  let receive: (response: Response) => void = () => {}
  const session = new Session(
    (response) => receive(structuredClone(response)),
    (work) => setTimeout(work, 0),
  )
  return {
    send: (request) => queueMicrotask(() => session.handle(structuredClone(request))),
    listen: (next) => {
      receive = next
    },
    close: () => session.handle({ type: 'stop' }),
  }
}
