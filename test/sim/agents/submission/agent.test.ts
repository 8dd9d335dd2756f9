import { describe, expect, it } from 'vitest'
import type { MessageRow } from '../../../../src/sim/report.ts'
import { rowsFor, worldFor } from '../../../helpers/runs.ts'
import { spamStage, type SpamStage } from '../../../helpers/spammers.ts'
import { triesOf } from '../../../helpers/tries.ts'

const VIA = { 'bot.via': 'open-relay' } as const
const OPEN = { ...VIA, 'relay.open': 'on' } as const
const stage = (settings: SpamStage['settings'], more: SpamStage = {}): SpamStage => ({
  settings: settings ?? {},
  ...more,
})
const rows = (wanted: SpamStage): readonly MessageRow[] => rowsFor(spamStage(wanted), 'relayed')

describe('a stranger who wants mail passed on', () => {
  it.each<[string, Readonly<Record<string, string>>, string, string, number]>([
    ['is put off, by default', {}, 'lost', '454 4.7.1', 1],
    [
      'is refused for good, if it is set so',
      { 'relay.relay-denied': '554' },
      'refused',
      '554 5.7.1',
      1,
    ],
    ['comes back after a 454', { 'bot.retry': 'same-address' }, 'lost', '454 4.7.1', 2],
    [
      'does not come back after a 554',
      { 'bot.retry': 'same-address', 'relay.relay-denied': '554' },
      'refused',
      '554 5.7.1',
      1,
    ],
  ])('%s', (_, settings, outcome, reply, tries) => {
    const [row, ...others] = rows(stage({ ...VIA, ...settings }))
    expect(row).toMatchObject({ outcome })
    expect(row!.attempts.map((one) => one.reply)).toEqual(
      Array.from({ length: tries }, () => reply),
    )
    expect(row!.attempts[0]).toMatchObject({ host: 'smtp.school.example' })
    expect(others).toEqual([])
  })

  it.each(['454', '554'])('may always write to the people there, with %s', (denied) => {
    const settings = { ...VIA, 'relay.relay-denied': denied }
    const [row] = rows(stage(settings, { letters: [{ to: ['carol@school.example'] }] }))
    expect(row).toMatchObject({ outcome: 'delivered' })
  })
})

describe('an open relay', () => {
  const to = ['bob@college.example', 'dana@college.example', 'carol@school.example']

  it('takes one letter for all recipients, and does the work', () => {
    const { index } = worldFor(spamStage(stage(OPEN, { letters: [{ to }] })), 'relayed')
    const tries = triesOf(index).filter(({ aim }) => aim === 'transfer')
    expect(tries.map(({ host, dialled, replies }) => [host, dialled, replies.length])).toEqual([
      ['bot', ['relay'], 3],
      ['relay', ['mx'], 2],
    ])
  })

  it('comes back where greylisting wants it, so that the bot need not', () => {
    const [row] = rows(stage({ ...OPEN, 'mx.greylist.on': 'on' }))
    expect(row).toMatchObject({ outcome: 'delivered' })
    expect(row!.attempts.length).toBeGreaterThan(2)
  })

  it('is closed to strangers from the instant on that somebody closes it', () => {
    const at = ['299 s', '300 s', '301 s'].map((one) => ({ at: one }))
    const wanted = stage({ ...OPEN, 'relay.open.for': '300 s' }, { letters: at })
    expect(rows(wanted).map(({ outcome }) => outcome)).toEqual(['delivered', 'lost', 'lost'])
    // Not to those who log in, and not for itself.
    const account = stage({ 'bot.via': 'account', 'relay.open': 'on', 'relay.open.for': '1 s' })
    expect(rows({ ...account, letters: at }).map(({ outcome }) => outcome)).toEqual(
      Array(3).fill('delivered'),
    )
  })

  it('asks for the password at its other door all the same', () => {
    const settings = { 'bot.via': 'account', 'relay.open': 'on' }
    const [row] = rows({ settings, account: 'nobody@school.example' })
    expect(row).toMatchObject({ outcome: 'refused', submission: { reply: '535 5.7.8' } })
  })

  it('takes nothing for itself from a bot that goes straight to the recipient', () => {
    const [row] = rows(stage({ 'relay.open': 'on' }))
    expect(row!.attempts.map(({ host }) => host)).toEqual(['mx.college.example'])
  })
})
