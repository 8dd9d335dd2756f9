import { describe, expect, it } from 'vitest'
import { clientSession, isFinal, verdictOf } from '../../../src/sim/artefacts/verdict.ts'
import { read } from '../../../src/sim/facts/codec.ts'
import { FactIndex } from '../../../src/sim/facts/fact-index.ts'
import { LOCAL_REPLIES, R, REPLIES } from '../../../src/sim/mail/reply-catalogue.ts'
import { recordOf } from '../../../src/sim/record.ts'
import { worldsOf } from '../../../src/sim/run.ts'
import { Simulation } from '../../../src/sim/simulation.ts'
import { hours } from '../../../src/sim/units.ts'
import { randomRun } from '../../helpers/random-world.ts'

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
