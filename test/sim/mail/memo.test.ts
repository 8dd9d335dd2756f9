import { describe, expect, it } from 'vitest'
import { remembered } from '../../../src/sim/mail/memo.ts'

describe('a remembered function', () => {
  it('is asked once for each text', () => {
    const asked: string[] = []
    const upper = remembered((text) => {
      asked.push(text)
      return text.toUpperCase()
    })
    expect(['a', 'b', 'a', 'b'].map(upper)).toEqual(['A', 'B', 'A', 'B'])
    expect(asked).toEqual(['a', 'b'])
  })

  it('remembers null and what is empty too', () => {
    let asked = 0
    const nothing = remembered((text) => {
      asked++
      return text === '' ? '' : null
    })
    expect([nothing('a'), nothing('a'), nothing(''), nothing('')]).toEqual([null, null, '', ''])
    expect(asked).toBe(2)
  })

  it('keeps no more than the limit, and answers the same when it has forgotten', () => {
    let asked = 0
    const length = remembered((text) => {
      asked++
      return text.length
    }, 2)
    for (const text of ['a', 'bb', 'ccc', 'a', 'bb', 'ccc']) expect(length(text)).toBe(text.length)
    expect(asked).toBeGreaterThan(3)
  })
})
