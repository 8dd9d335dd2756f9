import { describe, expect, it } from 'vitest'
import type { Flight } from '../../../../src/sim/facts/flights.ts'
import type { OpenSession } from '../../../../src/sim/facts/host-states.ts'
import { doorsOf, quietOf, WORDS_MAX } from '../../../../src/ui/views/map/quiet.ts'

const flight = (key: string, from: number, to: number, carries: Flight['carries']): Flight => ({
  key,
  from,
  to,
  carries,
  connection: Number(key.split(' ')[1] ?? 0),
  attempt: 0,
  sentAt: 0,
  arrivesAt: 9,
  label: '',
  class: null,
  message: 0,
  lost: false,
  rank: 0,
  of: 1,
})
const many = (n: number, from: (i: number) => number, to: number): Flight[] =>
  Array.from({ length: n }, (_, i) => flight(`${from(i)}-${to} ${i}`, from(i), to, 'command'))
const stands = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

describe('words on the road', () => {
  it('stay while they can be read', () => {
    const { flights, roads } = quietOf(
      many(WORDS_MAX, () => 0, 1),
      stands,
    )
    expect([flights.size, roads]).toEqual([0, []])
  })

  it('are one number of conversations where there are too many', () => {
    const there = many(WORDS_MAX, () => 0, 1)
    const back = flight('back', 1, 0, 'reply')
    const letter = flight('letter', 0, 1, 'content')
    const { flights, roads } = quietOf([...there, back, letter], stands)
    expect(roads).toEqual([{ from: 0, to: 1, count: WORDS_MAX }])
    expect(flights.has('back')).toBe(true)
    expect(flights.has('letter')).toBe(false)
  })

  it('are together those of a crowd, which has one road', () => {
    const crowd = many(WORDS_MAX + 1, (i) => i + 1, 0)
    expect(quietOf(crowd, [0, 1, 1, 1, 1, 1, 1, 1]).roads).toHaveLength(1)
  })

  it('are not more at a host where many roads end', () => {
    const { flights, roads } = quietOf(
      many(WORDS_MAX + 2, (i) => i + 1, 0),
      stands,
    )
    expect([flights.size, roads]).toEqual([2, []])
  })
})

describe('a door', () => {
  const open = (n: number, server: number): OpenSession[] =>
    Array.from({ length: n }, (_, client) => ({
      connection: client,
      attempt: client,
      message: 0,
      client,
      server,
      since: 0,
      acceptedAt: null,
    }))

  it('is counted when more stand there than can be told apart', () => {
    expect(doorsOf([...open(WORDS_MAX, 20), ...open(WORDS_MAX + 1, 21)])).toEqual([
      { server: 21, count: WORDS_MAX + 1 },
    ])
    expect(doorsOf(open(30, -1))).toEqual([])
  })
})
