import { describe, expect, it } from 'vitest'
import { journeyReading } from '../../../../src/sim/facts/journeys.ts'
import { scenario as oneUpload } from '../../../../src/sim/scenarios/one-upload-or-twenty/scenario.ts'
import { scenario as theLidCloses } from '../../../../src/sim/scenarios/the-lid-closes/scenario.ts'
import { seconds } from '../../../../src/sim/units.ts'
import { lineOf } from '../../../../src/ui/views/retries/layout.ts'
import { runWorld } from '../../../helpers/run-world.ts'

const kinds = (index: ReturnType<typeof runWorld>, t: number): string[] =>
  lineOf([journeyReading(index, 0, 0, t)!], t).steps.map((one) => one.kind)

describe('the line of a message', () => {
  const relayed = runWorld(theLidCloses, 'relayed')

  it('has a mark for each try, the wait between, and the next one hollow', () => {
    expect(kinds(relayed, seconds(100))).toEqual(['try', 'wait', 'next'])
    expect(kinds(relayed, seconds(500))).toEqual(['try', 'wait', 'try', 'wait', 'next'])
    expect(kinds(relayed, seconds(5000))).toEqual(['try', 'wait', 'try', 'wait', 'try'])
  })

  it('a longer wait is wider, and a try whose time has passed in vain is overdue', () => {
    const { steps } = lineOf([journeyReading(relayed, 0, 0, seconds(500))!], seconds(500))
    const [first, second] = steps.filter((one) => one.kind === 'wait')
    expect(second!.weight).toBeGreaterThan(first!.weight)
    const direct = runWorld(theLidCloses, 'direct')
    const asleep = lineOf([journeyReading(direct, 0, 0, seconds(500))!], seconds(500))
    expect(asleep.steps.at(-1)).toMatchObject({ kind: 'next', overdue: true })
  })

  it('folds a long row of equal tries', () => {
    const long = { ...theLidCloses, settings: { 'mx.outage.lasts': '7 d' } }
    const index = runWorld(long, 'relayed')
    const t = seconds(3600 * 24 * 4)
    const { steps } = lineOf([journeyReading(index, 0, 0, t)!], t)
    const tries = journeyReading(index, 0, 0, t)!.attempts.length
    const fold = steps.find((one) => one.kind === 'fold')
    const left = steps.filter((one) => one.kind === 'try').length
    expect(tries).toBeGreaterThan(50)
    expect(left).toBe(6)
    expect(fold?.count).toBe(tries - left)
  })

  it('tries of one message to many recipients that begin together are one mark', () => {
    const index = runWorld(oneUpload, 'direct')
    const all = index.record.messages[0]!.recipients.map((_, i) =>
      journeyReading(index, 0, i, 4e9)!,
    )
    const { steps } = lineOf(all, 4e9)
    expect(steps).toMatchObject([{ kind: 'try', count: 20, attempt: { class: 'delivered' } }])
    expect(lineOf(all.slice(0, 1), 4e9).steps).toMatchObject([{ kind: 'try', count: 1 }])
  })
})
