import { describe, expect, it } from 'vitest'
import { FIRST_LOCAL_REPLY, R, REPLIES } from '../../../src/sim/mail/reply-catalogue.ts'

describe('the catalogue', () => {
  it('is in the order of its indices, each under its own name', () => {
    expect(REPLIES.map((spec) => spec.index)).toEqual([...REPLIES.keys()])
    for (const [name, spec] of Object.entries(R)) expect(spec.name).toBe(name)
    expect(Object.values(R)).toEqual(REPLIES)
  })

  it.each([...REPLIES])('$code $enhanced $name is well formed', (spec) => {
    expect(spec.code).toBeGreaterThanOrEqual(220)
    expect(spec.code).toBeLessThan(600)
    // RFC 2034 §4: the classes agree
    const status = spec.enhanced ?? `${String(spec.code).charAt(0)}.0.0`
    expect(status).toMatch(/^[2345]\.\d{1,3}\.\d{1,3}$/)
    expect(status.charAt(0)).toBe(String(spec.code).charAt(0))
    const placeholders = [...spec.text.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    for (const each of placeholders) {
      expect(['host', 'client', 'about', 'aboutDomain', 'detail']).toContain(each)
    }
    // RFC 5321 §4.5.3.1.5: a line of a reply has 512 octets at most, names and all
    expect(spec.text.length).toBeLessThan(200)
  })

  it('has no two that read alike, EHLO and HELO aside', () => {
    const texts = REPLIES.map((spec) => `${spec.code} ${spec.enhanced} ${spec.text}`)
    expect(new Set(texts).size).toBe(REPLIES.length - 1)
  })

  it('ends with what never travels', () => {
    expect(REPLIES.slice(FIRST_LOCAL_REPLY).map((spec) => spec.name)).toContain('lostConnection')
    expect(R.dmarcReject.index).toBeLessThan(FIRST_LOCAL_REPLY)
  })
})
