import { expect, it } from 'vitest'
import type { HostStateReading, QueueEntry } from '../../../../src/sim/facts/host-states.ts'
import { gathered } from '../../../../src/ui/views/map/crowd.ts'

const waits = (message: number, nextTryAt: number | null): QueueEntry => ({
  message,
  queueId: message,
  state: nextTryAt === null ? 'active' : 'deferred',
  since: 0,
  changedAt: 0,
  nextTryAt,
})

const reading = (host: number, queue: QueueEntry[], letters: number[] = []): HostStateReading => ({
  host,
  state: host === 1 ? 'refused' : 'up',
  since: 0,
  address: '',
  queue,
  nextTryAt: queue.find((one) => one.nextTryAt !== null)?.nextTryAt ?? null,
  mailbox: letters.map((at) => ({ message: at, recipient: 0, at, copies: 1, folder: 'inbox' })),
  sessions: [],
  holds: [],
  listings: [],
  listedBy: host === 2 ? [7] : [],
})

const states = [
  reading(0, [waits(9, 50)]),
  reading(1, [waits(1, 70)], [8]),
  reading(2, [waits(2, null), waits(3, 60)], [5, 9]),
]

it('whoever stands for a crowd has its letters and waits, in order of time', () => {
  const [alone, stand, ...rest] = gathered(states, [0, 1, 1])
  expect(rest).toEqual([])
  expect(alone).toBe(states[0])
  expect(stand).toMatchObject({ host: 1, state: 'refused', nextTryAt: 60 })
  expect(stand?.queue.map(({ message }) => message)).toEqual([2, 3, 1])
  expect(stand?.mailbox.map(({ at }) => at)).toEqual([5, 8, 9])
  expect(stand?.listedBy).toEqual([7])
})

it('where there is no crowd everything stays as it is', () => {
  expect(gathered(states, [0, 1, 2])).toEqual(states)
})
