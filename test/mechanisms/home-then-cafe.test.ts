/** Which of the three tests sees the café, and what each of them would let through. */
import { describe, expect, it } from 'vitest'
import type { ScenarioFile } from '../../src/sim/scenarios/scenario.ts'
import { readingsFor } from '../helpers/reading-of.ts'
import { scenarioOf } from '../helpers/runs.ts'

const ID = 'home-then-cafe'

/** The scenario with other settings in one of its variants. */
function changed(id: string, settings: Readonly<Record<string, string>>): ScenarioFile {
  const base = scenarioOf(ID)
  const variants = base.variants.map((one) =>
    one.id === id ? { ...one, settings: { ...one.settings, ...settings } } : one,
  )
  return { ...base, variants }
}

describe('home, then a café', () => {
  it('without greylisting she is done before she leaves the house', () => {
    const read = readingsFor(ID, { set: { 'mx.greylist.on': 'off' } })
    expect(read('direct.alice-1.outcome')).toBe('delivered')
    expect(read('direct.alice-1.attempts')).toBe(1)
  })

  it('without greylisting, but written in the café, her own domain disowns her', () => {
    const base = scenarioOf(ID)
    const mail = base.mail.map((one) => (one.host === 'laptop' ? { ...one, at: '3 h' } : one))
    const read = readingsFor({ ...base, mail }, { set: { 'mx.greylist.on': 'off' } })
    expect(read('direct.alice-1.outcome')).toBe('refused')
    expect(read('stays-home.alice-1.outcome')).toBe('delivered')
    expect(read('own-key.alice-1.outcome')).toBe('delivered')
  })

  it('without DMARC she gets in from the café, and the thief without a key as well', () => {
    const read = readingsFor(ID, { set: { 'mx.dmarc': 'note' } })
    expect(read('direct.alice-1.outcome')).toBe('delivered')
    expect(read('direct.alice-2.outcome')).toBe('delivered')
  })

  it('SPF at RCPT already turns the café away, before a signature can be seen', () => {
    const read = readingsFor(ID, { set: { 'mx.spf': 'refuse' } })
    expect(read('own-key.alice-1.outcome')).toBe('refused')
    expect(read('own-key.alice-1.lastReply')).toBe('550 5.7.23')
    expect(read('own-key.alice-1.read')).toBe(0)
  })

  it('the thief passes by the key and not by anything else', () => {
    const read = readingsFor(changed('own-key', { 'thief.sign': 'off' }))
    expect(read('own-key.alice-1.outcome')).toBe('delivered')
    expect(read('own-key.alice-2.outcome')).toBe('bounced')
  })

  it('withdrawing the key stops Alice too, as long as she signs with it', () => {
    const read = readingsFor(changed('key-withdrawn', { 'laptop.sign.selector': 'laptop' }))
    expect(read('key-withdrawn.alice-1.outcome')).toBe('refused')
    expect(read('key-withdrawn.alice-2.outcome')).toBe('bounced')
  })
})
