/**
 * What the engine gives, written down: the same in every JavaScript engine and on every machine.
 * Run in Node and in Chromium. A value that changes here changes every run there has ever been.
 */
import { Agenda } from '../../src/sim/engine/agenda.ts'
import { Digest } from '../../src/sim/engine/digest.ts'
import { draw, drawBelow, keyOf } from '../../src/sim/engine/random.ts'
import { Timeline } from '../../src/sim/engine/timeline.ts'
import { formatDuration, parseDuration } from '../../src/sim/units.ts'
import { ToyWorld } from './toy-world.ts'

export interface Pinned {
  readonly name: string
  readonly run: () => unknown
  readonly value: unknown
}

/** The digest of what a function gives for 0, 1, 2 and so on. */
function digestOf(n: number, of: (i: number) => number): string {
  const digest = new Digest()
  for (let i = 0; i < n; i++) digest.add(of(i))
  return digest.text()
}

/** Pushes and pops by turns, with many equal instants. */
function agendaOrder(): string {
  const agenda = new Agenda(4)
  let now = 0
  for (let i = 0; i < 200; i++) agenda.push(drawBelow(1, 0, 0, i, 50), i)
  return digestOf(20_000, (i) => {
    now = agenda.peekAt()
    const word = agenda.pop()
    agenda.push(now + drawBelow(1, 0, 1, i, 50), word ^ i)
    if (i % 7 === 0) agenda.push(now + drawBelow(1, 0, 2, i, 5000), i)
    return word + now
  })
}

function durations(): string {
  const digest = new Digest()
  for (let k = 0; k < 5000; k++) {
    const text = formatDuration(draw(1, 0, 3, k) >>> drawBelow(1, 0, 4, k, 32))
    digest.addText(text)
    digest.add(parseDuration(text.replace(/ (\S+) .*/, ' $1'), 's') ?? -1)
  }
  return digest.text()
}

function toyAt(instant: number): object {
  const world = new ToyWorld(20_260_602)
  world.run(instant)
  return { ...world.view, hops: 0, tokens: 0 }
}

function toyBackAt(instant: number): object {
  const world = new ToyWorld(20_260_602)
  const timeline = new Timeline(world, 100)
  timeline.run(3 * instant)
  timeline.seek(instant / 2)
  timeline.seek(instant)
  return { ...world.view, hops: 0, tokens: 0 }
}

/** Without the lists, which the history stands for. */
const TOY_AT_20_S = {
  now: 20_000,
  events: 11_454,
  next: 20_010,
  pending: 23,
  hops: 0,
  tokens: 0,
  expired: 2_947,
  history: '936e9280774529ea',
}

export const PINNED: readonly Pinned[] = [
  {
    name: 'keys',
    run: () => ['', 'relay', 'scan-phase', 'Zoë'].map(keyOf),
    value: [1_947_474_976, 1_500_769_041, -1_395_285_565, -485_491_095],
  },
  {
    name: 'draws',
    run: () => [0, 1, 2].map((k) => draw(1, keyOf('loss'), keyOf('relay'), k)),
    value: [3_457_243_105, 404_786_014, 1_924_219_879],
  },
  {
    name: 'draws of extreme keys',
    run: () => [draw(0, 0, 0, 0), draw(-1, -1, -1, -1), draw(2 ** 31, 2 ** 32, 7, 2 ** 40)],
    value: [1_106_484_830, 3_874_723_710, 2_600_613_900],
  },
  {
    name: 'draws below a bound',
    run: () => [2, 6, 300_000, 2 ** 32].map((n) => drawBelow(1, 2, 3, 4, n)),
    value: [1, 4, 249_700, 3_574_850_711],
  },
  {
    name: 'a hundred thousand draws',
    run: () => digestOf(100_000, (k) => draw(k & 15, k & 255, k >>> 3, k)),
    value: '9cd1cb776d59394c',
  },
  { name: 'the empty digest', run: () => new Digest().text(), value: '6a09e6673c6f1005' },
  { name: 'the digest of one zero', run: () => digestOf(1, () => 0), value: 'd26d73b5478cfc00' },
  {
    name: 'a digest of numbers',
    run: () => digestOf(1000, (i) => i * -0x1234_5678),
    value: 'a9941f9a9f111614',
  },
  {
    name: 'a digest of a text',
    run: () => {
      const digest = new Digest()
      digest.addText('250 2.0.0 Ok: queued as 4XyZ, naïve façade ☕')
      return digest.text()
    },
    value: '2cd56f33e8fe78d5',
  },
  { name: 'the order of an agenda', run: agendaOrder, value: 'bd785125d72d7019' },
  { name: 'durations', run: durations, value: '091389d65aa1a178' },
  { name: 'a world after 20 s', run: () => toyAt(20_000), value: TOY_AT_20_S },
  { name: 'the same world, come back to 20 s', run: () => toyBackAt(20_000), value: TOY_AT_20_S },
]
