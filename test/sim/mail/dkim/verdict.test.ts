import { describe, expect, it } from 'vitest'
import { dkimResult, dkimWords, DKIM_REASONS } from '../../../../src/sim/mail/dkim/verdict.ts'
import type { DkimReason, DkimVerdict } from '../../../../src/sim/mail/dkim/verdict.ts'

const verdict = (reason: DkimReason): DkimVerdict => ({
  reason,
  result: DKIM_REASONS[reason].result,
  domain: 'a.example',
  selector: 's',
  identity: '@a.example',
  testing: false,
  unsignedOctets: 0,
})

describe('the result of a message', () => {
  it('is a pass if there is one, else the top one, else none', () => {
    expect(dkimResult([])).toBe('none')
    expect(dkimResult([verdict('key-missing'), verdict('verified')])).toBe('pass')
    expect(dkimResult([verdict('key-missing'), verdict('expired')])).toBe('permerror')
  })

  it('has words', () => {
    expect(dkimWords('key-revoked')).toBe('the key was revoked')
    const words = Object.values(DKIM_REASONS).map((each) => each.words)
    expect(new Set(words).size).toBe(words.length)
  })
})
