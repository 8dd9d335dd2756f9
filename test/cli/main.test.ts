import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../src/sim/scenarios/index.ts'
import { main } from '../../src/cli/main.ts'
import type { Report } from '../../src/sim/report.ts'
import { scenarioOf } from '../helpers/runs.ts'

function call(line: string, files: Readonly<Record<string, string>> = {}) {
  const out: string[] = []
  const err: string[] = []
  const code = main(line.split(' '), {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    readFile: (path) => files[path] ?? null,
  })
  return { code, out, err }
}

const report = (line: string): Report => JSON.parse(call(line).out.join('\n')) as Report

describe('list and options', () => {
  it('print lines with tabs', () => {
    const { code, out } = call('list')
    expect(code).toBe(0)
    expect(out.map((line) => line.split('\t')[0])).toEqual(CATALOGUE.map(({ id }) => id))
    expect(out[0]).toBe('the-lid-closes	The lid closes: who keeps trying?')
    const delay = call('options try-again-later').out.find((one) => one.includes('greylist.delay'))
    expect(delay).toBe('mx.greylist.delay\ts\t300\t0..86400')
  })
})

describe('run', () => {
  it('reports one object with a row per message and recipient', () => {
    const { scenario, seed, digest, startsAt, worlds, checks } = report(
      'run the-lid-closes --seed 7',
    )
    expect({ scenario, seed, startsAt }).toEqual({
      scenario: 'the-lid-closes',
      seed: 7,
      startsAt: '2026-06-02T09:00:00Z',
    })
    expect(digest).toMatch(/^[0-9a-f]{16}$/)
    expect(Object.keys(worlds)).toEqual(['direct', 'relayed'])
    const [row] = worlds['relayed']!.messages
    expect(row).toMatchObject({ id: 'alice-1', kind: 'good', outcome: 'delivered', sentAtMs: 0 })
    expect(row!.submission).toMatchObject({ host: 'smtp.school.example', reply: '250 2.0.0' })
    expect(row!.attempts.map((one) => one.reply)).toEqual([
      'connection refused',
      'connection refused',
      '250 2.0.0',
    ])
    expect(worlds['direct']!.messages[0]!.submission).toBeNull()
    expect(checks.every((check) => check.holds)).toBe(true)
    const { laptop, relay } = worlds['relayed']!.hosts
    expect(laptop).toMatchObject({ sessions: 1, attempts: 1, calls: 0, cents: 0 })
    expect(relay!.awakeForMailMs).toBeGreaterThan(laptop!.awakeForMailMs)
    expect(relay!.attempts).toBe(row!.attempts.length)
  })

  it('adds up what became of good mail and of spam, and tells what checks found', () => {
    const { totals, messages } = report('run try-again-later').worlds['relayed']!
    const none = { refused: 0, bounced: 0, lost: 0, discarded: 0, queued: 0, folder: 0 }
    expect(totals).toEqual({
      good: { ...none, sent: 1, delivered: 1 },
      spam: { ...none, sent: 1, delivered: 0, lost: 1 },
    })
    expect(messages[0]).toMatchObject({ id: 'alice-1', folder: 'inbox' })
    expect(messages[0]!.findings).toEqual([
      { check: 'greylisting', verdict: 'objects', reason: 'triplet-new', reply: '450 4.2.0' },
      { check: 'greylisting', verdict: 'passes', reason: 'triplet-passed', reply: '' },
      { check: 'recipient', verdict: 'passes', reason: 'recipient-known', reply: '' },
    ])
  })

  it('tells where mail was put aside, and by what', () => {
    const put = 'run try-again-later --route direct --set mx.greylist.on=off --set mx.score.on=on'
    const line = `${put} --set mx.content.action=score --set mx.score.junk=1`
    const { totals, messages } = report(line).worlds['direct']!
    expect(totals.spam).toMatchObject({ delivered: 1, folder: 1 })
    expect(totals.good).toMatchObject({ delivered: 1, folder: 0 })
    const bot = messages.find(({ kind }) => kind === 'spam')!
    expect(bot.folder).toBe('junk')
    expect(bot.findings.at(-1)).toEqual({
      check: 'score',
      verdict: 'junk',
      reason: 'score-junk',
      reply: '',
    })
  })

  it('takes a road, settings and units', () => {
    expect(Object.keys(report('run try-again-later --route relayed').worlds)).toEqual(['relayed'])
    const slow = report('run try-again-later --route relayed --set mx.greylist.delay=15min')
    expect(slow.worlds['relayed']!.messages[0]!.attempts).toHaveLength(3)
    expect(slow.checks.map((check) => check.holds)).toEqual([null, null, null, null])
  })

  it('prints one report a line and a summary for several seeds', () => {
    const { out, code } = call('run two-roads --seeds 3..7')
    expect(code).toBe(0)
    expect(out).toHaveLength(6)
    expect(out.slice(0, 5).map((line) => (JSON.parse(line) as Report).seed)).toEqual([
      3, 4, 5, 6, 7,
    ])
    expect(JSON.parse(out[5]!)).toMatchObject({
      seeds: 5,
      checks: [{ holds: 5, fails: 0, open: 0 }, {}, {}],
    })
  })

  it('prints facts as JSON lines, and texts under a heading per world', () => {
    for (const line of call('run two-roads --format facts').out)
      expect(JSON.parse(line)).toHaveProperty('world')
    const transcript = call('run two-roads --format transcript').out
    expect(transcript.filter((line) => line.startsWith('== '))).toEqual(['== direct', '== relayed'])
    expect(transcript.join('\n')).toContain('C: MAIL FROM:<alice@school.example> SIZE=')
  })

  it('exits with 1 when a check fails', () => {
    const base = scenarioOf('two-roads')
    const anyOf = [[{ reading: 'direct.alice-1.attempts', oneOf: [9] }]]
    const checks = [{ id: 'never', title: 'never', anyOf, restsOn: [] }]
    const files = { 'own.json': JSON.stringify({ ...base, checks }) }
    const { code, out } = call('run own.json', files)
    expect(code).toBe(1)
    expect((JSON.parse(out.join('\n')) as Report).checks).toEqual([
      { id: 'never', holds: false, value: 1 },
    ])
    expect(call('run own.json --route relayed', files).code).toBe(0)
  })
})

describe('what is not understood', () => {
  it.each([
    ['', 'Unknown command'],
    ['fly', 'Unknown command fly: expected list, options, run, sweep or summary.'],
    ['run', 'A scenario is missing: expected one of the-lid-closes'],
    ['run nope', 'Unknown scenario nope: expected one of the-lid-closes'],
    ['run missing.json', 'Cannot read missing.json.'],
    ['run two-roads --seed -1', '-1 is no seed: expected a whole number'],
    ['run two-roads --seeds 5..1', '--seeds 5..1: expected 1 to'],
    ['run two-roads --seeds 5', '--seeds 5: expected a range such as 1..200.'],
    ['run two-roads --seed 1 --seeds 1..2', 'Either --seed or --seeds, not both.'],
    ['run two-roads --route sideways', 'Unknown value sideways for --route: expected direct'],
    ['run two-roads --format xml', 'Unknown value xml for --format: expected report'],
    ['run two-roads --seeds 1..2 --format facts', '--seeds goes with --format report only.'],
    ['run two-roads --set', 'A value is missing after --set.'],
    ['run two-roads --set mx', '--set mx: expected path=value.'],
    ['run two-roads --set mx.colour=red', 'Unknown option mx.colour: expected one of laptop.retry'],
    ['run two-roads --set laptop.road=direct', 'Unknown option laptop.road: expected one of'],
    [
      'run two-roads --set mx.greylist.delay=soon',
      'mx.greylist.delay cannot be soon: expected 0 to 86400 s.',
    ],
    [
      'run two-roads --set laptop.retry=maybe',
      'laptop.retry cannot be maybe: expected never, outbox',
    ],
    ['run two-roads --loud yes', 'Unknown argument --loud: expected --seed'],
    ['options', 'A scenario is missing'],
    ['list everything', 'Unexpected argument everything.'],
  ])('%s: exit 2 and one sentence', (line, sentence) => {
    const { code, out, err } = call(line)
    expect(code).toBe(2)
    expect(out).toEqual([])
    expect(err).toHaveLength(1)
    expect(err[0]).toContain(sentence)
  })
})
