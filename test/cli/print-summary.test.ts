import { describe, expect, it } from 'vitest'
import { parseSummary } from '../../src/cli/arguments.ts'
import { main } from '../../src/cli/main.ts'
import { printSummary } from '../../src/cli/print-summary.ts'
import { REASONS } from '../../src/sim/scenarios/reasons.ts'
import type { ScenarioFile } from '../../src/sim/scenarios/scenario.ts'
import { formatDuration } from '../../src/sim/units.ts'
import { rowsFor, scenarioOf } from '../helpers/runs.ts'

const TWO = [scenarioOf('try-again-later'), scenarioOf('two-roads')]

function print(args: readonly string[] = [], scenarios: readonly ScenarioFile[] = TWO) {
  const out: string[] = []
  const terminal = {
    out: (line: string) => void out.push(line),
    err: () => {},
    readFile: () => null,
  }
  const code = printSummary(parseSummary(args), scenarios, terminal)
  return { code, out }
}

describe('summary', () => {
  it('prints a row for each scenario, in the order of the reasons', () => {
    const { code, out } = print(['--format', 'csv'])
    expect(code).toBe(0)
    expect(out).toEqual([
      'reason,scenario,seed,reading,direct_outcome,direct_of,direct,' +
        'relayed_outcome,relayed_of,relayed,checks_hold,checks_of',
      expect.stringMatching(/^possible,two-roads,1,.*,delivered,1\/1,\d+ ms,delivered,1\/1,/),
      expect.stringMatching(
        /^greylisting,try-again-later,1,Tries,lost,0\/1,1,delivered,1\/1,2,4,4$/,
      ),
    ])
  })

  it('runs under another seed', () => {
    const why = [scenarioOf('why-five-became-twenty')]
    const seconds = print(['--format', 'csv', '--seed', '2'], why).out[1]
    expect(seconds).toMatch(/^greylisting,why-five-became-twenty,2,/)
    const [letter] = rowsFor('why-five-became-twenty', 'relayed', { seed: 2 })
    expect(seconds).toContain(`,${formatDuration(letter!.endedAtMs! - letter!.sentAtMs)},4,4`)
  })

  it('quotes what has a comma in it', () => {
    const what = { everyday: 'a', technical: 'so, "this"', protocol: 'c' }
    const scenario = { ...TWO[1]!, shows: { ...TWO[1]!.shows!, what } }
    expect(print(['--format', 'csv'], [scenario]).out[1]).toContain(',"so, ""this""",')
  })

  it('prints the reasons under their headings, and names those that nothing shows', () => {
    const { out } = print()
    const headings = out.filter((line) => /^\d/.test(line))
    expect(headings).toEqual(REASONS.map(({ title }, i) => `${i + 1}. ${title.technical}`))
    expect(out.filter((line) => line === '   no scenario shows it')).toHaveLength(10)
    expect(out.join('\n')).toContain(
      '   try-again-later: Tries\n      direct   lost; 1\n      relayed  delivered; 2\n' +
        '      checks   4 of 4 hold',
    )
  })

  it('exits with 1 when a check does not hold', () => {
    const settings = { 'mx.outage.lasts': '30 s' }
    expect(print([], [{ ...scenarioOf('the-lid-closes'), settings }]).code).toBe(1)
  })

  it.each([
    [['--format', 'report'], 'Unknown value report for --format: expected text, csv.'],
    [['--route', 'both'], 'Unknown argument --route: expected --seed or --format.'],
    [['--seed', '-1'], '-1 is no seed'],
  ])('%o is not understood', (args, sentence) => {
    const err: string[] = []
    const terminal = { out: () => {}, err: (line: string) => void err.push(line) }
    expect(main(['summary', ...args], { ...terminal, readFile: () => null })).toBe(2)
    expect(err).toEqual([expect.stringContaining(sentence)])
  })
})
