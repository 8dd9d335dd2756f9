import { describe, expect, it } from 'vitest'
import { present } from '../../../../src/sim/assert.ts'
import { SCENARIOS } from '../../../../src/sim/scenarios/all.ts'
import { BOT_HOST, HOSTS } from '../../../../src/sim/scenarios/school.ts'
import { pointOn } from '../../../../src/ui/views/map/curve.ts'
import { stageLayout } from '../../../../src/ui/views/map/layout.ts'
import { linkBetween } from '../../../../src/ui/views/map/links.ts'

const SIZES = [
  { width: 656, height: 145 },
  { width: 640, height: 240 },
  { width: 1290, height: 300 },
  { width: 1900, height: 420 },
  { width: 390, height: 150 },
  { width: 360, height: 190 },
]
const hosts = [...HOSTS, BOT_HOST]
const at = (kind: string): number => hosts.findIndex((host) => host.kind === kind)

describe.each(SIZES)('at $width × $height', (size) => {
  const layout = stageLayout(hosts, size)
  const place = (kind: string) => layout.places[at(kind)]!

  it('every host lies inside', () => {
    for (const { x, y, size: side } of layout.places) {
      expect(x - side / 2).toBeGreaterThanOrEqual(0)
      expect(x + side / 2).toBeLessThanOrEqual(size.width)
      expect(y - side / 2).toBeGreaterThanOrEqual(0)
      expect(y + side / 2).toBeLessThanOrEqual(size.height)
    }
  })

  it('no two hosts overlap', () => {
    layout.places.forEach((a, i) =>
      layout.places.slice(i + 1).forEach((b) => {
        const apart = Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))
        expect(apart).toBeGreaterThan((a.size + b.size) / 2)
      }),
    )
  })

  it('leads from left to right, the relay above the direct road', () => {
    expect(place('mua').x).toBeLessThan(place('submission').x)
    expect(place('submission').x).toBeLessThan(place('mx').x)
    expect(place('mx').x).toBeLessThan(place('device').x)
    const road = linkBetween(layout, at('mua'), at('mx'))!
    const below = pointOn(road, 0.5).y
    expect(place('submission').y + place('submission').size / 2).toBeLessThan(below)
    for (const f of [0, 0.3, 0.7, 1]) expect(pointOn(road, f).y).toBeCloseTo(below)
  })

  it('the direct road does not cross the domain of the relay', () => {
    const hull = layout.hulls.find((one) => one.hosts.includes(at('submission')))!
    const road = linkBetween(layout, at('mua'), at('mx'))!
    expect(hull.y + hull.height).toBeLessThan(pointOn(road, 0.5).y)
  })

  it('a question of the server to the name server passes nobody', () => {
    const way = linkBetween(layout, at('mx'), at('name-server'))!
    const { x, y, size: side } = place('submission')
    for (let f = 0; f <= 1; f += 0.02) {
      const point = pointOn(way, f)
      const isOver = Math.abs(point.x - x) < side / 2 && Math.abs(point.y - y) < side / 2
      expect(isOver).toBe(false)
    }
  })

  it('a link back is the link there, reversed', () => {
    const there = linkBetween(layout, at('mua'), at('submission'))!
    const back = linkBetween(layout, at('submission'), at('mua'))!
    expect(pointOn(back, 0.2)).toEqual({
      x: expect.closeTo(pointOn(there, 0.8).x) as number,
      y: expect.closeTo(pointOn(there, 0.8).y) as number,
    })
  })
})

describe.each([...SIZES.slice(0, 4), { width: 390, height: 226 }])(
  'visitors at $width × $height',
  (size) => {
    const relay = present(
      HOSTS.find(({ kind }) => kind === 'submission'),
      'relay',
    )
    const mx = present(
      HOSTS.find(({ kind }) => kind === 'mx'),
      'mx',
    )
    const more = [
      ...hosts,
      { ...relay, id: 'backup', kind: 'backup' },
      { ...relay, id: 'others' },
      { ...relay, id: 'others-2', crowd: 'others' },
      { ...mx, id: 'mx-2', crowd: 'mx' },
    ]
    const layout = stageLayout(more, size)
    const [backup, others, second, friend] = layout.places.slice(hosts.length)

    it('leave everybody else where they were', () => {
      expect(layout.places.slice(0, hosts.length)).toEqual(stageLayout(hosts, size).places)
    })

    it('stand side by side above the server, out of the way of its flag and of all others', () => {
      const server = layout.places[at('mx')]!
      for (const one of [backup!, others!]) {
        expect(one.role).toBe('visitor')
        expect(one.y + one.size / 2).toBeLessThan(server.flag.y)
        expect(one.y - one.size / 2).toBeGreaterThanOrEqual(0)
        expect(one.label.width).toBeGreaterThan(0)
        expect(one.label.x + one.label.width).toBeLessThanOrEqual(size.width)
        for (const each of layout.places.slice(0, hosts.length)) {
          const apart = Math.max(Math.abs(one.x - each.x), Math.abs(one.y - each.y))
          expect(apart).toBeGreaterThan((one.size + each.size) / 2)
        }
      }
      expect(others!.x - others!.size).toBeGreaterThan(backup!.label.x)
    })

    it('a crowd has the place and the hull of the one who stands for it', () => {
      expect(second).toEqual(others)
      expect(friend).toEqual(layout.places[at('mx')])
      expect(layout.stands.slice(hosts.length)).toEqual([
        hosts.length,
        hosts.length + 1,
        hosts.length + 1,
        at('mx'),
      ])
      const hull = present(
        layout.hulls.find((one) => one.hosts.includes(hosts.length + 2)),
        'hull',
      )
      expect(hull.hosts).toEqual([hosts.length + 1, hosts.length + 2])
    })

    it('have hulls that cut no other', () => {
      for (const [i, a] of layout.hulls.entries())
        for (const b of layout.hulls.slice(i + 1)) {
          const beside = a.x + a.width <= b.x + 0.5 || b.x + b.width <= a.x + 0.5
          expect(beside || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true)
        }
    })

    it('are led to from the left, and lead down to the server', () => {
      const visitor = hosts.length
      for (const from of ['mua', 'submission', 'bot']) {
        const road = linkBetween(layout, at(from), visitor)!
        expect(pointOn(road, 0).x).toBeGreaterThan(layout.places[at(from)]!.x)
        expect(pointOn(road, 1).x).toBeLessThan(backup!.x)
      }
      const down = linkBetween(layout, visitor, at('mx'))!
      expect(pointOn(down, 0).y).toBeGreaterThan(backup!.y)
      expect(pointOn(down, 1).y).toBeLessThan(layout.places[at('mx')]!.y)
    })
  },
)

it('the same network looks the same, with and without a bot', () => {
  for (const { hosts: own } of SCENARIOS) {
    const layout = stageLayout(own, SIZES[0]!)
    expect(layout).toEqual(stageLayout(own, SIZES[0]!))
    const laptop = own.findIndex((host) => host.kind === 'mua')
    // Where several send from their homes, they share the room.
    const senders = own.filter(({ kind, crowd }) => kind === 'mua' && crowd === undefined)
    const alone = stageLayout(hosts, SIZES[0]!).places[at('mua')]
    expect(layout.places[laptop]).toEqual(senders.length === 1 ? alone : layout.places[laptop])
  }
})

it.each(SIZES)('two who send from their homes stand apart at $width × $height', (size) => {
  const second = { ...HOSTS[0]!, id: 'second' }
  const { places } = stageLayout([...hosts, second], size)
  const [first, other] = [places[at('mua')]!, places.at(-1)!]
  const below = other.label.y
  expect(other.y - other.size / 2).toBeGreaterThanOrEqual(0)
  expect(below).toBeLessThan(first.y - first.size / 2)
  expect(first.y).toBe(stageLayout(hosts, size).places[at('mua')]!.y)
})

describe.each(SIZES)('a row of bots and a blocklist at $width × $height', (size) => {
  const bot = (id: string) => ({ ...BOT_HOST, id })
  const list = { ...BOT_HOST, id: 'list', kind: 'blocklist' }

  it.each([
    ['one bot', [list]],
    ['two bots', [bot('second'), list]],
    ['three bots', [bot('second'), bot('third'), list]],
    ['no list', [bot('second'), bot('third')]],
  ])('%s: nobody stands on anybody, nor on a label', (_, more) => {
    const all = [...hosts, ...more]
    const { places } = stageLayout(all, size)
    const feet = [at('bot'), ...more.map((__, i) => hosts.length + i)].map((i) => places[i]!)
    feet.forEach((one, i) => {
      expect(one.y + one.size / 2).toBeLessThanOrEqual(size.height)
      expect(one.label.width).toBeGreaterThan(8)
      const next = feet[i + 1]
      const end = next === undefined ? Infinity : next.x - next.size / 2
      expect(one.label.x + one.label.width).toBeLessThanOrEqual(end)
    })
    const server = places[at('mx')]!
    const last = feet.at(-1)!
    expect(last.label.x + last.label.width).toBeLessThan(server.x - server.size / 2)
    // Everybody else stands where they would without them.
    const without = stageLayout(HOSTS, size).places
    expect(places.slice(0, HOSTS.length)).toEqual(without)
  })

  it('a bot alone keeps its place', () => {
    const { places } = stageLayout(hosts, size)
    expect(places[at('bot')]?.small).toBeUndefined()
  })
})

describe.each(SIZES)('a forwarder and a mailing list at $width × $height', (size) => {
  const relay = HOSTS.find(({ kind }) => kind === 'submission')!
  const more = [
    { ...relay, id: 'alumni', kind: 'forwarder' },
    { ...relay, id: 'tea', kind: 'list' },
  ]
  const { places } = stageLayout([...hosts, ...more], size)
  const [forwarder, list] = places.slice(hosts.length)

  it('are visitors, each with room for its word, beside its drawing or below', () => {
    for (const one of [forwarder!, list!]) {
      expect(one.role).toBe('visitor')
      expect(one.label.width).toBeGreaterThan(40)
      expect(one.label.x + one.label.width).toBeLessThanOrEqual(size.width)
      const isClear = one.labelAt === 'right' || one.label.y >= one.y + one.size / 2
      expect(isClear).toBe(true)
    }
    expect(forwarder!.label.x + forwarder!.label.width).toBeLessThanOrEqual(list!.x)
  })
})
