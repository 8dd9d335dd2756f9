import { describe, expect, it } from 'vitest'
import { present } from '../../../src/sim/assert.ts'
import type { Intervention } from '../../../src/sim/run.ts'
import { SCENARIOS } from '../../../src/sim/scenarios/all.ts'
import type { ScenarioFile } from '../../../src/sim/scenarios/scenario.ts'
import { readCard, readLink, writeLink } from '../../../src/ui/state/link.ts'
import { readInterventions } from '../../../src/ui/state/link-schema.ts'

const scenario: ScenarioFile = SCENARIOS.find(({ id }) => id === 'the-lid-closes') ?? SCENARIOS[0]!

const acts: Intervention[] = [
  { at: 0, act: { kind: 'set', path: 'mx.outage.lasts', value: 60_000 } },
  { at: 0, act: { kind: 'set', path: 'laptop.retry', value: 'postfix' } },
  { at: 2000, act: { kind: 'set', path: 'laptop.always-on', value: true } },
  { at: 3000, act: { kind: 'lid', host: 'laptop', closed: true } },
  { at: 4000, act: { kind: 'power', host: 'mx', power: 'unreachable' } },
  {
    at: 5000,
    act: {
      kind: 'send',
      host: 'laptop',
      from: 'alice@school.example',
      to: ['bob@college.example'],
      subject: 'Grüße – ok?',
    },
  },
  { at: 6000, act: { kind: 'send-again', host: 'laptop' } },
  { at: 7000, act: { kind: 'flush', host: 'relay' } },
]

function link(interventions: unknown, fields = 'v=1&s=the-lid-closes&seed=1'): string {
  const bytes = new TextEncoder().encode(JSON.stringify(interventions))
  const text = btoa(String.fromCharCode(...bytes))
  return `#${fields}&do=${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}

const IDS = SCENARIOS.map(({ id }) => id)

/** As the page reads it: the address first, and what was done once its scenario is there. */
function read(hash: string) {
  const reading = readLink(hash, IDS)
  if (reading.kind !== 'run') return reading
  const { acts: given, ...run } = reading.run
  const interventions = readInterventions(given, scenario)
  if (interventions === null) return { kind: 'problem', problem: 'acts' }
  return { kind: 'run', run: { ...run, interventions } }
}

describe('a link', () => {
  it('gives the run back', () => {
    const road: Intervention = { at: 0, act: { kind: 'road', road: 'relayed' } }
    const hash = writeLink({ scenario, seed: 42, interventions: [road, ...acts] })
    expect(hash).toMatch(/^#[\w=&-]+$/)
    expect(read(hash)).toEqual({
      kind: 'run',
      run: {
        scenario: scenario.id,
        seed: 42,
        interventions: acts,
        road: 'relayed',
        card: '',
        handedIn: false,
      },
    })
  })

  it('of an untouched run is short', () => {
    const hash = writeLink({ scenario, seed: 1, interventions: [] })
    expect(hash).toBe('#v=1&s=the-lid-closes&seed=1')
    expect(read(hash)).toMatchObject({ kind: 'run', run: { road: 'both', interventions: [] } })
  })

  it('carries what somebody says of a hidden policy', () => {
    const riddle = present(
      SCENARIOS.find(({ mystery }) => mystery !== undefined),
      'riddle',
    )
    const card = { name: true, spf: false, rate: true }
    const hash = writeLink({ scenario: riddle, seed: 7, interventions: [], card, handedIn: true })
    expect(hash).toBe('#v=1&s=mystery-mx&seed=7&card=y---n--y&in=1')
    const reading = readLink(hash, IDS)
    expect(reading).toMatchObject({ kind: 'run', run: { card: 'y---n--y', handedIn: true } })
    expect(readCard(riddle, 'y---n--y')).toEqual(card)
    expect(readCard(riddle, 'yyyyyyyyyyyyyyyy')).not.toHaveProperty('undefined')
    expect(readLink(`${hash}&card=!`, IDS)).toMatchObject({ kind: 'run' })
    expect(readLink(hash.replace('y---n--y', 'maybe'), IDS)).toMatchObject({ kind: 'problem' })
  })

  it('sends no more probes, and no others, than a riddle allows', () => {
    const riddle = present(
      SCENARIOS.find(({ mystery }) => mystery !== undefined),
      'riddle',
    )
    const probe = (from: string, author?: string): Intervention => ({
      at: 5,
      act: {
        kind: 'send',
        host: 'relay',
        from,
        ...(author === undefined ? {} : { author }),
        to: ['bob@college.example'],
        subject: 'Probe',
      },
    })
    const guarded = probe('alice@school.example', 'head@guarded.example')
    const many = Array.from({ length: 12 }, () => guarded)
    expect(readInterventions(many, riddle)).toEqual(many)
    expect(readInterventions([...many, guarded], riddle)).toBeNull()
    expect(readInterventions([probe('mallory@school.example')], riddle)).toBeNull()
    // Elsewhere only a laptop writes.
    expect(readInterventions([guarded], scenario)).toBeNull()
  })

  it('that is none opens the page as it is', () => {
    expect(read('')).toEqual({ kind: 'none' })
    expect(read('#')).toEqual({ kind: 'none' })
  })

  it('cut off anywhere in its acts is a problem', () => {
    const hash = writeLink({ scenario, seed: 42, interventions: acts })
    const begins = hash.indexOf('do=') + 'do='.length
    const lengths = Array.from({ length: hash.length - begins }, (_, i) => begins + i)
    const kinds = lengths.map((n) => read(hash.slice(0, n)).kind)
    expect(new Set(kinds)).toEqual(new Set(['problem']))
  })
})

describe('a hostile link', () => {
  it.each([
    ['no fields', '#hello', 'unreadable'],
    ['another version', '#v=2&s=the-lid-closes&seed=1', 'version'],
    ['a scenario that is not here', '#v=1&s=__proto__&seed=1', 'scenario'],
    ['no seed', '#v=1&s=the-lid-closes', 'unreadable'],
    ['a seed out of range', '#v=1&s=the-lid-closes&seed=4294967296', 'unreadable'],
    ['a broken road', '#v=1&s=the-lid-closes&seed=1&road=sideways', 'unreadable'],
    ['broken base64', '#v=1&s=the-lid-closes&seed=1&do=***', 'unreadable'],
    ['broken JSON', '#v=1&s=the-lid-closes&seed=1&do=W10x', 'unreadable'],
    ['bytes that are no text', '#v=1&s=the-lid-closes&seed=1&do=_w', 'unreadable'],
    ['far too much', `#v=1&s=the-lid-closes&seed=1&do=${'A'.repeat(300_000)}`, 'unreadable'],
  ])('with %s says so', (_, hash, problem) => {
    expect(read(hash)).toEqual({ kind: 'problem', problem })
  })

  const send = (changes: object): unknown => ({ at: 5, act: { ...acts[5]?.act, ...changes } })
  it.each([
    ['no list', {}],
    ['an unknown act', [{ at: 0, act: { kind: 'explode' } }]],
    ['an act with something added', [{ at: 0, act: { kind: 'send-again', host: 'laptop', x: 1 } }]],
    ['the road as an act', [{ at: 0, act: { kind: 'road', road: 'direct' } }]],
    ['an instant before the start', [{ at: -1, act: { kind: 'send-again', host: 'laptop' } }]],
    ['an instant between two', [{ at: 0.5, act: { kind: 'send-again', host: 'laptop' } }]],
    ['an instant after the last', [{ at: 2 ** 33, act: { kind: 'send-again', host: 'laptop' } }]],
    ['a host that is not here', [{ at: 1, act: { kind: 'lid', host: 'toString', closed: true } }]],
    ['a lid on a server', [{ at: 1, act: { kind: 'lid', host: 'mx', closed: true } }]],
    ['a flush of a server without a queue', [{ at: 1, act: { kind: 'flush', host: 'mx' } }]],
    ['a flush of nobody', [{ at: 1, act: { kind: 'flush', host: '__proto__' } }]],
    ['an option that is not here', [{ at: 0, act: { kind: 'set', path: 'mx.coffee', value: 1 } }]],
    [
      'a value that is not allowed',
      [{ at: 0, act: { kind: 'set', path: 'mx.outage.lasts', value: 1e12 } }],
    ],
    [
      'an option of the start, later',
      [{ at: 1, act: { kind: 'set', path: 'mx.outage.lasts', value: 1000 } }],
    ],
    ['an address that is none', [send({ to: ['<script>'] })]],
    ['a line break in the subject', [send({ subject: 'a\r\nBcc: b@c.example' })]],
    ['a subject like a book', [send({ subject: 'x'.repeat(1000) })]],
    ['a crowd', [send({ to: Array.from({ length: 21 }, () => 'b@college.example') })]],
    ['too many acts', Array.from({ length: 201 }, () => acts[6])],
  ])('with %s is not obeyed', (_, interventions) => {
    expect(read(link(interventions))).toEqual({ kind: 'problem', problem: 'acts' })
  })
})
