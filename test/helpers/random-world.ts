/**
 * A random run for a number: options, mail, domains that fail in their own ways, and people who
 * close lids and pull cables. The same number gives the same run, so a failure names it.
 */
import { drawBelow, keyOf } from '../../src/sim/engine/random.ts'
import { settableOptions } from '../../src/sim/options.ts'
import type { OptionSpec } from '../../src/sim/policy/options.ts'
import type { Act, Intervention, Run } from '../../src/sim/run.ts'
import type { MailSpec, ScenarioFile, ZoneSpec } from '../../src/sim/scenarios/scenario.ts'
import { scenarioOf } from './runs.ts'

const DOMAINS = [
  'college.example',
  'college.example',
  'college.example',
  'school.example',
  'nowhere.example',
  'nullmx.example',
  'servfail.example',
  'implicit.example',
  'two.example',
  'deadmx.example',
]
const AUTHORS = ['alice@school.example', 'carol@school.example', 'nobody@school.example']

const zone = (origin: string, names: ZoneSpec['names'] = {}, failure?: 'SERVFAIL'): ZoneSpec => ({
  origin,
  ttl: '1 h',
  negativeTtl: '60 s',
  names,
  ...(failure === undefined ? {} : { failure }),
})

/** Domains with trouble of their own. `deadmx` has an MX without address, and an A of its own. */
const TROUBLE: readonly ZoneSpec[] = [
  zone('nullmx.example', { 'nullmx.example': [{ type: 'MX', preference: 0, exchange: '.' }] }),
  zone('servfail.example', {}, 'SERVFAIL'),
  zone('implicit.example', { 'implicit.example': [{ type: 'A', address: '192.0.2.130' }] }),
  zone('two.example', {
    'two.example': [
      { type: 'MX', preference: 10, exchange: 'dead.two.example' },
      { type: 'MX', preference: 10, exchange: 'mx.college.example' },
    ],
    'dead.two.example': [{ type: 'A', address: '192.0.2.250' }],
  }),
  zone('deadmx.example', {
    'deadmx.example': [
      { type: 'MX', preference: 10, exchange: 'gone.deadmx.example' },
      { type: 'A', address: '192.0.2.130' },
    ],
  }),
]

class Dice {
  #k = 0
  readonly #n: number
  constructor(n: number) {
    this.#n = n
  }
  below(n: number): number {
    return drawBelow(this.#n, keyOf('random-world'), 0, this.#k++, n)
  }
  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!
  }
  chance(percent: number): boolean {
    return this.below(100) < percent
  }
}

export function randomRun(n: number): Run {
  const dice = new Dice(n)
  const base = scenarioOf('try-again-later')
  const hosts = base.hosts.map((host) =>
    host.id === 'mx'
      ? { ...host, domains: ['college.example', 'implicit.example', 'two.example'] }
      : host,
  )
  const scenario: ScenarioFile = {
    ...base,
    id: `random-${n}`,
    hosts,
    zones: [...base.zones, ...TROUBLE],
    mail: randomMail(dice),
    settings: {},
    variants: [],
    checks: [],
  }
  return { scenario, seed: dice.below(1_000_000), interventions: randomActs(dice, scenario) }
}

function randomMail(dice: Dice): MailSpec[] {
  const count = 1 + dice.below(5)
  const mail: MailSpec[] = []
  let at = 0
  for (let i = 0; i < count; i++) {
    at += dice.below(200)
    const spam = dice.chance(25)
    const to = Array.from({ length: spam ? 1 : 1 + dice.below(3) }, () => randomRecipient(dice))
    mail.push({
      at: `${at} s`,
      host: spam ? 'bot' : 'laptop',
      kind: spam ? 'spam' : 'good',
      from: spam ? 'winner@prizes.example' : dice.one(AUTHORS),
      to: [...new Set(to)],
      subject: `Message ${i}`,
      body: 'Hello',
      octets: dice.chance(10) ? 20_000_000 : 300 + dice.below(5000),
    })
  }
  return mail
}

function randomRecipient(dice: Dice): string {
  return `${dice.one(['bob', 'bob', 'dana', 'ghost', 'alice'])}@${dice.one(DOMAINS)}`
}

function randomActs(dice: Dice, scenario: ScenarioFile): Intervention[] {
  const acts: Intervention[] = []
  for (const { path, spec } of settableOptions(scenario))
    if (dice.chance(40)) {
      const value = randomValue(dice, spec)
      acts.push({ at: 0, act: { kind: 'set', path, value } })
    }
  let at = 0
  for (let i = dice.below(5); i > 0; i--) {
    at += dice.below(dice.one([1000, 60_000, 2_000_000]))
    acts.push({ at, act: randomAct(dice) })
  }
  return acts
}

function randomAct(dice: Dice): Act {
  const host = dice.one(['mx', 'relay'])
  switch (dice.below(5)) {
    case 0:
      return { kind: 'lid', host: 'laptop', closed: dice.chance(50) }
    case 1:
      return {
        kind: 'power',
        host,
        power: dice.one(['up', 'up', 'refused', 'unreachable'] as const),
      }
    case 2:
      return { kind: 'send-again', host: 'laptop' }
    case 3: {
      const to = [randomRecipient(dice)]
      return { kind: 'send', host: 'laptop', from: dice.one(AUTHORS), to, subject: 'Again' }
    }
    default:
      return { kind: 'set', path: 'mx.greylist.delay', value: dice.below(1000) * 1000 }
  }
}

function randomValue(dice: Dice, spec: OptionSpec): number | string | boolean {
  if (spec.type === 'switch') return dice.chance(50)
  if (spec.type === 'choice') return dice.one(spec.values)
  const [low, high] = spec.range
  // Small values are where the corners are; whole seconds keep durations writable.
  const span = Math.min(high - low, dice.one([10_000, 1_000_000, 20_000_000]))
  const value = low + dice.below(span + 1)
  return spec.type === 'duration' ? value - (value % 1000) : value
}
