/** Every option of every kind of host is there for something: a run shows what. */
import { describe, expect, it } from 'vitest'
import { OPTIONS_OF_KIND } from '../../src/sim/agents/option-lists.ts'
import { settableOptions } from '../../src/sim/options.ts'
import { SCENARIOS } from '../../src/sim/scenarios/all.ts'
import { DEMONSTRATIONS } from '../helpers/option-demonstrations.ts'
import type { Demonstration } from '../helpers/option-demonstrations-shared.ts'
import { reportFor, runOf, scenarioOf } from '../helpers/runs.ts'

const pairsOf = (kind: string, paths: readonly string[]): string[] =>
  paths.map((path) => `${kind} ${path}`)

/** What comes out under one value of the option. */
function outcomeOf({ host, world, of, wanted, shows }: Demonstration, path: string, value: string) {
  const set = { ...wanted.set, [`${host}.${path}`]: value }
  const report = reportFor(of, { ...wanted, set }).worlds[world]
  expect(report, `world ${world}`).toBeDefined()
  if (shows === 'findings') return report!.messages.map(({ findings }) => findings)
  // That a check has been asked is no outcome.
  if (shows === 'messages') return report!.messages.map((row) => ({ ...row, findings: [] }))
  return report!.hosts[host]![shows]
}

describe('every option of a kind of host', () => {
  it('is shown to change an outcome, and none is shown that does not exist', () => {
    const shown = Object.entries(DEMONSTRATIONS).flatMap(([kind, of]) =>
      pairsOf(kind, Object.keys(of)),
    )
    const offered = Object.entries(OPTIONS_OF_KIND).flatMap(([kind, specs]) =>
      pairsOf(
        kind,
        specs.map(({ path }) => path),
      ),
    )
    expect(shown.sort()).toEqual(offered.sort())
  })

  const all = Object.entries(DEMONSTRATIONS).flatMap(([kind, of]) =>
    Object.entries(of).map(([path, shown]) => [kind, path, shown] as const),
  )

  it.each(all)('%s %s changes what comes out', (kind, path, shown) => {
    expect(shown.of.hosts.find(({ id }) => id === shown.host)?.kind).toBe(kind)
    const [one, other] = shown.values.map((value) => outcomeOf(shown, path, value))
    expect(one).not.toEqual(other)
  })
})

describe('the options of a scenario', () => {
  it.each(SCENARIOS.map((one) => [one.id, one] as const))('%s: all but the road', (_, scenario) => {
    const shown = scenario.hosts.filter((host) => host.crowd === undefined)
    const offered = shown.flatMap(({ id, kind }) =>
      (OPTIONS_OF_KIND[kind] ?? []).map(({ path }) => `${id}.${path}`),
    )
    expect(settableOptions(scenario).map(({ path }) => path)).toEqual(
      offered.filter((path) => !path.endsWith('.road')),
    )
  })

  it('has a value of its own where the scenario says so', () => {
    const options = settableOptions(scenarioOf('try-again-later'))
    const valueOf = (path: string) => options.find((one) => one.path === path)?.initial
    expect(valueOf('mx.greylist.on')).toBe(true)
    expect(valueOf('mx.greylist.delay')).toBe(300_000)
  })

  it('is refused outside its range by the helper that tests rely on', () => {
    expect(() => runOf('two-roads', { set: { 'mx.greylist.delay': '-1' } })).toThrow('cannot set')
  })
})
