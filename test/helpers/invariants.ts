/**
 * What must hold in every world, whatever is set and whatever people do. Each function answers with
 * the sentences that say what is wrong; none means that all is well.
 */
import { read } from '../../src/sim/facts/codec.ts'
import { OUTCOMES, type Fact, type FactOf } from '../../src/sim/facts/fact.ts'
import type { FactIndex } from '../../src/sim/facts/fact-index.ts'
import { decisionLabel, decisionStatus } from '../../src/sim/facts/attempts.ts'
import { journeys } from '../../src/sim/facts/journeys.ts'
import { clientAddress, dialogue } from '../../src/sim/facts/transcript.ts'
import type { Run } from '../../src/sim/run.ts'
import type { Simulation } from '../../src/sim/simulation.ts'

type Check = (
  index: FactIndex,
  facts: readonly Fact[],
  simulation: Simulation,
  run: Run,
) => string[]

export function factsOf(index: FactIndex): Fact[] {
  const { facts } = index.record
  return Array.from({ length: facts.length }, (_, i) => read(facts, i))
}

/** RFC 5321 §6.1: what was accepted ends exactly once; only what waits for somebody is open. */
const endsOnce: Check = (index, facts, simulation) => {
  const wrong: string[] = []
  const ends = new Map<string, number>()
  for (const fact of facts) {
    if (fact.kind === 'press') ends.delete(`${fact.message}/${fact.recipient}`)
    if (fact.kind !== 'end') continue
    const key = `${fact.message}/${fact.recipient}`
    if (ends.has(key)) wrong.push(`message ${key} ended twice`)
    ends.set(key, OUTCOMES.indexOf(fact.outcome))
  }
  if (!simulation.ended) return wrong
  const away = simulation.world.hosts.some((host) => host.power !== 'up' || isShut(host))
  for (const row of journeys(index, Infinity)) {
    const waits = row.record.kind === 'spam' && row.attempts.length === 0
    if (row.outcome === 'queued' && !away && !waits)
      wrong.push(`${row.record.id} to ${row.to} never ended`)
  }
  return wrong
}

function isShut(host: { asleep: boolean; kind: string }): boolean {
  return host.asleep && host.kind === 'mua'
}

/** RFC 5321 §6.1: no report about a report, and no report to nobody. */
const noReportOnReport: Check = ({ record }) =>
  record.messages.flatMap((message) => {
    if (message.kind !== 'dsn') return []
    const about = record.messages[message.about]
    const wrong = about?.kind === 'dsn' || about?.reversePath === ''
    return wrong || message.reversePath !== '' ? [`${message.id} reports on ${about?.id}`] : []
  })

/** RFC 5321 §5.1: MX records without an address are no reason to try the domain's own. */
const neverFallsBackToA: Check = (index, facts) =>
  facts.flatMap((fact) => {
    if (fact.kind !== 'result' || fact.decision.by !== 'network') return []
    const attempt = index.attempts[fact.attempt]
    const to = index.record.messages[attempt?.message ?? -1]?.recipients[fact.recipient] ?? ''
    const expected = EXPECTED_OF_DOMAIN[to.slice(to.indexOf('@') + 1)]
    // An unreachable host cannot ask, and a submission is not about the recipient's domain.
    const excused = ['DNS failure', 'lost connection'].includes(fact.decision.result)
    if (expected === undefined || attempt?.submission === true || excused) return []
    return fact.decision.result === expected ? [] : [`${to}: ${fact.decision.result}`]
  })

const EXPECTED_OF_DOMAIN: Readonly<Record<string, string>> = {
  'nowhere.example': 'no such domain',
  'nullmx.example': 'domain accepts no mail',
  'deadmx.example': 'no address for the domain',
}

/** RFC 2034 §4: the class of the enhanced code is that of the reply. */
const classesAgree: Check = (_index, facts) =>
  facts.flatMap((fact) => {
    if (fact.kind !== 'result' || fact.decision.by !== 'reply') return []
    const label = decisionLabel(fact.decision)
    return label.startsWith(decisionStatus(fact.decision).slice(0, 1)) ? [] : [label]
  })

/** A triplet passes only when its delay is over, counted from the first contact. */
const greylistWaits: Check = (index, facts, _simulation, run) => {
  const wrong: string[] = []
  const first = new Map<string, number>()
  for (const fact of facts) {
    if (fact.kind !== 'finding' || fact.check !== 'greylisting') continue
    const said = dialogue(index, fact.connection, Infinity)
    const message = index.record.messages[index.attempts[attemptOf(index, fact)]?.message ?? -1]
    const address = clientAddress(index, fact.connection, fact.at)
    const path = message?.recipients[fact.recipient]
    const key = `${address} ${message?.reversePath} ${path} ${said.server}`
    if (fact.reason === 'triplet-new' || fact.reason === 'triplet-expired') first.set(key, fact.at)
    const delay = delayInForce(run, fact.at)
    if (fact.reason !== 'triplet-passed' || delay === 0) continue
    // With the key by network a triplet may have been met first from a neighbouring address.
    const waited = first.has(key) ? fact.at - first.get(key)! : fact.waited
    if (waited < delay || fact.waited < delay) wrong.push(`${key} passed after ${fact.waited} ms`)
  }
  return wrong
}

/** The greylist's delay at an instant: the last setting before it, or postgrey's default. */
function delayInForce(run: Run, at: number): number {
  let delay = 300_000
  for (const { at: setAt, act } of run.interventions)
    if (act.kind === 'set' && act.path === 'mx.greylist.delay' && (setAt === 0 || setAt < at))
      delay = Number(act.value)
  return delay
}

function attemptOf(index: FactIndex, fact: FactOf<'finding'>): number {
  return index.connections[fact.connection]?.attempt ?? -1
}

/** Every client of ours obeys the order of commands, except behind a MAIL refused in one group. */
const nobodyEarns503: Check = (index) =>
  index.connections.flatMap((_, serial) => {
    const { lines } = dialogue(index, serial, Infinity)
    const refusedMail = lines.some((one) => one.verb === 'MAIL' && (one.class ?? 0) >= 4)
    const earned = lines.some((one) => one.who === 'S' && one.text.startsWith('503'))
    return earned && !refusedMail ? [`connection ${serial} earned a 503`] : []
  })

const inOrderOfTime: Check = (_index, facts) =>
  facts.some((fact, i) => fact.at < (facts[i - 1]?.at ?? 0)) ? ['facts out of order'] : []

export const INVARIANTS: Readonly<Record<string, Check>> = {
  'every accepted message ends exactly once': endsOnce,
  'no report about a report': noReportOnReport,
  'no falling back to the address of a domain with MX': neverFallsBackToA,
  'classes of reply and status agree': classesAgree,
  'greylisting never passes before its delay': greylistWaits,
  'no client of ours earns a 503': nobodyEarns503,
  'facts are in order of time': inOrderOfTime,
}
