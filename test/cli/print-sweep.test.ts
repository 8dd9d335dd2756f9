import { describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { parseSweep } from '../../src/cli/arguments.ts'
import { printSweep } from '../../src/cli/print-sweep.ts'
import { sweepToEnd } from '../../src/lab/sweep.ts'
import { runOf } from '../helpers/runs.ts'
import { sweptScenario } from '../helpers/sweeps.ts'

const scenario = sweptScenario()
const spec = scenario.sweep!

function print(set: Readonly<Record<string, string>> = {}): string[] {
  const out: string[] = []
  printSweep(
    { run: runOf(scenario, { set }), spec },
    { out: (line) => void out.push(line), err: () => {}, readFile: () => null },
  )
  return out
}

describe('sweep', () => {
  it('prints a line per value, in seconds', () => {
    const [head, ...lines] = print()
    expect(head).toBe('value_s,low_s,median_s,high_s,arrived,of')
    const points = sweepToEnd(runOf(scenario), spec)
    expect(lines).toHaveLength(points.length)
    expect(lines.map((line) => line.split(',').map(Number))).toEqual(
      points.map(({ value, low, median, high }) => [
        ...[value, low, median, high].map((ms) => ms! / 1000),
        3,
        3,
      ]),
    )
    expect(lines[0]).toMatch(/^300,\d+\.\d{1,3},/)
  })

  it('leaves times empty where nothing arrived', () => {
    const [, , , , last] = print({ 'relay.queue.lifetime': '10 min' })
    expect(last).toBe('1200,,,,0,3')
  })

  it.each([
    ['two-roads', 'two-roads has no sweep'],
    ['nope', 'Unknown scenario nope'],
    ['', 'Unknown scenario'],
  ])('of %s: exit 2 and one sentence', (name, sentence) => {
    const err: string[] = []
    const files = { out: () => {}, err: (line: string) => void err.push(line) }
    expect(main(['sweep', name], { ...files, readFile: () => null })).toBe(2)
    expect(err).toEqual([expect.stringContaining(sentence)])
  })
})

describe('the arguments of sweep', () => {
  const terminal = { out: () => {}, err: () => {}, readFile: () => JSON.stringify(scenario) }
  const parse = (...rest: string[]) => parseSweep(['own.json', ...rest], terminal)

  it('set options, the swept one excepted', () => {
    const { run } = parse('--set', 'mx.outage.lasts=2h', '--format', 'csv')
    expect(run.interventions).toEqual([
      { at: 0, act: { kind: 'set', path: 'mx.outage.lasts', value: 7_200_000 } },
    ])
  })

  it.each([
    [['--set', 'mx.greylist.delay=1h'], 'this option is swept, from 5 min to 20 min.'],
    [['--format', 'report'], 'Unknown value report for --format: expected csv.'],
    [['--seed', '1'], 'Unknown argument --seed: expected --set or --format.'],
    [['--set'], 'A value is missing after --set.'],
  ])('%o is not understood', (rest, sentence) => {
    expect(() => parse(...rest)).toThrow(sentence)
  })
})
