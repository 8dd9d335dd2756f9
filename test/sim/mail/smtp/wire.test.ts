import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authCommand, command, formatCommand } from '../../../../src/sim/mail/smtp/command.ts'
import {
  commandOctets,
  dotStuff,
  dotUnstuff,
  endsReply,
  feed,
  frameContent,
  newContentBuffer,
  newLineBuffer,
  replyOctets,
  takeContentLine,
} from '../../../../src/sim/mail/smtp/wire.ts'

const text = fc
  .array(fc.oneof(fc.constantFrom('', '.', '..', '.a', 'a.', '\n.\n', '\r'), fc.string()))
  .map((lines) => lines.join('\r\n'))

describe('dots', () => {
  it('are doubled where a line begins with one', () => {
    expect(dotStuff('.a\r\nb.\r\n.\r\n')).toBe('..a\r\nb.\r\n..\r\n')
  })

  it('come back as they were', () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(dotUnstuff(dotStuff(each))).toBe(each)
      }),
    )
  })
})

describe('a content on its way', () => {
  it('arrives whole, however it was cut', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat({ max: 9 })), (each, cuts) => {
        const lines = newLineBuffer()
        const content = newContentBuffer()
        const arrived: string[] = []
        let rest = frameContent(each)
        for (const cut of [...cuts, rest.length]) {
          for (const line of feed(lines, rest.slice(0, cut))) {
            const whole = takeContentLine(content, line)
            if (whole !== null) arrived.push(whole)
          }
          rest = rest.slice(cut)
        }
        const ended = each === '' || each.endsWith('\r\n') ? each : `${each}\r\n`
        expect(arrived).toEqual([ended])
        expect(lines.rest).toBe('')
      }),
    )
  })

  it('is not ended by a dot between bare line feeds', () => {
    const lines = feed(newLineBuffer(), 'a\n.\nMAIL FROM:<x@y.example>\r\n.\r\n')
    const content = newContentBuffer()
    expect(lines.map((line) => takeContentLine(content, line))).toEqual([
      null,
      'a\n.\nMAIL FROM:<x@y.example>\r\n',
    ])
  })
})

describe('lines', () => {
  it('wait for their end, even between CR and LF', () => {
    const buffer = newLineBuffer()
    expect(feed(buffer, 'NOO')).toEqual([])
    expect(feed(buffer, 'P\r')).toEqual([])
    expect(feed(buffer, '\nQUIT\r\nx')).toEqual(['NOOP', 'QUIT'])
    expect(buffer.rest).toBe('x')
  })

  it('of a reply end where no hyphen is', () => {
    expect(['250-a', '250 b', '250', '220'].map(endsReply)).toEqual([false, true, true, true])
  })
})

describe('octets', () => {
  it.each([
    [command('QUIT'), 6],
    [command('MAIL', 'a@b.example', 99), 'MAIL FROM:<a@b.example> SIZE=99'.length + 2],
    [authCommand('a', 's'), formatCommand(authCommand('a', 's')).length + 2],
    [command('CONTENT', '', 99), 99 + '.\r\n'.length],
    [command('TLS'), '\r\n'.length],
  ])('of %o are %i', (each, octets) => {
    expect(commandOctets(each)).toBe(octets)
  })

  it('of a reply are those of all its lines', () => {
    expect(replyOctets(['250-a', '250 b'])).toBe('250-a\r\n250 b\r\n'.length)
    expect(replyOctets([])).toBe(0)
  })
})
