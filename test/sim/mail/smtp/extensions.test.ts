import { describe, expect, it } from 'vitest'
import {
  EXT,
  extensionBit,
  extensionLines,
  ODMR_EXTENSIONS,
  RELAY_EXTENSIONS,
} from '../../../../src/sim/mail/smtp/extensions.ts'

describe('extensions', () => {
  it('are printed as a recorded server on port 25 does', () => {
    expect(extensionLines(RELAY_EXTENSIONS, 10_240_000)).toEqual([
      'PIPELINING',
      'SIZE 10240000',
      'VRFY',
      'ETRN',
      'ENHANCEDSTATUSCODES',
      '8BITMIME',
      'DSN',
      'SMTPUTF8',
      'CHUNKING',
    ])
  })

  it('of an on-demand mail relay are what RFC 2645 §6 shows', () => {
    expect(extensionLines(ODMR_EXTENSIONS, 0)).toEqual(['AUTH PLAIN', 'ATRN'])
  })

  it('are one bit each, and read back', () => {
    for (const bit of Object.values(EXT)) {
      const lines = extensionLines(bit, 0)
      expect(lines).toHaveLength(1)
      expect(lines.map(extensionBit)).toEqual([bit])
      expect(lines.map((line) => extensionBit(line.toLowerCase()))).toEqual([bit])
    }
    expect(new Set(Object.values(EXT)).size).toBe(12)
    expect(extensionBit('XCLIENT NAME')).toBe(0)
  })
})
