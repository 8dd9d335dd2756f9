import { describe, expect, it } from 'vitest'
import { Summary, summaryRow } from '../../src/lab/summary.ts'
import { REASON_IDS, REASONS } from '../../src/sim/scenarios/reasons.ts'
import { LEVELS, type ScenarioFile, type ShowsSpec } from '../../src/sim/scenarios/scenario.ts'
import { shownWords } from '../../src/sim/scenarios/shown-readings.ts'
import { formatDuration } from '../../src/sim/units.ts'
import { reportFor, rowsFor, scenarioOf } from '../helpers/runs.ts'

/** A scenario that shows something else than it does by itself. */
const showing = (id: string, shows: Partial<ShowsSpec>, more: Partial<ScenarioFile> = {}) => {
  const scenario = scenarioOf(id)
  return { ...scenario, ...more, shows: { ...scenario.shows!, ...shows } }
}

describe('a row of the summary', () => {
  it('has what single runs have', () => {
    const row = summaryRow(scenarioOf('the-lid-closes'))
    expect(row).toMatchObject({ scenario: 'the-lid-closes', reason: 'server-down', seed: 1 })
    for (const road of ['direct', 'relayed'] as const) {
      const [letter] = rowsFor('the-lid-closes', road)
      expect(row[road]).toEqual({
        world: road,
        outcome: letter!.outcome,
        delivered: 1,
        of: 1,
        reading: formatDuration(letter!.endedAtMs! - letter!.sentAtMs),
      })
    }
    expect(row.checks).toEqual({ hold: 3, of: 3 })
  })

  it('has another seed when it is asked for one', () => {
    const scenario = scenarioOf('why-five-became-twenty')
    const readings = [1, 2, 3].map((seed) => summaryRow(scenario, seed).relayed.reading)
    expect(new Set(readings).size).toBe(3)
    for (const [i, reading] of readings.entries()) {
      const [letter] = rowsFor('why-five-became-twenty', 'relayed', { seed: i + 1 })
      expect(reading).toBe(formatDuration(letter!.endedAtMs! - letter!.sentAtMs))
    }
  })

  it('says what came of the letter, of several the worst', () => {
    const outcomes = ({ direct, relayed }: ReturnType<typeof summaryRow>) =>
      [direct, relayed].map(({ outcome, delivered, of }) => [outcome, delivered, of])
    expect(outcomes(summaryRow(scenarioOf('try-again-later')))).toEqual([
      ['lost', 0, 1],
      ['delivered', 1, 1],
    ])
    const second = { direct: 'direct.alice-2.reached', relayed: 'relayed.alice-2.reached' }
    expect(outcomes(summaryRow(showing('wrong-address', second)))).toEqual([
      ['refused', 1, 2],
      ['bounced', 1, 2],
    ])
    // Spam is not among the letters that one wants to arrive.
    const all = { direct: 'direct.all.sent', relayed: 'relayed.all.sent' }
    const row = summaryRow(showing('try-again-later', all))
    expect(outcomes(row)).toEqual([
      ['lost', 0, 1],
      ['delivered', 1, 1],
    ])
    expect(row.direct.reading).toBe('2')
  })

  it('reads a variant where one is named, and no outcome twice', () => {
    const shows = { direct: 'send-again.alice-1.outcome', relayed: 'relayed.alice-1.outcome' }
    const { direct, relayed } = summaryRow(showing('try-again-later', shows))
    expect(direct).toMatchObject({ world: 'send-again', outcome: 'delivered', reading: null })
    expect(relayed).toMatchObject({ world: 'relayed', reading: null })
  })

  it('says so where there is no such letter', () => {
    const shows = { direct: 'direct.alice-9.took' }
    expect(summaryRow(showing('two-roads', shows)).direct).toEqual({
      world: 'direct',
      outcome: null,
      delivered: 0,
      of: 0,
      reading: null,
    })
  })

  it('counts the checks that do not hold', () => {
    const settings = { 'mx.outage.lasts': '30 s' }
    const failing = showing('the-lid-closes', {}, { settings })
    const hold = reportFor(failing).checks.filter(({ holds }) => holds)
    const { checks } = summaryRow(failing)
    expect(checks).toEqual({ hold: hold.length, of: 3 })
    expect(checks.hold).toBeLessThan(3)
  })

  it('comes out the same however it is cut', () => {
    const scenario = scenarioOf('try-again-later')
    const cut = new Summary(scenario)
    let steps = 0
    for (; !cut.done; steps++) expect(cut.step(20)).toBeLessThanOrEqual(20)
    expect(steps).toBeGreaterThan(6)
    expect(cut.row).toEqual(summaryRow(scenario))
    expect(cut.step()).toBe(0)
  })

  it('is not begun for a scenario that shows nothing', () => {
    const { shows: _, ...silent } = scenarioOf('two-roads')
    expect(() => new Summary(silent)).toThrow('two-roads shows no reason')
  })
})

describe('the reasons', () => {
  it('are all there, in order, in three levels', () => {
    expect(REASONS.map(({ id }) => id)).toEqual(REASON_IDS)
    for (const { title, because } of REASONS)
      for (const level of LEVELS) {
        expect(title[level].length).toBeGreaterThan(5)
        expect(title[level].length).toBeLessThan(60)
        expect(because[level].length).toBeGreaterThan(title[level].length)
      }
  })

  it('have words for what is read: of a message, of a host, or the scenario’s own', () => {
    expect(shownWords(scenarioOf('the-lid-closes'))?.technical).toBe('Time to its end')
    const upload = shownWords(scenarioOf('one-upload-or-twenty'))
    expect(upload?.technical).toBe("Alice's mail program (MUA): time connected")
    expect(shownWords(scenarioOf('dial-up-era'))?.everyday).toContain('calls')
    expect(shownWords(showing('two-roads', { direct: 'direct.alice-1.mood' }))).toBeNull()
    expect(shownWords(showing('two-roads', { direct: 'direct.@moon.sent' }))).toBeNull()
  })
})
