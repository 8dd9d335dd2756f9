import { describe, expect, it } from 'vitest'
import { whyChain, type WhyLink } from '../../../src/sim/facts/why.ts'
import { ALICE } from '../../../src/sim/scenarios/school.ts'
import { worldFor } from '../../helpers/runs.ts'
import { networks, spamStage, type SpamStage } from '../../helpers/spammers.ts'

const END = 4e9
const GREY = { 'mx.greylist.on': 'on' } as const

function chain(wanted: SpamStage, until = END): readonly WhyLink[] {
  const { index } = worldFor(spamStage(wanted), 'relayed')
  return whyChain(
    index,
    index.record.messages.findLastIndex(({ kind }) => kind === 'spam'),
    0,
    until,
  )
}
const kinds = (links: readonly WhyLink[]): string[] => links.map(({ kind }) => kind)

describe('why a bot', () => {
  it.each<[string, SpamStage, number, readonly string[]]>([
    [
      'never came back',
      { settings: GREY },
      END,
      ['lost', 'bot-gave-up', 'replied', 'greylisted-new', 'setting'],
    ],
    [
      'waits',
      { settings: { ...GREY, 'bot.retry': 'same-address' } },
      100_000,
      ['waiting', 'bot-returns', 'replied', 'greylisted-new', 'setting'],
    ],
    [
      'got in when it came back',
      { settings: { ...GREY, 'bot.retry': 'same-address' } },
      END,
      ['delivered', 'greylist-passed', 'bot-returns', 'replied', 'greylisted-new', 'setting'],
    ],
    [
      'gave up after coming back from elsewhere',
      { settings: { ...GREY, 'bot.retry': 'other-address' }, addresses: networks(9) },
      END,
      ['lost', 'bot-tired', 'replied', 'greylisted-new', 'from-elsewhere', 'setting'],
    ],
    [
      'was put off by a relay that is not open',
      { settings: { 'bot.via': 'open-relay' } },
      END,
      ['lost', 'bot-gave-up', 'replied', 'relay-denied', 'setting'],
    ],
    [
      'was refused by a relay that is not open',
      { settings: { 'bot.via': 'open-relay', 'relay.relay-denied': '554' } },
      END,
      ['refused', 'replied', 'relay-denied', 'setting'],
    ],
    [
      'got in through an open relay',
      { settings: { 'bot.via': 'open-relay', 'relay.open': 'on' } },
      END,
      ['delivered', 'first-try', 'handed-over', 'open-relay', 'written'],
    ],
    [
      'got in with a stolen password',
      { settings: { 'bot.via': 'account' } },
      END,
      ['delivered', 'first-try', 'handed-over', 'stolen-account', 'written'],
    ],
    [
      'was stopped by the quota of the account it had stolen',
      {
        // The first letter uses it up, and the chain is about the second one.
        letters: [{ at: '0 s', from: 'other@prizes.example' }, { at: '60 s' }],
        settings: { 'bot.via': 'account', 'relay.quota': '1' },
      },
      END,
      ['lost', 'bot-gave-up', 'replied', 'quota-used-up', 'setting'],
    ],
    [
      'was refused without one',
      { settings: { 'bot.via': 'account' }, account: 'x@school.example' },
      END,
      ['refused', 'replied', 'not-logged-in', 'written'],
    ],
  ])('%s', (_, wanted, until, expected) => {
    expect(kinds(chain(wanted, until))).toEqual(expected)
  })

  it('says with which numbers', () => {
    const addresses = networks(9)
    const settings = { ...GREY, 'bot.retry': 'other-address' }
    const links = chain({ settings, addresses })
    const of = (kind: string) => links.find((one) => one.kind === kind)?.values
    expect(of('bot-tired')).toMatchObject({ tries: 2, option: 'bot.retry-times' })
    expect(of('from-elsewhere')).toMatchObject({ before: addresses[0] })
    expect(addresses.slice(1)).toContain(of('from-elsewhere')?.['address'])
    const stolen = chain({ settings: { 'bot.via': 'account' } })
    expect(stolen.find(({ kind }) => kind === 'stolen-account')?.values['account']).toBe(ALICE)
  })
})
