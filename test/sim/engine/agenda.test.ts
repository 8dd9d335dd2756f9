import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Agenda, type AgendaState } from '../../../src/sim/engine/agenda.ts'
import { withPoisonedGlobals } from '../../helpers/poison.ts'

interface Event {
  readonly at: number
  readonly word: number
}

/** Empties an agenda from the front. */
function drain(agenda: Agenda): Event[] {
  const events: Event[] = []
  while (agenda.length > 0) events.push({ at: agenda.peekAt(), word: agenda.pop() })
  return events
}

function filled(ats: readonly number[], capacity?: number): Agenda {
  const agenda = new Agenda(capacity)
  ats.forEach((at, word) => agenda.push(at, word))
  return agenda
}

/** A list that is searched from the front: slow and plain. */
class NaiveAgenda {
  events: Event[] = []

  push(at: number, word: number): void {
    const later = this.events.findIndex((each) => each.at > at)
    this.events.splice(later < 0 ? this.events.length : later, 0, { at, word })
  }

  peekAt(): number {
    return this.events[0]?.at ?? Infinity
  }
}

describe('the order', () => {
  it('is by time, and among equals by arrival', () => {
    expect(drain(filled([30, 10, 20, 10, 30, 10]))).toEqual([
      { at: 10, word: 1 },
      { at: 10, word: 3 },
      { at: 10, word: 5 },
      { at: 20, word: 2 },
      { at: 30, word: 0 },
      { at: 30, word: 4 },
    ])
  })

  it('holds for a thousand equals', () => {
    const words = drain(filled(Array.from({ length: 1000 }, () => 7))).map(({ word }) => word)
    expect(words).toEqual(words.toSorted((a, b) => a - b))
  })

  it('keeps all 32 bits of a word, and instants beyond them', () => {
    const agenda = new Agenda()
    const far = 2 ** 52
    agenda.push(far, -1)
    agenda.push(0, -0x8000_0000)
    agenda.push(1, 0x7fff_ffff)
    expect(drain(agenda)).toEqual([
      { at: 0, word: -0x8000_0000 },
      { at: 1, word: 0x7fff_ffff },
      { at: far, word: -1 },
    ])
  })

  it.each([0, 1, 2, 3, 16])('survives growth from a capacity of %d', (capacity) => {
    const ats = Array.from({ length: 500 }, (_, i) => (i * 37) % 101)
    expect(drain(filled(ats, capacity))).toEqual(drain(filled(ats)))
    expect(drain(filled(ats, capacity)).map(({ at }) => at)).toEqual(ats.toSorted((a, b) => a - b))
  })
})

describe('an empty agenda', () => {
  it('comes next at Infinity, before and after its events', () => {
    const agenda = new Agenda()
    expect([agenda.length, agenda.peekAt()]).toEqual([0, Infinity])
    agenda.push(3, 1)
    agenda.pop()
    expect([agenda.length, agenda.peekAt()]).toEqual([0, Infinity])
    agenda.push(5, 2)
    expect([agenda.length, agenda.peekAt(), agenda.pop()]).toEqual([1, 5, 2])
  })

  it('has nothing to pop', () => {
    const agenda = filled([1])
    agenda.pop()
    expect(() => agenda.pop()).toThrow('empty agenda')
    expect(agenda.length).toBe(0)
  })
})

describe('the hole that a pop leaves', () => {
  it('is no event', () => {
    const agenda = filled([1, 2, 3])
    agenda.pop()
    expect(agenda.length).toBe(2)
    agenda.push(2, 9)
    expect(drain(agenda)).toEqual([
      { at: 2, word: 1 },
      { at: 2, word: 9 },
      { at: 3, word: 2 },
    ])
  })

  it('may be looked at before it is filled', () => {
    const agenda = filled([1, 5, 9])
    agenda.pop()
    expect(agenda.peekAt()).toBe(5)
    agenda.push(3, 7)
    expect(drain(agenda).map(({ word }) => word)).toEqual([7, 1, 2])
  })

  it('is not in a snapshot', () => {
    const agenda = filled([4, 2, 8])
    agenda.pop()
    const state = agenda.save()
    expect([...state.at]).toEqual([4, 8])
    expect(drain(agenda)).toEqual([
      { at: 4, word: 0 },
      { at: 8, word: 2 },
    ])
  })
})

describe('a snapshot', () => {
  it('is independent of what happens afterwards, on both sides', () => {
    const agenda = filled([3, 1, 2])
    const state = agenda.save()
    agenda.push(0, 99)
    const other = new Agenda(1)
    other.load(state)
    other.push(1, 50)
    expect(drain(other).map(({ word }) => word)).toEqual([1, 50, 2, 0])
    const third = filled([7, 7, 7, 7, 7, 7])
    third.load(state)
    expect(drain(third).map(({ word }) => word)).toEqual([1, 2, 0])
  })

  it('keeps the order between what was there and what comes after', () => {
    const agenda = filled([5, 5])
    const other = new Agenda()
    other.load(agenda.save())
    other.push(5, 2)
    expect(drain(other).map(({ word }) => word)).toEqual([0, 1, 2])
  })
})

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('push'), at: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pop'), at: fc.constant(0) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('peek', 'save'), at: fc.constant(0) }) },
)

/** What an agenda of either make answers along the way. */
function play(steps: readonly { do: string; at: number }[], capacity: number): unknown[] {
  let agenda = new Agenda(capacity)
  const answers: unknown[] = []
  steps.forEach(({ do: what, at }, word) => {
    if (what === 'push') agenda.push(at, word)
    else if (what === 'pop' && agenda.length > 0) answers.push(agenda.pop())
    else if (what === 'peek') answers.push(agenda.peekAt())
    else if (what === 'save') agenda = loaded(agenda.save())
    answers.push(agenda.length)
  })
  return [...answers, ...drain(agenda)]
}

/** Put into an agenda that has a past, and a hole. */
function loaded(state: AgendaState): Agenda {
  const agenda = filled([9, 3, 6], 2)
  agenda.pop()
  agenda.load(state)
  return agenda
}

function playNaively(steps: readonly { do: string; at: number }[]): unknown[] {
  const naive = new NaiveAgenda()
  const answers: unknown[] = []
  steps.forEach(({ do: what, at }, word) => {
    if (what === 'push') naive.push(at, word)
    else if (what === 'pop' && naive.events.length > 0) answers.push(naive.events.shift()?.word)
    else if (what === 'peek') answers.push(naive.peekAt())
    answers.push(naive.events.length)
  })
  return [...answers, ...naive.events]
}

describe('against a sorted list', () => {
  it('any sequence of steps has the same answers', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), fc.nat(8), (steps, capacity) => {
        const answers = withPoisonedGlobals(() => play(steps, capacity))
        expect(answers).toEqual(playNaively(steps))
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})
