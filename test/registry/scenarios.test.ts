import { seedsFor } from '../helpers/seeds.ts'
import { describe, expect, it } from 'vitest'
import { reportFor } from '../helpers/runs.ts'
import { readScenario } from '../../src/host/scenario-file.ts'
import { holds } from '../../src/sim/conditions.ts'
import { FactIndex } from '../../src/sim/facts/fact-index.ts'
import { readingText } from '../../src/sim/facts/metrics.ts'
import { optionsOf } from '../../src/sim/options.ts'
import { runToEnd } from '../../src/sim/report.ts'
import { LEVELS, type ScenarioFile, type Words } from '../../src/sim/scenarios/scenario.ts'
import { SCENARIOS } from '../../src/sim/scenarios/all.ts'
import { CATALOGUE } from '../../src/sim/scenarios/index.ts'
import { summaryRow } from '../../src/lab/summary.ts'
import { REASON_IDS } from '../../src/sim/scenarios/reasons.ts'
import { shownWords } from '../../src/sim/scenarios/shown-readings.ts'
import { runOf } from '../helpers/runs.ts'

/** 200 of them, or as many as a crowd of letters allows; 20 at least. */
const seedsOf = (scenario: ScenarioFile): number[] =>
  seedsFor(scenario, { most: 200, least: 20, letters: 12_000 })

describe.each(SCENARIOS.map((one) => [one.id, one] as const))('scenario %s', (id, scenario) => {
  it('passes the validation of files that people bring', () => {
    expect(readScenario(JSON.parse(JSON.stringify(scenario)))).toEqual({ ok: true, scenario })
  })

  it('is called in the list what it calls itself', () => {
    const { title, prologue } = CATALOGUE.find((one) => one.id === id) ?? {}
    expect(title).toEqual(scenario.lesson.title)
    expect(prologue).toBe(scenario.prologue)
    expect([undefined, ...CATALOGUE.map((one) => one.id)]).toContain(prologue)
  })

  it('keeps its checks for 200 seeds, or as many as a crowd allows', () => {
    for (const seed of seedsOf(scenario))
      for (const check of reportFor(id, { seed }).checks)
        expect(check, `seed ${seed}`).toMatchObject({ holds: true })
  })

  it('has exactly one right bet, by its own run', () => {
    const worlds = runToEnd(runOf(id)).map((record) => new FactIndex(record))
    const right = scenario.lesson.bets.filter((bet) => holds(worlds, bet.rightWhen) === true)
    expect(scenario.lesson.bets.length).toBeGreaterThanOrEqual(2)
    expect(right).toHaveLength(1)
  })

  it('says everything in three levels, and fills in every reading it names', () => {
    const worlds = runToEnd(runOf(id)).map((record) => new FactIndex(record))
    const { title, question, bets, watch, explanation, next } = scenario.lesson
    const all: Words[] = [title, question, ...bets.map((bet) => bet.answer)]
    all.push(...watch, ...explanation, ...next)
    for (const words of all)
      for (const level of LEVELS) {
        expect(words[level].trim().length).toBeGreaterThan(1)
        for (const [, path = ''] of words[level].matchAll(/\{([^}]*)\}/g)) {
          const option = path.startsWith('option:') ? path.slice(7) : null
          const known =
            option === null
              ? readingText(worlds, path, Infinity) !== null
              : optionsOf(scenario).some((one) => one.path === option)
          expect(known, path).toBe(true)
        }
      }
  })

  it('writes no outcome, reply or attempt time into its words', () => {
    const words = JSON.stringify(scenario.lesson)
    expect(words).not.toMatch(/\b[245]\d\d [245]\.\d\.\d\b/)
    expect(words).not.toMatch(/\b\d+ (attempts|tries)\b/)
  })

  it('does not judge a check whose option was set by hand', () => {
    for (const check of scenario.checks) {
      const option = optionsOf(scenario).find(({ path, spec }) => {
        const fits = check.restsOn.some((one) => path.startsWith(one.replace('*', '')))
        return fits && spec.path !== 'road'
      })
      expect(option).toBeDefined()
      const value =
        option!.spec.type === 'switch' ? 'on' : option!.path.endsWith('retry') ? 'never' : '1'
      const report = reportFor(id, { set: { [option!.path]: value } })
      expect(report.checks.find((one) => one.id === check.id)?.holds).toBeNull()
    }
  })
})

describe('the summary', () => {
  const shown = SCENARIOS.filter(({ shows }) => shows !== undefined)

  it.each(shown.map((one) => [one.id, one] as const))('of %s is complete', (_, scenario) => {
    const { direct, relayed, checks } = summaryRow(scenario)
    for (const { outcome, of, world } of [direct, relayed]) {
      expect(of, `letters in ${world}`).toBeGreaterThan(0)
      expect(outcome).not.toBeNull()
    }
    // What does not exist on one road is shown as a dash; on both of them it would be no reading.
    const isOutcome = scenario.shows!.direct.endsWith('.outcome')
    expect(isOutcome || (direct.reading ?? relayed.reading) !== null, 'a reading').toBe(true)
    expect(checks.hold).toBe(checks.of)
    const [here, there] = [scenario.shows!.direct, scenario.shows!.relayed].map((path) =>
      path.slice(path.lastIndexOf('.')),
    )
    expect(here, 'one reading on both roads').toBe(there)
    const words = shownWords(scenario)
    for (const level of LEVELS) expect(words?.[level].length, 'words').toBeGreaterThan(2)
  })

  it('has a scenario for every reason', () => {
    const missing = REASON_IDS.filter((id) => !shown.some(({ shows }) => shows?.reason === id))
    expect(missing).toEqual([])
  })
})
