import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { BrokenInvariant } from '../../../src/sim/assert.ts'
import {
  BYTES_PER_FACT,
  FactLog,
  LATEST_INSTANT,
  type FactSlice,
} from '../../../src/sim/facts/fact-log.ts'
import { withPoisonedGlobals } from '../../helpers/poison.ts'

/** Facts that one chunk of the log holds. */
const CHUNK = 16_384
/** Two whole chunks and a little more. */
const MANY = 2 * CHUNK + 5

/** Fact `i` is made of `i` alone; every third shares its instant with the one before. */
const atOf = (i: number): number => i - (i % 3 === 2 ? 1 : 0)

function filled(n: number): FactLog {
  const log = new FactLog()
  for (let i = 0; i < n; i++) log.add(atOf(i), i % 250, i, -i, i * 3, ~i)
  return log
}

/** Reading them all takes a while, and they are always the same. */
const ALL = factsOf(filled(MANY))

function factAt(log: FactLog, i: number): number[] {
  return [log.at(i), log.kind(i), ...[0, 1, 2, 3].map((lane) => log.lane(i, lane))]
}

function factsOf(log: FactLog): number[][] {
  return Array.from({ length: log.length }, (_, i) => factAt(log, i))
}

function bytesOf(slice: FactSlice): number {
  return slice.at.byteLength + slice.kind.byteLength + slice.lanes.byteLength
}

describe('a fact', () => {
  test.each([0, 1, CHUNK - 1, CHUNK, 2 * CHUNK - 1, 2 * CHUNK, MANY - 1])(
    'is read as it was written, at place %d',
    (i) => {
      const log = withPoisonedGlobals(() => filled(MANY))
      expect(factAt(log, i)).toEqual([atOf(i), i % 250, i, i === 0 ? 0 : -i, i * 3, ~i])
    },
  )

  it('holds 32 bits with their sign in each lane, and instants up to the latest', () => {
    const log = new FactLog()
    log.add(LATEST_INSTANT, 255, -0x8000_0000, 0x7fff_ffff, -1, 0)
    expect(factAt(log, 0)).toEqual([LATEST_INSTANT, 255, -0x8000_0000, 0x7fff_ffff, -1, 0])
  })

  test.each([4, -1, NaN, LATEST_INSTANT + 1])('cannot come at %d after one at 5', (at) => {
    const log = new FactLog()
    log.add(5, 0, 0, 0, 0, 0)
    expect(() => log.add(at, 0, 0, 0, 0, 0)).toThrow(BrokenInvariant)
    expect(log.length).toBe(1)
    log.add(5, 1, 0, 0, 0, 0)
    expect(log.length).toBe(2)
  })

  test.each([-1, 3, 4, NaN])('that is not there, at place %d, cannot be read', (i) => {
    expect(() => filled(3).at(i)).toThrow(BrokenInvariant)
    expect(() => filled(3).kind(i)).toThrow(BrokenInvariant)
    expect(() => filled(3).lane(i, 0)).toThrow(BrokenInvariant)
  })
})

describe('the number of facts until an instant', () => {
  it('is what counting them gives', () => {
    const instants = fc
      .array(fc.nat(30), { maxLength: 60 })
      .map((each) => each.sort((a, b) => a - b))
    fc.assert(
      fc.property(instants, fc.integer({ min: -1, max: 31 }), (ats, t) => {
        const log = new FactLog()
        for (const at of ats) log.add(at, 0, 0, 0, 0, 0)
        expect(log.countUntil(t)).toBe(ats.filter((at) => at <= t).length)
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  it('is right across chunks, and at the ends', () => {
    const log = filled(MANY)
    for (const i of [0, 1, CHUNK - 2, CHUNK - 1, CHUNK, 2 * CHUNK, MANY - 1]) {
      const count = log.countUntil(log.at(i))
      expect(count === MANY || log.at(count) > log.at(i)).toBe(true)
      expect(log.at(count - 1)).toBe(log.at(i))
    }
    expect([log.countUntil(-1), log.countUntil(Infinity)]).toEqual([0, MANY])
    expect(new FactLog().countUntil(5)).toBe(0)
  })
})

const borders = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, MANY - 1, MANY]

describe('truncating', () => {
  test.each(borders)('to %d leaves the facts before, and those come after can differ', (length) => {
    const log = filled(MANY)
    log.truncate(length)
    expect(log.length).toBe(length)
    expect(() => log.at(length)).toThrow(BrokenInvariant)
    const last = length === 0 ? 0 : atOf(length - 1)
    expect(() => log.add(last - 1, 0, 0, 0, 0, 0)).toThrow(BrokenInvariant)
    log.add(last, 7, 1, 2, 3, 4)
    expect(factsOf(log)).toEqual([...ALL.slice(0, length), [last, 7, 1, 2, 3, 4]])
  })

  it('goes only backwards', () => {
    const log = filled(3)
    expect(() => log.truncate(4)).toThrow(BrokenInvariant)
    expect(() => log.truncate(-1)).toThrow(BrokenInvariant)
    expect(log.length).toBe(3)
  })
})

describe('a slice', () => {
  it('put together with others is the log, wherever it is cut', () => {
    const log = filled(MANY)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...borders), { maxLength: 6 }), (cuts) => {
        const ends = [...cuts.toSorted((a, b) => a - b), MANY]
        const copy = new FactLog()
        let from = 0
        for (const to of ends) {
          copy.append(log.slice(from, to))
          from = to
        }
        expect(factsOf(copy)).toEqual(ALL)
      }),
      { seed: 2, numRuns: 6 },
    )
  })

  it('weighs what a fact weighs, and shares nothing with the log', () => {
    const log = filled(CHUNK + 10)
    const slice = log.slice(CHUNK - 10, CHUNK + 10)
    expect(bytesOf(slice)).toBe(20 * BYTES_PER_FACT)
    slice.lanes.fill(0)
    expect(factAt(log, CHUNK)).toEqual(factAt(filled(CHUNK + 10), CHUNK))
  })

  it('of nothing is empty', () => {
    const log = filled(5)
    for (const [from, to] of [
      [5, 5],
      [0, 0],
      [3, 2],
    ] as const)
      expect(bytesOf(log.slice(from, to))).toBe(0)
    expect(() => log.slice(3, 6)).toThrow(BrokenInvariant)
  })

  it('appended to a longer log replaces its tail', () => {
    const log = filled(CHUNK + 100)
    const other = new FactLog()
    for (let i = 0; i < CHUNK; i++) other.add(atOf(i), 1, 0, 0, 0, 0)
    other.add(2 * MANY, 9, 9, 9, 9, 9)
    log.append(other.slice(CHUNK, CHUNK + 1))
    expect(log.length).toBe(CHUNK + 1)
    expect(factAt(log, CHUNK)).toEqual([2 * MANY, 9, 9, 9, 9, 9])
    expect(factAt(log, CHUNK - 1)).toEqual(factAt(filled(CHUNK), CHUNK - 1))
  })

  it('that leaves a gap is refused', () => {
    const log = filled(3)
    expect(() => log.append(filled(10).slice(4, 6))).toThrow(BrokenInvariant)
    expect(log.length).toBe(3)
  })
})
