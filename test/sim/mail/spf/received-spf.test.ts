import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { receivedSpfField, type SpfTrace } from '../../../../src/sim/mail/spf/received-spf.ts'

const trace: SpfTrace = {
  result: 'pass',
  identity: 'mailfrom',
  clientIp: '192.0.2.1',
  helo: 'out.example.net',
  mailFrom: 'alice@example.org',
  receiver: 'mx.example.com',
  mechanism: 'ip4:192.0.2.0/24',
  problem: '',
}

describe('Received-SPF', () => {
  it('says what was found and what it was found with', () => {
    expect(receivedSpfField(trace)).toEqual([
      'Received-SPF: pass (mx.example.com: domain of alice@example.org designates',
      '\t192.0.2.1 as permitted sender) receiver=mx.example.com; identity=mailfrom;',
      '\tclient-ip=192.0.2.1; envelope-from="alice@example.org"; helo=out.example.net;',
      '\tmechanism="ip4:192.0.2.0/24";',
    ])
  })

  test.each<readonly [result: SpfTrace['result'], comment: string]>([
    ['fail', 'domain of alice@example.org does not designate 192.0.2.1 as permitted sender'],
    ['softfail', 'domain of alice@example.org probably does not designate 192.0.2.1'],
    ['neutral', 'domain of alice@example.org neither permits nor denies 192.0.2.1'],
    ['none', 'domain of alice@example.org does not say who may send'],
    ['temperror', 'domain of alice@example.org could not be checked for now'],
    ['permerror', 'domain of alice@example.org has a record that cannot be used'],
  ])('%s: %s', (result, comment) => {
    const text = receivedSpfField({ ...trace, result })
      .join('')
      .replaceAll('\t', ' ')
    expect(text).toContain(`Received-SPF: ${result} (mx.example.com: ${comment}) receiver=`)
  })

  it('names a problem, and only where there is one', () => {
    const told = (result: SpfTrace['result'], problem: string): string => {
      return receivedSpfField({ ...trace, result, problem }).join('')
    }
    expect(told('permerror', 'syntax error: x')).toContain('problem="syntax error: x";')
    expect(told('permerror', '')).not.toContain('problem')
    expect(told('pass', 'x')).not.toContain('problem')
  })

  it('speaks of the HELO name when there is no sender', () => {
    const text = receivedSpfField({ ...trace, mailFrom: '', identity: 'helo' }).join('')
    expect(text).toContain('(mx.example.com: domain out.example.net designates')
    expect(text).toContain('envelope-from="";')
  })

  it('lets nobody out of a comment or a quoted string', () => {
    const mailFrom = 'a) x="\\@b\r\nSubject: hi'
    const text = receivedSpfField({ ...trace, mailFrom })
      .join('')
      .replaceAll('\t', ' ')
    expect(text).toContain(String.raw`domain of a\) x="\\@b??Subject: hi designates`)
    expect(text).toContain(String.raw`envelope-from="a) x=\"\\@b??Subject: hi";`)
  })

  it('stays within the limits of a header field whatever a stranger said', () => {
    const said = fc.string({ unit: 'binary', maxLength: 2000 })
    const traces = fc.record({ helo: said, mailFrom: said, mechanism: said, problem: said })
    fc.assert(
      fc.property(traces, (hostile) => {
        const [first = '', ...folded] = receivedSpfField({ ...trace, ...hostile })
        expect(first).toMatch(/^Received-SPF: pass[ -~]*$/)
        for (const line of folded) expect(line).toMatch(/^\t[!-~][ -~]*$/)
        for (const line of [first, ...folded]) expect(line.length).toBeLessThan(998)
      }),
    )
  })
})
