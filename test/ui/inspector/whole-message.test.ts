import { describe, expect, it } from 'vitest'
import type { JourneyReading } from '../../../src/sim/facts/journeys.ts'
import { scenario as oneUpload } from '../../../src/sim/scenarios/one-upload-or-twenty/scenario.ts'
import { scenario as wrongAddress } from '../../../src/sim/scenarios/wrong-address/scenario.ts'
import {
  addressees,
  attemptForAll,
  attemptsOf,
  journeysOf,
  outcomeOf,
  tallyOf,
  tallyText,
} from '../../../src/ui/inspector/whole-message.ts'
import { runWorld } from '../../helpers/run-world.ts'

/** Later than anything that happens. */
const END = 4e9

const ended = (
  outcome: JourneyReading['outcome'],
  endedAt: number | null,
  folder: JourneyReading['folder'] = null,
): JourneyReading => ({ outcome, endedAt, folder }) as JourneyReading

describe('a tally', () => {
  const cases = [
    ['delivered', [ended('delivered', 5), ended('delivered', 9)], '2 of 2 delivered', 9],
    ['junk', [ended('delivered', 5, 'junk')], '1 of 1 delivered, 1 of them in the junk folder', 5],
    [
      'queued',
      [ended('delivered', 5, 'junk'), ended('queued', null)],
      '1 of 2 delivered, 1 of them in the junk folder, 1 queued',
      null,
    ],
    ['queued', [ended('delivered', 5), ended('queued', null)], '1 of 2 delivered, 1 queued', null],
    ['bounced', [ended('bounced', 5), ended('delivered', 3)], '1 of 2 delivered, 1 bounced', 5],
    [
      'lost',
      [ended('queued', null), ended('lost', 2), ended('delivered', 1)],
      '1 of 3 delivered, 1 queued, 1 lost',
      null,
    ],
    [
      'refused',
      [ended('lost', 2), ended('refused', 1), ended('refused', 3)],
      '0 of 3 delivered, 2 refused, 1 lost',
      3,
    ],
  ] as const
  it.each(cases)('is %s where anybody is', (outcome, all, text, endedAt) => {
    const tally = tallyOf(all)
    expect(outcomeOf(tally)).toBe(outcome)
    expect(tallyText(tally, 'technical')).toBe(text)
    expect(tally.endedAt).toBe(endedAt)
  })
})

describe('a message with many recipients', () => {
  it('has a journey for each, and tries of all of them', () => {
    const index = runWorld(oneUpload, 'direct')
    const all = journeysOf(index, 0, END)
    expect(all).toHaveLength(20)
    expect(attemptsOf(all, ({ attempts }) => attempts)).toHaveLength(20)
    expect(tallyOf(all)).toMatchObject({ all: 20, reached: 20, failed: 0 })
    expect(journeysOf(index, 0, -1)).toEqual([])
  })

  it('counts a try that brought it to two of them once, with the worse news', () => {
    const index = runWorld(wrongAddress, 'direct')
    const message = index.record.messages.findIndex((one) => one.recipients.length === 2)
    const tries = attemptsOf(journeysOf(index, message, END), ({ attempts }) => attempts)
    expect(tries.map((one) => one.class)).toEqual(['refused'])
    expect(attemptForAll(index, tries[0]!.attempt, END)?.class).toBe('refused')
    expect(attemptForAll(index, tries[0]!.attempt, -1)).toBeNull()
  })
})

it('addresses are named up to three, and counted beyond', () => {
  expect(addressees(['a', 'b', 'c'])).toBe('a, b, c')
  expect(addressees(['a', 'b', 'c', 'd'])).toBe('a and 3 others')
})
