import { describe, expect, it } from 'vitest'
import { lawOf, RETRY_LAWS } from '../../../../src/sim/mail/retry/index.ts'
import { LAW_DEFAULTS, LAW_IDS, type LawOptions } from '../../../../src/sim/mail/retry/law.ts'
import { scheduleOf } from '../../../../src/sim/mail/retry/schedule.ts'

describe('the list of retry laws', () => {
  it('has every name once, in the order of the names', () => {
    expect(RETRY_LAWS.map(({ id }) => id)).toEqual(LAW_IDS)
    expect(new Set(RETRY_LAWS.map(({ title }) => title)).size).toBe(LAW_IDS.length)
  })

  it.each(LAW_IDS)('finds %s', (id) => {
    expect(lawOf(id).id).toBe(id)
  })

  it.each(RETRY_LAWS)('$id reads just the options that it names', (law) => {
    const usual = scheduleOf(law, LAW_DEFAULTS, 123_456, 1000)
    const changes: LawOptions = {
      queueRunDelayMs: 77_000,
      minBackoffMs: 700_000,
      maxBackoffMs: 5_000_000,
      queueRunnerMs: 777_000,
      fixedRetryMs: 333_000,
      lifetimeMs: 100_000_000,
    }
    const keys = Object.keys(changes) as (keyof LawOptions)[]
    const read = keys.filter((key) => {
      const options = { ...LAW_DEFAULTS, [key]: changes[key] }
      return JSON.stringify(scheduleOf(law, options, 123_456, 1000)) !== JSON.stringify(usual)
    })
    expect([...law.reads].sort()).toEqual(read.sort())
  })
})
