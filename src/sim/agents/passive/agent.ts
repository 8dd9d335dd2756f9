/**
 * Hosts that only stand there: the name server, whose answers the resolver computes, and Bob's own
 * device, switched off all the time, to show that nobody needs it for mail to be delivered.
 */
import { ignore, type AgentKind } from '../../transfer/agent.ts'

function passive(kind: string, title: string): AgentKind {
  return {
    kind,
    title,
    options: [],
    manners: { usesEhlo: true, pipelines: true, quits: true },
    ports: [],
    server: null,
    create: () => ({}),
    started: ignore,
    originate: ignore,
    timer: ignore,
    attemptEnded: ignore,
    cameBack: ignore,
    flush: ignore,
    sendAgain: ignore,
  }
}

export const nameServer = passive('name-server', 'Name server')
export const device = passive('device', 'Device')
