/**
 * A random run for a number: options, mail, domains that fail in their own ways, and people who
 * close lids and pull cables. The same number gives the same run, so a failure names it.
 */
import { drawBelow, keyOf } from '../../src/sim/engine/random.ts'
import { settableOptions } from '../../src/sim/options.ts'
import type { OptionSpec } from '../../src/sim/policy/options.ts'
import type { Act, Intervention, Run } from '../../src/sim/run.ts'
import type { MailSpec, ScenarioFile, TrafficSpec } from '../../src/sim/scenarios/scenario.ts'
import { village } from './village.ts'

/** College, two and dial have a second exchanger; the others fail in their own ways. */
const DOMAINS = [
  'college.example',
  'college.example',
  'college.example',
  'dial.example',
  'dial.example',
  'school.example',
  'nowhere.example',
  'nullmx.example',
  'servfail.example',
  'implicit.example',
  'two.example',
  'deadmx.example',
]
const AUTHORS = ['alice@school.example', 'carol@school.example', 'nobody@school.example']

class Dice {
  #k = 0
  readonly #n: number
  readonly #purpose: number
  constructor(n: number, purpose = 'random-world') {
    this.#n = n
    this.#purpose = keyOf(purpose)
  }
  below(n: number): number {
    return drawBelow(this.#n, this.#purpose, 0, this.#k++, n)
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
  const scenario: ScenarioFile = { ...village(dice.chance(50)), id: `random-${n}` }
  const mail = randomMail(dice)
  const settings = randomSettings(dice)
  const senders = new Dice(n, 'senders')
  const own = { ...settings, ...randomSenders(senders) }
  const of = { ...scenario, mail, traffic: randomTraffic(senders), settings: own }
  const interventions = [...randomSets(n, of), ...randomActs(dice)]
  return { scenario: of, seed: dice.below(1_000_000), interventions }
}

function randomMail(dice: Dice): MailSpec[] {
  const count = 1 + dice.below(5)
  const mail: MailSpec[] = []
  let at = 0
  for (let i = 0; i < count; i++) {
    at += dice.below(dice.one([1, 2, 200, 3000]))
    const spam = dice.chance(15)
    const others = spam ? 1 : 1 + dice.below(dice.one([1, 3, 9]))
    const to = Array.from({ length: others }, () => randomRecipient(dice))
    mail.push({
      at: `${at} s`,
      host: spam ? 'bot' : dice.chance(85) ? 'laptop' : 'relay',
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

/** What every world has a word about, whatever else is set. */
function randomSettings(dice: Dice): Record<string, string> {
  const laws = ['postfix', 'exim', 'sendmail', 'qmail', 'haraka', 'kumomta', 'mox', 'fixed']
  return {
    'relay.queue.law': dice.one(laws),
    'backup.queue.law': dice.one(['postfix', 'postfix', ...laws]),
    'laptop.retry': dice.one(['never', 'outbox', 'outbox', 'alice', ...laws]),
    'dial.line.kind': dice.one(['calls', 'calls', 'on-demand', 'always']),
    'dial.line.first': `${dice.below(900)} s`,
    'dial.line.every': dice.one(['10 min', '30 min', '2 h']),
    'dial.fetch': dice.one(['none', 'etrn', 'odmr']),
    'dial.line.speed': dice.one(['0', '0', '300', '20000']),
    'backup.hold': dice.one(['and-retry', 'and-retry', 'until-asked']),
    ...(dice.chance(30) ? { 'relay.line.kind': dice.one(['calls', 'on-demand']) } : {}),
    ...(dice.chance(15) ? { 'laptop.line.kind': dice.one(['calls', 'on-demand']) } : {}),
    'relay.line.first': `${dice.below(900)} s`,
    'relay.line.every': '15 min',
    'laptop.line.first': `${dice.below(900)} s`,
    'laptop.line.every': '15 min',
    ...(dice.chance(15) ? { 'relay.queue.concurrency': '1', 'relay.queue.processes': '1' } : {}),
  }
}

/** How bots and providers behave; each world has its own kind. */
function randomSenders(dice: Dice): Record<string, string> {
  const pools = ['present', 'per-message', 'per-try']
  return {
    'bot.retry': dice.one(['never', 'same-address', 'other-address']),
    'bot.retry-after': dice.one(['60 s', '360 s', '2 h']),
    'bot.via': dice.one(['direct', 'direct', 'direct', 'account', 'open-relay']),
    'bot.addresses': dice.one(pools),
    'relay.queue.pool': dice.one(['present', ...pools]),
    'shoe.queue.pool': dice.one(pools),
    'shoe.queue.law': dice.one(['postfix', 'exim', 'fixed']),
    'relay.open': dice.one(['off', 'off', 'on']),
    'mx.greylist.on': dice.one(['off', 'on']),
    'laptop.moves': dice.one(['when-it-sleeps', 'when-it-sleeps', 'with-each-try']),
  }
}

/** In some worlds somebody sends more than a person would. */
function randomTraffic(dice: Dice): TrafficSpec[] {
  const traffic: TrafficSpec[] = []
  const letters = [{ subject: 'An offer', body: 'Only today.' }]
  const span = { begins: '0 s', ends: dice.one(['60 s', '10 min', '3 h']) }
  const to = [randomRecipient(dice), randomRecipient(dice)]
  if (dice.chance(15)) {
    // Whose name it is forged under gets the reports.
    const from = dice.one(['winner{n}@prizes.example', 'alice@school.example', ''])
    const count = 1 + dice.below(4)
    traffic.push({ id: 'bots', host: 'bot', kind: 'spam', count, ...span, from, to, letters })
  }
  if (dice.chance(15)) {
    const kind = dice.one(['good', 'spam'] as const)
    const count = 1 + dice.below(4)
    const from = 'offer-{n}@offers.example'
    traffic.push({ id: 'offers', host: 'shoe', kind, count, ...span, from, to, letters })
  }
  return traffic
}

/** Options that are better left alone, or that `randomSettings` has chosen. */
const CHOSEN =
  /\.(queue\.(law|pool)|retry|retry-after|via|addresses|open|moves|line\.(kind|first|every)|fetch|hold)$/

/** Each option has dice of its own, so that a new one leaves the worlds as they were. */
function randomSets(n: number, scenario: ScenarioFile): Intervention[] {
  const acts: Intervention[] = []
  let sendsToItself = false
  for (const { path, spec } of settableOptions(scenario)) {
    const dice = new Dice(n, path)
    if (CHOSEN.test(path) || !dice.chance(path.startsWith('mx.') ? 20 : 8)) continue
    const value = randomValue(dice, spec)
    acts.push({ at: 0, act: { kind: 'set', path, value } })
    if (path === 'mx.mailboxes' && value !== 'here') sendsToItself = true
  }
  // An exchanger that sends to itself and does not hear itself has a message twice in one queue, and
  // facts tell messages of a queue apart by their number: a world that nothing is read from.
  return acts.filter(
    ({ act }) => !sendsToItself || act.kind !== 'set' || act.path !== 'mx.lost-acknowledgements',
  )
}

function randomActs(dice: Dice): Intervention[] {
  const acts: Intervention[] = []
  let at = 0
  for (let i = dice.below(7); i > 0; i--) {
    // Small steps meet sessions in their middle; the others fall between two tries.
    at += dice.below(dice.one([60, 400, 1000, 60_000, 2_000_000]))
    acts.push({ at, act: randomAct(dice) })
  }
  return acts
}

function randomAct(dice: Dice): Act {
  const host = dice.one(['mx', 'relay', 'relay', 'backup', 'dial'])
  switch (dice.below(8)) {
    case 0:
    case 1:
      return { kind: 'lid', host: 'laptop', closed: dice.chance(40) }
    case 2:
    case 3:
    case 4:
      return { kind: 'power', host, power: dice.one(['up', 'up', 'refused', 'unreachable']) }
    case 5:
      return dice.chance(50) ? { kind: 'send-again', host: 'laptop' } : { kind: 'flush', host }
    case 6: {
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
  if (spec.type === 'order') return dice.chance(50) ? '' : dice.one(spec.values)
  const [low, high] = spec.range
  // Small values are where the corners are; whole seconds keep durations writable.
  const span = Math.min(high - low, dice.one([10, 10_000, 1_000_000, 20_000_000]))
  const value = low + dice.below(span + 1)
  return spec.type === 'duration' ? Math.max(low, value - (value % 1000)) : value
}
