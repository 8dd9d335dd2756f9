/**
 * A host whose code is fetched when the page is ready for it. What is asked of it before waits; the
 * page's first picture needs no simulation.
 */
import type { Host } from './client.ts'
import type { Request } from './protocol.ts'

export function lateHost(make: () => Promise<Host>): Host {
  const waiting: Request[] = []
  let host: Host | null = null
  let closed = false
  return {
    send(request) {
      if (host === null) waiting.push(request)
      else host.send(request)
    },
    listen(receive, fail) {
      const begin = (made: Host): void => {
        if (closed) return made.close()
        host = made
        made.listen(receive, fail)
        for (const request of waiting.splice(0)) made.send(request)
      }
      make().then(begin, () => fail('The simulation could not be loaded.'))
    },
    close() {
      closed = true
      host?.close()
    },
  }
}
