/**
 * What must hold in every world, whatever is set and whatever people do. Each function answers with
 * the sentences that say what is wrong; none means that all is well.
 */
import { read } from '../../src/sim/facts/codec.ts'
import type { Fact, FactOf, HostState } from '../../src/sim/facts/fact.ts'
import type { FactIndex } from '../../src/sim/facts/fact-index.ts'
import { decisionLabel, decisionStatus } from '../../src/sim/facts/attempts.ts'
import { ruleOf } from '../../src/sim/facts/findings.ts'
import { journeys } from '../../src/sim/facts/journeys.ts'
import { clientAddress, dialogue } from '../../src/sim/facts/transcript.ts'
import { neighboursAreKnown, strangersStayOut } from './invariants-senders.ts'
import { R } from '../../src/sim/mail/reply-catalogue.ts'
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

/**
 * RFC 5321 §6.1: what somebody has taken charge of ends once. Only where an acceptance was not heard
 * there are two who each bring it to an end of their own.
 */
const endsOnce: Check = (index, facts, simulation) => {
  const wrong: string[] = []
  const ends = new Set<string>()
  for (const fact of facts) {
    const key = keyOfFact(fact)
    if (fact.kind === 'press') ends.delete(key)
    if (fact.kind !== 'end') continue
    const isTwice = ends.has(key) && unheard(index, facts, key, fact.at) === 0
    if (isTwice) wrong.push(`message ${key} ended twice`)
    ends.add(key)
  }
  if (!simulation.ended || simulation.world.limit >= 0) return wrong
  const away = simulation.world.hosts.some(({ power, asleep, kind }) =>
    kind === 'mua' ? asleep || power !== 'up' : power !== 'up',
  )
  for (const row of journeys(index, Infinity))
    if (row.outcome === 'queued' && !away) wrong.push(`${row.record.id} to ${row.to} never ended`)
  return wrong
}

/** `message/recipient`, '' for a fact that is about neither. */
function keyOfFact(fact: Fact): string {
  return 'message' in fact && 'recipient' in fact ? `${fact.message}/${fact.recipient}` : ''
}

/** Recipients that a baton is passed for. */
function batonKeys({ record }: FactIndex, { message, recipient }: FactOf<'baton'>): string[] {
  if (recipient >= 0) return [`${message}/${recipient}`]
  return record.messages[message]!.recipients.map((_, one) => `${message}/${one}`)
}

/** Acceptances for a recipient of which the client has not heard so far. */
function unheard(index: FactIndex, facts: readonly Fact[], key: string, until: number): number {
  let count = 0
  for (const fact of facts) {
    if (fact.at > until) break
    if (fact.kind === 'baton' && fact.from >= 0 && batonKeys(index, fact).includes(key)) count++
    if (fact.kind === 'result' && isAcceptance(fact) && resultKey(index, fact) === key) count--
  }
  return count
}

const isAcceptance = ({ decision }: FactOf<'result'>): boolean =>
  decision.by === 'reply' && decision.reply === R.queued.index

const resultKey = (index: FactIndex, { attempt, recipient }: FactOf<'result'>): string =>
  `${index.attempts[attempt]?.message}/${recipient}`

/** RFC 5321 §4.5.3.2.6: one copy, and one more for each acceptance that was not heard. */
const copiesAreExplained: Check = (index, facts) => {
  const copies = new Map<string, number>()
  for (const fact of facts)
    if (fact.kind === 'mailbox') copies.set(keyOfFact(fact), (copies.get(keyOfFact(fact)) ?? 0) + 1)
  return [...copies].flatMap(([key, count]) =>
    count === 1 || count <= 1 + unheard(index, facts, key, Infinity)
      ? []
      : [`${count} copies of ${key}`],
  )
}

/** RFC 5321 §6.1: who has heard the 250 need not care any more, and the message is not lost. */
const acceptedIsNotLost: Check = (index, facts) => {
  const heard = new Set<string>()
  const wrong: string[] = []
  for (const fact of facts) {
    if (fact.kind === 'result' && isAcceptance(fact)) heard.add(resultKey(index, fact))
    const isLost = fact.kind === 'end' && ['lost', 'refused'].includes(fact.outcome)
    if (isLost && heard.has(keyOfFact(fact))) wrong.push(`${keyOfFact(fact)} was lost`)
  }
  return wrong
}

/** Nobody speaks who is not there, and nobody takes charge of what came over a dead line. */
const linesAreUp: Check = ({ record, attempts, connections }, facts) => {
  const states = record.hosts.map((): HostState => 'up')
  const speaks = (one: number): boolean => states[one] === 'up' || states[one] === 'unreachable'
  const wrong: string[] = []
  for (const fact of facts) {
    if (fact.kind === 'host') states[fact.host] = fact.state
    if (fact.kind === 'command') {
      const client = attempts[connections[fact.connection]?.attempt ?? -1]?.host ?? -1
      if (!speaks(client)) wrong.push(`${record.hosts[client]?.id} speaks, ${states[client]}`)
    }
    if (fact.kind !== 'baton' || fact.from < 0) continue
    const [to, from] = [record.hosts[fact.host]!, record.hosts[fact.from]!]
    const isCut = to.site !== from.site && states[fact.from] === 'offline'
    if (states[fact.host] !== 'up' || isCut) wrong.push(`${to.id} takes in from ${from.id}`)
  }
  return wrong
}

const queueIdsAreUnique: Check = (_index, facts) => {
  const owners = new Map<number, string>()
  return facts.flatMap((fact) => {
    if (fact.kind !== 'queue') return []
    const owner = `${fact.host}/${fact.message}`
    const known = owners.get(fact.queueId) ?? owner
    owners.set(fact.queueId, known)
    return known === owner ? [] : [`queue id ${fact.queueId} of ${known} and ${owner}`]
  })
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
const neverFallsBackToA: Check = (index, facts, simulation) =>
  facts.flatMap((fact) => {
    if (fact.kind !== 'result' || fact.decision.by !== 'network') return []
    const attempt = index.attempts[fact.attempt]
    const to = index.record.messages[attempt?.message ?? -1]?.recipients[fact.recipient] ?? ''
    const expected = EXPECTED_OF_DOMAIN[to.slice(to.indexOf('@') + 1)]
    // An unreachable host cannot ask, and a submission is not about the recipient's domain.
    const excused = ['DNS failure', 'lost connection'].includes(fact.decision.result)
    if (expected === undefined || attempt?.aim !== 'transfer' || excused) return []
    // A bot that has found an open relay asks the DNS for nothing but that.
    if (simulation.world.hosts[attempt.host]?.config['via'] === 'open-relay') return []
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
    // A 5yz that only means that this host will not talk to us is deferred.
    if (fact.decision.soft) return label.startsWith('5') ? [] : [label]
    return label.startsWith(decisionStatus(fact.decision).slice(0, 1)) ? [] : [label]
  })

/** A triplet passes only when its delay is over, counted from the first contact. */
const greylistWaits: Check = (index, facts, _simulation, run) => {
  const wrong: string[] = []
  const first = new Map<string, number>()
  for (const one of facts) {
    if (one.kind !== 'finding') continue
    const fact = { ...one, ...ruleOf(index.record, one), waited: one.value }
    if (fact.check !== 'greylisting') continue
    const said = dialogue(index, fact.connection, Infinity)
    const message = index.record.messages[index.attempts[attemptOf(index, fact)]?.message ?? -1]
    const address = clientAddress(index, fact.connection)
    const path = message?.recipients[fact.recipient]
    const key = `${address} ${message?.reversePath} ${path} ${said.server}`
    if (fact.reason === 'triplet-new' || fact.reason === 'triplet-expired') first.set(key, fact.at)
    const server = index.record.hosts[said.server]?.id ?? ''
    const delay = delayInForce(run, server, fact.at)
    if (fact.reason !== 'triplet-passed' || delay === 0) continue
    // With the key by network a triplet may have been met first from a neighbouring address.
    const waited = first.has(key) ? fact.at - first.get(key)! : fact.waited
    if (waited < delay || fact.waited < delay) wrong.push(`${key} passed after ${fact.waited} ms`)
  }
  return wrong
}

/** The greylist's delay at an instant: the last setting before it, or postgrey's default. */
function delayInForce(run: Run, server: string, at: number): number {
  let delay = 300_000
  for (const { at: setAt, act } of run.interventions)
    if (
      act.kind === 'set' &&
      act.path === `${server}.greylist.delay` &&
      (setAt === 0 || setAt < at)
    )
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
  'nobody passes greylisting from a network that has not waited': strangersStayOut,
  'who comes back from the same network is known': neighboursAreKnown,
  'no client of ours earns a 503': nobodyEarns503,
  'facts are in order of time': inOrderOfTime,
  'there are no copies without a reason': copiesAreExplained,
  'what was accepted is not lost': acceptedIsNotLost,
  'nothing is sent over a line that is not there': linesAreUp,
  'queue ids are unique': queueIdsAreUnique,
}
