import { describe, expect, it } from 'vitest'
import { LOCAL_REPLIES, R, REPLIES } from '../../../src/sim/mail/reply-catalogue.ts'

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

  it('knows what never travels', () => {
    expect(LOCAL_REPLIES.map((spec) => spec.name)).toEqual([
      'tlsDone',
      'tlsFailed',
      'tlsNotOffered',
      'connectRefused',
      'connectTimeout',
      'lostConnection',
      'conversationTimeout',
    ])
  })

  it('keeps the positions that facts have been written with, and room for eight bits', () => {
    const { greeting, queued, greylisted, contentLater, tlsDone, conversationTimeout } = R
    const kept = [greeting, queued, greylisted, contentLater, tlsDone, conversationTimeout]
    expect(kept.map((spec) => spec.index)).toEqual([0, 6, 55, 79, 80, 86])
    expect(R.etrnStarted.index).toBe(87)
    expect(REPLIES.length).toBeLessThan(256)
  })
})
