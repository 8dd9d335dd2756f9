/** A host in a Web Worker: the page stays responsive whatever a run costs, and can end it. */
import type { Host } from './client.ts'
import type { Response } from './protocol.ts'
import { startWorker } from './start-worker.ts'

export function workerHost(): Host {
  const worker = startWorker()
  return {
    send: (request) => worker.postMessage(request),
    listen(receive, fail) {
      worker.onmessage = (event: MessageEvent<Response>) => receive(event.data)
      worker.onerror = (event) => fail(event.message || 'The simulation could not be loaded.')
      worker.onmessageerror = () => fail('The simulation sent something unreadable.')
    },
    close: () => worker.terminate(),
  }
}
