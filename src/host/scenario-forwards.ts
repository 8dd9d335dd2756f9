/** Addresses whose mail goes on to others: what the format alone cannot say of them. */
import { domainOf, parseMailbox } from '../sim/mail/address.ts'
import type { HostSpec, ScenarioFile } from '../sim/scenarios/scenario.ts'
import { oneOf, sentence } from './scenario-sentences.ts'

/** Mail goes on from a forwarder or a list, for an address of its own, to at least one mailbox. */
export function forwardsProblem({ hosts }: Pick<ScenarioFile, 'hosts'>): string | null {
  for (const [i, host] of hosts.entries()) {
    const problem = host.forwards === undefined ? null : problemOf(host, `hosts.${i}.forwards`)
    if (problem !== null) return problem
  }
  return null
}

function problemOf({ kind, domains = [], forwards = {} }: HostSpec, place: string): string | null {
  if (kind !== 'forwarder' && kind !== 'list')
    return sentence(place, 'nothing: only a forwarder or a list passes mail on')
  for (const [path, targets] of Object.entries(forwards)) {
    if (parseMailbox(path) === null || !domains.includes(domainOf(path).toLowerCase()))
      return sentence(`${place}.${path}`, `a mailbox whose domain is ${oneOf(domains)}`)
    if (targets.length === 0) return sentence(`${place}.${path}`, 'at least one mailbox')
    const bad = targets.findIndex((to) => parseMailbox(to) === null)
    if (bad >= 0)
      return sentence(`${place}.${path}.${bad}`, 'a mailbox such as bob@college.example')
  }
  return null
}
