/** What a receiver can know of who wrote a letter, and on what each answer rests. */
import { describe, expect, it } from 'vitest'
import { readingsFor } from '../helpers/reading-of.ts'
import { scenarioOf, worldFor } from '../helpers/runs.ts'
import { messageSource } from '../../src/sim/artefacts/source.ts'
import { findingsOf } from '../../src/sim/facts/findings.ts'
import { journeys } from '../../src/sim/facts/journeys.ts'
import type { ScenarioFile } from '../../src/sim/scenarios/scenario.ts'

const ID = 'who-says-it-is-alice'
const WORLDS = ['direct', 'relayed', 'own-key', 'footer', 'no-wish'] as const
const METHODS = ['spf', 'dkim', 'dmarc'] as const

type Read = (path: string) => number | string | null
const row = (read: Read, path: string): string =>
  METHODS.map((method) => read(`${path}.${method}`)).join(' ')

/** The school without what names of its zone match. */
function without(pattern: RegExp): ScenarioFile {
  const base = scenarioOf(ID)
  const zones = base.zones.map((zone) => ({
    ...zone,
    names: Object.fromEntries(Object.entries(zone.names).filter(([name]) => !pattern.test(name))),
  }))
  return { ...base, zones }
}

describe('the grid', () => {
  it.each(WORLDS)('is what is written on letters that arrive: %s', (world) => {
    const { index } = worldFor(ID, world)
    const read = readingsFor(ID)
    let arrived = 0
    for (const { message, record, outcome, holder } of journeys(index, Infinity)) {
      if (outcome !== 'delivered' || index.record.hosts[holder]?.id !== 'mx') continue
      const { text } = messageSource(index, message, 0, Infinity)!
      const [line = ''] =
        text.replaceAll(/\r\n[ \t]+/g, ' ').match(/^Authentication-Results:.*/m) ?? []
      const written = METHODS.map((method) => new RegExp(`; ${method}=(\\w+)`).exec(line)?.[1])
      expect(written.join(' ')).toBe(row(read, `${world}.${record.id}`))
      arrived++
    }
    expect(arrived).toBe({ direct: 0, relayed: 3, 'own-key': 3, footer: 2, 'no-wish': 4 }[world])
  })

  it.each(WORLDS)('is what the server has found out: %s', (world) => {
    const { index } = worldFor(ID, world)
    const read = readingsFor(ID)
    const found = index.connections.flatMap((_, serial) => findingsOf(index, serial))
    const checks = found.map(({ check }) => check)
    // Four letters, and each of them was asked about by all three methods.
    for (const method of METHODS) expect(checks.filter((check) => check === method)).toHaveLength(4)
    for (const { check, reason, about } of found.filter(({ check }) => check === 'dmarc')) {
      expect([check, about.split(' ')[0]]).toEqual(['dmarc', 'school.example'])
      expect(reason).toMatch(/^dmarc-(pass|fail|reject)$/)
    }
    expect(row(read, `${world}.bot-1`)).toBe('fail none fail')
  })

  it('is the same for the laptop and for the phisher, with the same answer', () => {
    const read = readingsFor(ID)
    for (const what of [...METHODS, 'vouchedBy', 'outcome', 'lastReply', 'decidedBy'])
      expect(read(`direct.alice-1.${what}`), what).toBe(read(`direct.bot-1.${what}`))
  })
})

describe('what each answer rests on', () => {
  it.each<
    [string, ScenarioFile, Readonly<Record<string, string>>, Readonly<Record<string, string>>]
  >([
    [
      'without a seal the list has nothing to show, and the relay still has its address',
      scenarioOf(ID),
      { 'relay.sign': 'off' },
      { 'relayed.alice-1': 'pass none pass', 'relayed.tea-1': 'pass none fail' },
    ],
    [
      'a seal that nobody can look up is worth none',
      without(/_domainkey/),
      {},
      { 'relayed.alice-1': 'pass permerror pass', 'relayed.tea-1': 'pass permerror fail' },
    ],
    [
      'where the school has no wish nobody is refused for it',
      without(/^_dmarc/),
      {},
      { 'direct.alice-1': 'fail none none', 'direct.bot-1': 'fail none none' },
    ],
    [
      'a list that puts its own name into From vouches for itself',
      scenarioOf(ID),
      { 'tea.rewrite-from': 'on' },
      { 'footer.tea-1': 'pass fail none' },
    ],
    [
      'a laptop that signs with a key that nobody has published is not believed',
      scenarioOf(ID),
      { 'laptop.sign': 'on' },
      { 'direct.alice-1': 'fail permerror fail', 'own-key.alice-1': 'fail pass pass' },
    ],
    [
      'a server that refuses by SPF never gets to see the rest',
      scenarioOf(ID),
      { 'mx.spf': 'refuse' },
      { 'direct.alice-1': 'fail  ', 'own-key.alice-1': 'fail  ' },
    ],
  ])('%s', (_, of, set, expected) => {
    const read = readingsFor(of, { set })
    const found = Object.keys(expected).map((path) => [path, row(read, path)])
    expect(Object.fromEntries(found)).toEqual(expected)
  })

  it('a footer is no matter where the tag and the line are both left away', () => {
    for (const [footer, tag, dkim] of [
      ['off', 'off', 'pass'],
      ['on', 'off', 'fail'],
      ['off', 'on', 'fail'],
    ] as const) {
      const read = readingsFor(ID, { set: { 'tea.footer': footer, 'tea.subject-tag': tag } })
      expect(read('relayed.tea-1.dkim')).toBe(dkim)
    }
  })
})
