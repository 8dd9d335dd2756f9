/** The reasons that lie with senders, in words: each with its values, in three vocabularies. */
import { describe, expect, it } from 'vitest'
import { LEVELS } from '../../../src/sim/scenarios/scenario.ts'
import { tellWhy } from '../../../src/ui/inspector/tell-why.ts'
import { worldFor } from '../../helpers/runs.ts'
import { networks, spamStage } from '../../helpers/spammers.ts'

const GREY = { 'mx.greylist.on': 'on' } as const

function told(settings: Readonly<Record<string, string>>, until: number) {
  const letters = [{ from: 'other@prizes.example' }, { at: '60 s' }]
  const scenario = spamStage({ letters, settings, addresses: networks(9) })
  const { index } = worldFor(scenario, 'relayed')
  return LEVELS.map((level) => {
    const telling = { scenario, interventions: [], world: 'relayed', level } as const
    const { reasons, remedy } = tellWhy(index, { message: 1, recipient: 0, until }, telling)
    const lines = [...reasons.map(({ pieces }) => pieces), remedy ?? []]
    const text = lines.map((line) => line.map((piece) => piece.text).join(''))
    return { kinds: reasons.map(({ kind }) => kind), text: text.join('\n') }
  })
}

describe('a reason that lies with the sender', () => {
  it.each<[string, Readonly<Record<string, string>>, number, RegExp]>([
    ['bot-returns', { ...GREY, 'bot.retry': 'same-address' }, 200_000, /6 min|360 s/],
    ['bot-tired', { ...GREY, 'bot.retry': 'other-address' }, 4e9, /\b[12]\b/],
    ['from-elsewhere', { ...GREY, 'bot.retry': 'other-address' }, 4e9, /198\.18\.1\.66/],
    ['stolen-account', { 'bot.via': 'account' }, 4e9, /alice@school\.example/],
    ['quota-used-up', { 'bot.via': 'account', 'relay.quota': '1' }, 4e9, /alice@school\.example/],
    [
      'open-relay',
      { 'bot.via': 'open-relay', 'relay.open': 'on' },
      4e9,
      /relay|letters for anybody/,
    ],
    ['relay-denied', { 'bot.via': 'open-relay' }, 4e9, /college\.example/],
  ])('is told with its values: %s', (kind, settings, until, names) => {
    for (const { kinds, text } of told(settings, until)) {
      expect(kinds).toContain(kind)
      expect(text).toMatch(names)
      expect(text).not.toMatch(/[{}–]|undefined|NaN/)
    }
  })
})
