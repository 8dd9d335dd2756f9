import { describe, expect, it } from 'vitest'
import { LEVELS } from '../../../src/sim/scenarios/scenario.ts'
import { SCENARIOS } from '../../../src/sim/scenarios/all.ts'
import { worldsOf, type Act } from '../../../src/sim/run.ts'
import { seconds } from '../../../src/sim/units.ts'
import { REMEDIES, WHY, WHY_ONE } from '../../../src/ui/inspector/why-words.ts'
import { CHECK_REMEDIES } from '../../../src/ui/inspector/why-words-checks.ts'
import { tellWhy } from '../../../src/ui/inspector/tell-why.ts'
import { runWorld, writes } from '../../helpers/run-world.ts'
import { scenarioOf } from '../../helpers/runs.ts'

/** So many chains are told of each world, about. */
const TELLINGS = 250

type Acts = readonly (readonly [number, Act])[]

const power = (host: string, how: 'up' | 'refused' | 'unreachable'): Act => ({
  kind: 'power',
  host,
  power: how,
})
const set = (path: string, value: number | string | boolean): Act => ({ kind: 'set', path, value })

/** Courses that lead through every kind of reason that there are words for. */
const COURSES: readonly Acts[] = [
  [],
  [[seconds(5), writes('nobody@college.example', 'carol@school.example', 'x@nowhere.example')]],
  [
    [0, set('mx.greylist.on', true)],
    [0, set('relay.queue.lifetime', seconds(1000))],
    [0, set('mx.greylist.delay', seconds(50_000))],
    [seconds(100), { kind: 'send-again', host: 'laptop' }],
  ],
  [
    [seconds(1), power('relay', 'unreachable')],
    [seconds(5), writes('dana@college.example')],
    [seconds(7), { kind: 'lid', host: 'laptop', closed: true }],
    [seconds(900), { kind: 'lid', host: 'laptop', closed: false }],
    [seconds(2000), power('relay', 'refused')],
    [seconds(5000), power('relay', 'up')],
  ],
  [
    [0, set('mx.size-limit', 10)],
    [0, set('laptop.retry', 'postfix')],
    [seconds(5), writes('bob@college.example')],
    [seconds(40), power('laptop', 'unreachable')],
    [seconds(60), writes('bob@college.example')],
  ],
  [
    [0, set('mx.reverse-dns.action', 'score')],
    [0, set('mx.content.action', 'score')],
    [0, set('mx.score.on', true)],
    [0, set('mx.score.junk', 1)],
    [seconds(30), set('mx.helo.action', 'refuse')],
    [seconds(60), set('mx.reverse-dns.action', 'strict')],
    [seconds(5), writes('bob@college.example')],
    [seconds(90), writes('bob@college.example')],
  ],
]

describe('every reason', () => {
  it.each(SCENARIOS)('has its values and its words, in $id', (scenario) => {
    for (const acts of COURSES)
      for (const { id } of worldsOf(scenario, 'both')) {
        const index = runWorld(scenario, id, acts)
        const interventions = acts.map(([at, act]) => ({ at, act }))
        const { facts, messages } = index.record
        // Each message at as many instants as a run of a few thousand facts can afford.
        const step = Math.max(4, Math.ceil((facts.length * messages.length) / TELLINGS))
        for (let i = 0, n = 0; i < facts.length; i += step, n++)
          messages.forEach((one, message) => {
            const level = LEVELS[(n + message) % LEVELS.length] ?? 'everyday'
            const recipient = n % one.recipients.length
            const of = { message, recipient, until: facts.at(i) }
            const telling = { scenario, interventions, world: id, level }
            const { reasons, remedy } = tellWhy(index, of, telling)
            const lines = [...reasons.map(({ pieces }) => pieces), remedy ?? []]
            const text = lines.map((line) => line.map((piece) => piece.text).join('')).join('\n')
            expect(text).not.toMatch(/[{}–]|undefined|NaN/)
          })
      }
  })

  const END = 4e9
  const kinds = (id: string, world: string, until: number) => {
    const scenario = scenarioOf(id)
    const telling = { scenario, interventions: [], world, level: 'everyday' } as const
    const of = { message: 0, recipient: 0, until }
    const { reasons, remedy } = tellWhy(runWorld(scenario, world), of, telling)
    return { kinds: reasons.map(({ kind }) => kind), remedy: remedy !== null }
  }

  it('a letter that waited for a call went with it, and that it was taken before is no reason', () => {
    expect(kinds('dial-up-era', 'relayed', END).kinds).toContain('called')
    const waiting = kinds('dial-up-era', 'relayed', seconds(1800))
    expect(waiting.kinds.slice(0, 2)).toEqual(['waiting', 'hung-up'])
    expect(waiting.kinds).not.toContain('replied')
    expect(waiting.remedy).toBe(true)
  })

  it('a check tells what it found, by whose setting, and what would have helped', () => {
    const scenario = scenarioOf('try-again-later')
    const acts = [[0, set('mx.reverse-dns.action', 'strict')]] as const
    const interventions = acts.map(([at, act]) => ({ at, act }))
    const index = runWorld(scenario, 'direct', acts)
    const telling = { scenario, interventions, world: 'direct', level: 'technical' } as const
    const { reasons, remedy } = tellWhy(index, { message: 0, recipient: 0, until: END }, telling)
    const told = reasons.map(({ pieces }) => pieces.map(({ text }) => text).join(''))
    expect(told.slice(1, 4)).toEqual([
      "Bob's mail server answered 550 5.7.25 to Alice's laptop.",
      "Reverse name on Bob's mail server: 203.0.113.25 has no reverse name.",
      'Set by you: mx.reverse-dns.action = strict.',
    ])
    expect(reasons[2]?.source).toMatch(/^RFC 8601 §3/)
    expect(remedy?.map(({ text }) => text).join('')).toMatch(/^A PTR record/)
  })

  it('does not advise patience where coming back changes nothing', () => {
    const scenario = scenarioOf('reverse-lookup')
    for (const world of ['direct', 'nameless-relay']) {
      const telling = { scenario, interventions: [], world, level: 'technical' } as const
      const of = { message: 0, recipient: 0, until: END }
      const { remedy } = tellWhy(runWorld(scenario, world), of, telling)
      expect(remedy?.map(({ text }) => text).join('')).toMatch(/^A PTR record/)
    }
  })

  it('advises nothing against what has been got over', () => {
    expect(kinds('six-days-of-silence', 'direct', seconds(3600)).remedy).toBe(true)
    expect(kinds('six-days-of-silence', 'direct', END)).toMatchObject({ remedy: false })
  })

  it('says everything in three ways, without a dash of missing values', () => {
    for (const words of [
      ...Object.values(WHY),
      ...Object.values(WHY_ONE),
      ...Object.values(REMEDIES),
      ...Object.values(CHECK_REMEDIES),
    ])
      for (const level of LEVELS) expect(words?.[level]).toMatch(/(\.|\{finding\})$/)
  })
})
