import { beforeAll, describe, expect, it } from 'vitest'
import { outcomeText, resultRows } from '../../../src/ui/story/results.ts'
import { labStore } from '../../../src/ui/state/store.ts'
import { openLab } from '../../helpers/open-lab.ts'

const rows = () => resultRows(labStore.getState().worlds, labStore.getState().scenario)
const told = (): string[] =>
  rows().map((row) => `${row.name.technical} | ${outcomeText(row, 'technical')}`)

describe('one upload or twenty', () => {
  beforeAll(() => openLab('one-upload-or-twenty', 0))

  it('has one row per world, with the tries of all recipients and the last arrival', () => {
    expect(told()).toEqual(['Direct | 20 of 20 delivered', 'Relayed | 20 of 20 delivered'])
    for (const { attempts, took, endedAt, sentAt } of rows()) {
      expect(attempts).toHaveLength(20)
      // The sender hears of it as much later as the line is long.
      const heard = Math.max(...attempts) - (endedAt ?? 0)
      expect(heard).toBeGreaterThan(0)
      expect(heard).toBeLessThan(100)
      expect(took).toBe((endedAt ?? 0) - sentAt)
    }
  })
})

describe('a wrong address', () => {
  beforeAll(() => openLab('wrong-address', 0))

  it('says of how many recipients how many were reached', () => {
    expect(told()).toContain('Direct: “Cake on Sunday” | 1 of 2 delivered, 1 refused')
    expect(told()).toContain('Direct: “Saturday” | refused')
  })
})

describe('the dial-up era', () => {
  beforeAll(() => openLab('dial-up-era', 0))

  it('sums a world up where there are more letters than one can look at', () => {
    const { worlds } = labStore.getState()
    expect(rows()).toHaveLength(worlds.length)
    expect(told()[0]).toBe('Direct | 12 of 12 delivered')
  })
})

describe('250 means: mine', () => {
  beforeAll(() => openLab('250-means-mine', 0))

  it('says that a letter has come twice, and knows the later try', () => {
    const twice = rows().filter(({ copies }) => copies > 1)
    expect(twice.length).toBeGreaterThan(0)
    for (const row of twice) {
      expect(outcomeText(row, 'everyday')).toMatch(/^delivered, 2 copies$/)
      expect(Math.max(...row.attempts)).toBeGreaterThan(row.endedAt ?? Infinity)
    }
  })
})

describe('spam', () => {
  it.each([
    ['a-day-at-the-mx', 8],
    ['one-bad-room-mate', 8],
    ['spammers-learn-to-wait', 9],
    ['port-25-is-closed', 8],
  ])(
    'of %s has one row in each world on the stage, however much of it there is',
    async (id, most) => {
      await openLab(id, 0)
      const spam = rows().filter(({ isSpam }) => isSpam)
      for (const { name, tally } of spam) {
        expect(name.technical).toMatch(/: spam$/)
        expect(tally.all).toBeGreaterThan(6)
      }
      expect(spam.length).toBeGreaterThanOrEqual(2)
      expect(new Set(spam.map(({ name }) => name.technical)).size).toBe(spam.length)
      expect(rows().length).toBeLessThanOrEqual(most)
    },
  )

  it('is called by its subject where it is one letter', async () => {
    await openLab('home-then-cafe', 0)
    expect(told().filter((row) => row.includes('“In trouble”'))).toHaveLength(2)
  })
})
