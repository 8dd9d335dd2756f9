import { describe, expect, it } from 'vitest'
import { SCENARIOS } from '../../../../src/sim/scenarios/index.ts'
import { BOT_HOST, HOSTS } from '../../../../src/sim/scenarios/school.ts'
import { pointOn } from '../../../../src/ui/views/map/curve.ts'
import { linkBetween, stageLayout } from '../../../../src/ui/views/map/layout.ts'

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
    const road = linkBetween(layout, hosts, at('mua'), at('mx'))!
    const below = pointOn(road, 0.5).y
    expect(place('submission').y + place('submission').size / 2).toBeLessThan(below)
    for (const f of [0, 0.3, 0.7, 1]) expect(pointOn(road, f).y).toBeCloseTo(below)
  })

  it('the direct road does not cross the domain of the relay', () => {
    const hull = layout.hulls.find((one) => one.hosts.includes(at('submission')))!
    const road = linkBetween(layout, hosts, at('mua'), at('mx'))!
    expect(hull.y + hull.height).toBeLessThan(pointOn(road, 0.5).y)
  })

  it('a link back is the link there, reversed', () => {
    const there = linkBetween(layout, hosts, at('mua'), at('submission'))!
    const back = linkBetween(layout, hosts, at('submission'), at('mua'))!
    expect(pointOn(back, 0.2)).toEqual({
      x: expect.closeTo(pointOn(there, 0.8).x) as number,
      y: expect.closeTo(pointOn(there, 0.8).y) as number,
    })
  })
})

it('the same network looks the same, with and without a bot', () => {
  for (const { hosts: own } of SCENARIOS) {
    const layout = stageLayout(own, SIZES[0]!)
    expect(layout).toEqual(stageLayout(own, SIZES[0]!))
    const laptop = own.findIndex((host) => host.kind === 'mua')
    expect(layout.places[laptop]).toEqual(stageLayout(hosts, SIZES[0]!).places[at('mua')])
  }
})
