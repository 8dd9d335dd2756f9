/** The Web Worker: a mail box around `session.ts`. */
import type { Request, Response } from './protocol.ts'
import { Session } from './session.ts'

/** What this file uses of a worker's global scope; the DOM's types do not go with a worker's. */
interface WorkerScope {
  postMessage(message: Response): void
  onmessage: ((event: MessageEvent<Request>) => void) | null
}
const scope = globalThis as unknown as WorkerScope

const session = new Session(
  (response) => scope.postMessage(response),
  (work) => setTimeout(work, 0),
)
scope.onmessage = (event) => session.handle(event.data)
