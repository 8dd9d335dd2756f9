import { describe, expect, it } from 'vitest'
import { read } from '../../../src/sim/facts/codec.ts'
import { FactIndex } from '../../../src/sim/facts/fact-index.ts'
import { dialogue } from '../../../src/sim/facts/transcript.ts'
import {
  clientSession,
  decidingReplies,
  isFinal,
  verdictOf,
} from '../../../src/sim/facts/verdict.ts'
import { LOCAL_REPLIES, R, REPLIES } from '../../../src/sim/mail/reply-catalogue.ts'
import { recordOf } from '../../../src/sim/record.ts'
import { worldsOf } from '../../../src/sim/run.ts'
import { Simulation } from '../../../src/sim/simulation.ts'
import { hours } from '../../../src/sim/units.ts'
import { letter, live, world } from '../../helpers/calls.ts'
import { randomRun } from '../../helpers/random-world.ts'
import { runWorld } from '../../helpers/run-world.ts'
import { scenarioOf } from '../../helpers/runs.ts'
import { CLIENT, SERVER, Tale } from '../../helpers/tale.ts'

/** Results of a world whose deciding session says something else; and how many there are. */
function compared(n: number): { wrong: string[]; count: number } {
  const run = randomRun(n)
  const wrong: string[] = []
  let count = 0
  for (const plan of worldsOf(run.scenario, 'both')) {
    const simulation = new Simulation(run, plan)
    simulation.run(hours(4))
    const index = new FactIndex(recordOf(run, simulation))
    const { facts } = index.record
    for (let i = 0; i < facts.length; i++) {
      const fact = read(facts, i)
      if (fact.kind !== 'result' || fact.connection < 0) continue
      const { decision } = fact
      // What a client notes for itself is in no reply.
      if (decision.by === 'reply' && LOCAL_REPLIES.includes(REPLIES[decision.reply]!)) continue
      const verdict = verdictOf(clientSession(index, fact.connection), fact.recipient)
      const said = verdict === null ? '' : verdict.by === 'end' ? verdict.end : verdict.spec.name
      const meant = decision.by === 'network' ? decision.result : REPLIES[decision.reply]?.name
      if (said !== meant) wrong.push(`${plan.id} fact ${i}: ${said}, not ${meant}`)
      count++
    }
  }
  return { wrong, count }
}

describe('the verdict of a session', () => {
  it('is what the attempt has made of it, in many random worlds', () => {
    let count = 0
    for (let n = 0; n < 120; n++) {
      const one = compared(n)
      expect(one.wrong, `random run ${n}`).toEqual([])
      count += one.count
    }
    expect(count).toBeGreaterThan(2000)
  })

  it.each([
    ['greeting', R.noService, false],
    ['HELO', R.heloRefused, true],
    ['HELO', R.heloUnknown, false],
    ['EHLO', R.heloRefused, false],
    ['MAIL', R.senderRefused, true],
    ['RCPT', R.userUnknown, true],
    ['RCPT', R.greylisted, false],
    ['CONTENT', R.contentRefused, true],
  ] as const)('at %s with %o is final: %s', (step, spec, final) => {
    expect(isFinal({ step, spec })).toBe(final)
  })
})

/** Per session, the steps whose replies decided. */
function decided(index: FactIndex): string[][] {
  return index.connections.map((_, serial) =>
    dialogue(index, serial, Infinity)
      .lines.filter((line) => line.decides)
      .map((line) => `${line.verb} ${line.text.slice(0, 3)}`),
  )
}

const ODD_HELLO = { 'mx.trouble': 'hello-550' }

describe('the replies that decided', () => {
  it('do not include another one of the same words', () => {
    const twoRoads = { ...scenarioOf('two-roads'), settings: ODD_HELLO }
    const index = runWorld(twoRoads, 'relayed')
    // EHLO and HELO are refused alike, and only with the second it is over.
    const texts = dialogue(index, 1, Infinity).lines.filter((line) => line.text.startsWith('550'))
    expect(texts.map(({ verb }) => verb)).toEqual(['EHLO', 'HELO'])
    expect(decided(index).slice(0, 2)).toEqual([['CONTENT 250'], ['HELO 550']])
  })

  it('are those about each refused recipient, and the one to the data', () => {
    const to = ['ghost@college.example', 'bob@college.example', 'nobody@college.example']
    const index = live(world([letter('0 s', { to })], {}))
    expect(decided(index)[0]).toEqual(['RCPT 550', 'RCPT 550', 'CONTENT 250'])
  })

  it('are none before the attempt has made something of it', () => {
    const tale = new Tale().attempt(0, 0, CLIENT).connect(0, 0, 0, SERVER).accept(1, 0)
    const index = tale.answers(2, 0, 'noService').index()
    expect(verdictOf(clientSession(index, 0), 0)).toMatchObject({ by: 'reply' })
    expect([...decidingReplies(index, 0)]).toEqual([])
  })
})
